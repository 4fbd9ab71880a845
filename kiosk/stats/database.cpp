#include "stats/database.h"

#include <sys/stat.h>

#include <filesystem>

namespace kiosk::stats {

namespace {

constexpr const char* kTable =
    "CREATE TABLE counts (day TEXT NOT NULL, page TEXT NOT NULL, language TEXT NOT NULL, kind TEXT NOT NULL, "
    "choice TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (day, page, language, kind, choice)) STRICT, WITHOUT ROWID";
constexpr int kApplicationId = 0x4b696f73, kSchema = 1;
constexpr int kBusyMs = 1000;
constexpr long long kLargestBytes = 256ll << 20;  // far more than a kiosk ever counts

// A medium that cannot be written has no room for SQLite's shared memory; without a log beside it the file is whole.
std::string unchanging(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    constexpr char kHex[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#' || byte >= 0x80 || byte < 0x21)
      uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
    else
      uri += c;
  }
  return uri + "?immutable=1";
}

std::string reason(sqlite3* db) { return db ? sqlite3_errmsg(db) : "out of memory"; }

tl::unexpected<OpenFailure> failed(const std::string& path, const std::string& why, bool damaged) {
  return tl::unexpected<OpenFailure>(OpenFailure{path + ": " + why, damaged});
}

// The first column of the only row; false when there is none or SQLite fails.
bool single(sqlite3* db, const char* sql, std::string& out, int& code) {
  sqlite3_stmt* raw = nullptr;
  code = sqlite3_prepare_v2(db, sql, -1, &raw, nullptr);
  const Statement statement(raw);
  if (code != SQLITE_OK) return false;
  code = sqlite3_step(raw);
  if (code != SQLITE_ROW) return false;
  out = column_text(raw, 0);
  return true;
}

// Nothing on the disk, or exactly what a kiosk leaves there.
bool is_fresh(sqlite3* db, int& code) {
  std::string id, version, objects;
  return single(db, "PRAGMA application_id", id, code) && single(db, "PRAGMA user_version", version, code) &&
         single(db, "SELECT count(*) FROM sqlite_schema", objects, code) && id == "0" && version == "0" &&
         objects == "0";
}

bool is_ours(sqlite3* db, int& code) {
  std::string id, version, others, table;
  if (!single(db, "PRAGMA application_id", id, code) || !single(db, "PRAGMA user_version", version, code)) return false;
  if (id != std::to_string(kApplicationId) || version != std::to_string(kSchema)) return false;
  return single(db, "SELECT count(*) FROM sqlite_schema", others, code) && others == "1" &&
         single(db, "SELECT sql FROM sqlite_schema", table, code) && table == kTable;
}

}  // namespace

bool is_damage(int code) {
  const int primary = code & 0xff;
  return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB || primary == SQLITE_FORMAT;
}

Result<void> execute(sqlite3* db, const std::string& sql) {
  return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK ? Result<void>() : fail(reason(db));
}

Result<Statement> prepare(sqlite3* db, const char* sql) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(db, sql, -1, &raw, nullptr) != SQLITE_OK) return fail(reason(db));
  return Statement(raw);
}

void bind(sqlite3_stmt* statement, int index, const std::string& text) {
  sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

std::string column_text(sqlite3_stmt* statement, int index) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, index));
  return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, index))) : std::string();
}

tl::expected<Database, OpenFailure> open_database(const std::string& path, Access access) {
  const bool in_memory = path == ":memory:";
  struct stat info {};
  const bool there = !in_memory && ::lstat(path.c_str(), &info) == 0;
  // A pipe would hang the kiosk, a link would lead its writing elsewhere.
  if (there && !S_ISREG(info.st_mode)) return failed(path, "not a regular file", true);
  if (there && info.st_size > kLargestBytes) return failed(path, "larger than any store of counts", true);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
  std::string name = path;
  if (access == Access::kWrite) {
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    std::error_code error;
    if (const auto parent = std::filesystem::path(path).parent_path(); !in_memory && !parent.empty())
      std::filesystem::create_directories(parent, error);
  } else {
    if (!there) return failed(path, "no such file", false);
    flags |= SQLITE_OPEN_READONLY;
    struct stat log {};
    if (::lstat((path + "-wal").c_str(), &log) != 0) {
      name = unchanging(path);
      flags |= SQLITE_OPEN_URI;
    }
  }
  sqlite3* raw = nullptr;
  const int opened = sqlite3_open_v2(name.c_str(), &raw, flags, nullptr);
  Database db(raw);
  if (opened != SQLITE_OK) return failed(path, reason(raw), is_damage(opened));
  sqlite3_busy_timeout(raw, kBusyMs);
  sqlite3_extended_result_codes(raw, 1);
  // Nothing in the file may run code of its own or be trusted for its shape (sqlite.org/security.html).
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  std::string ignored, check;
  int code = SQLITE_OK;
  if (!single(raw, "PRAGMA cell_size_check=ON", ignored, code) && code != SQLITE_DONE)
    return failed(path, reason(raw), is_damage(code));

  const bool fresh = is_fresh(raw, code);
  if (!fresh && code != SQLITE_ROW) return failed(path, reason(raw), is_damage(code));
  if (!fresh) {
    if (!is_ours(raw, code))
      return code == SQLITE_ROW ? failed(path, "is no store of counts", true)
                                : failed(path, reason(raw), is_damage(code));
    if (!single(raw, "PRAGMA quick_check(1)", check, code) || check != "ok")
      return failed(path, check.empty() ? reason(raw) : check, !check.empty() || is_damage(code));
  } else if (access == Access::kRead) {
    return failed(path, "is no store of counts", true);
  }
  if (access == Access::kRead) return db;
  // FULL: a tap is acknowledged only when it would outlive a power cut.
  for (const std::string& sql : {std::string("PRAGMA journal_mode=WAL"), std::string("PRAGMA synchronous=FULL"),
                                 std::string("PRAGMA secure_delete=ON")})
    if (const auto done = execute(raw, sql); !done)
      return failed(path, done.error().message, is_damage(sqlite3_errcode(raw)));
  if (fresh) {
    const auto made = execute(raw, "BEGIN IMMEDIATE; PRAGMA application_id=" + std::to_string(kApplicationId) +
                                       "; PRAGMA user_version=" + std::to_string(kSchema) + "; " + kTable + "; COMMIT");
    if (!made) return failed(path, made.error().message, is_damage(sqlite3_errcode(raw)));
  }
  return db;
}

}  // namespace kiosk::stats
