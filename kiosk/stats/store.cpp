#include "stats/store.h"

#include <algorithm>
#include <filesystem>

#include "base/log.h"
#include "i18n/date_time.h"

namespace kiosk::stats {

namespace fs = std::filesystem;

namespace {

// The write-ahead log goes first: a log left behind would be replayed into the new store.
Result<void> rename_aside(const std::string& path) {
  constexpr int kMost = 5;  // a disk that damages again and again must not fill
  std::error_code error;
  std::string aside;
  for (int i = 1; i <= kMost; ++i) {
    aside = path + ".damaged-" + std::to_string(i);
    if (!fs::exists(fs::symlink_status(aside, error))) break;
  }
  fs::remove_all(aside, error);
  for (const char* suffix : {"-wal", "-shm"}) {
    if (!fs::exists(fs::symlink_status(path + suffix, error))) continue;
    error.clear();
    fs::rename(path + suffix, aside + suffix, error);
    if (error) return fail("cannot move " + path + suffix + " aside: " + error.message());
  }
  error.clear();
  fs::rename(path, aside, error);
  if (error) return fail("cannot move " + path + " aside: " + error.message());
  log_error("the store of counts was damaged; it lies in " + aside + ", and a new one is begun");
  return {};
}

}  // namespace

bool Store::has_moved() const {
  int moved = 0;
  return sqlite3_file_control(db_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

Result<void> Store::open() {
  if (db_ && !has_moved()) return {};
  db_.reset();
  auto opened = open_database(path_, Access::kWrite);
  if (!opened && opened.error().damaged) {
    log_error(opened.error().message);
    if (const auto moved = rename_aside(path_); !moved) return moved;
    opened = open_database(path_, Access::kWrite);
  }
  if (!opened) return fail(opened.error().message);
  db_ = std::move(*opened);
  return {};
}

Result<void> Store::write(const std::vector<Count>& counts, const std::string& day, bool& damaged) {
  const auto note = [&](const std::string& message) {
    damaged = is_damage(sqlite3_errcode(db_.get()));
    const auto text = path_ + ": " + message;
    sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    return fail(text);
  };
  if (const auto begun = execute(db_.get(), "BEGIN IMMEDIATE"); !begun) return note(begun.error().message);
  {
    const auto statement = prepare(db_.get(),
                                   "INSERT INTO counts VALUES (?1, ?2, ?3, ?4, ?5, 1) "
                                   "ON CONFLICT DO UPDATE SET n = n + 1");
    if (!statement) return note(statement.error().message);
    for (const Count& count : counts) {
      int index = 0;
      for (const std::string& value :
           {day, count.page, count.language, std::string(to_string(count.kind)), count.choice})
        bind(statement->get(), ++index, value);
      if (sqlite3_step(statement->get()) != SQLITE_DONE) return note(sqlite3_errmsg(db_.get()));
      sqlite3_reset(statement->get());
    }
  }
  if (const auto committed = execute(db_.get(), "COMMIT"); !committed) return note(committed.error().message);
  return {};
}

Result<void> Store::add(const std::vector<Count>& counts, std::int64_t now_ms) {
  if (counts.empty()) return {};
  if (!std::all_of(counts.begin(), counts.end(), is_countable)) return fail("a count that is no count of the kiosk's");
  const std::string day = i18n::iso_date(now_ms);
  Result<void> result;
  for (int attempt = 0; attempt < 2; ++attempt) {
    if (const auto opened = open(); !opened) return opened;
    bool damaged = false;
    result = write(counts, day, damaged);
    if (result || !damaged) return result;
    db_.reset();  // found only now; opening again moves it aside
  }
  return result;
}

Result<std::vector<Row>> Store::rows(const std::string& from, const std::string& to) {
  if (const auto opened = open(); !opened) return tl::unexpected(opened.error());
  return rows_of(db_.get(), from, to);
}

}  // namespace kiosk::stats
