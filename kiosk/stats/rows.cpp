#include "stats/rows.h"

#include <map>
#include <tuple>

#include "i18n/date_time.h"
#include "stats/database.h"

namespace kiosk::stats {

Result<std::vector<Row>> rows_of(sqlite3* db, const std::string& from, const std::string& to) {
  const auto statement = prepare(db,
                                 "SELECT day, page, language, kind, choice, n FROM counts WHERE (?1 = '' OR day >= ?1) "
                                 "AND (?2 = '' OR day <= ?2) ORDER BY day, page, language, kind, choice");
  if (!statement) return tl::unexpected(statement.error());
  sqlite3_stmt* row = statement->get();
  bind(row, 1, from);
  bind(row, 2, to);
  std::vector<Row> rows;
  constexpr int kN = 5;
  int code = sqlite3_step(row);
  for (; code == SQLITE_ROW; code = sqlite3_step(row)) {
    Row r;
    r.day = column_text(row, 0);
    r.count.page = column_text(row, 1);
    r.count.language = column_text(row, 2);
    r.count.choice = column_text(row, 4);
    r.n = sqlite3_column_int64(row, kN);
    // A row that the kiosk could not have written did not come from a resident's tap.
    if (!parse_kind(column_text(row, 3), r.count.kind) || !is_countable(r.count) || r.n <= 0 ||
        !i18n::parse_iso_time(r.day + "T12:00"))
      return fail("a row that the kiosk did not write, of the day '" + r.day + "'");
    rows.push_back(std::move(r));
  }
  if (code != SQLITE_DONE) return fail(sqlite3_errmsg(db));
  return rows;
}

Result<std::vector<Row>> read_rows(const std::string& path, const std::string& from, const std::string& to) {
  const auto opened = open_database(path, Access::kRead);
  if (!opened) return fail(opened.error().message);
  auto rows = rows_of(opened->get(), from, to);
  if (!rows) return fail(path + ": " + rows.error().message);
  return rows;
}

std::vector<Row> merge(const std::vector<std::vector<Row>>& stores) {
  std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>, Row> sums;
  for (const std::vector<Row>& rows : stores)
    for (const Row& row : rows) {
      const Count& c = row.count;
      const auto [at, fresh] = sums.try_emplace({row.day, c.page, c.language, to_string(c.kind), c.choice}, row);
      if (!fresh) at->second.n += row.n;
    }
  std::vector<Row> merged;
  for (auto& [key, row] : sums) merged.push_back(std::move(row));
  return merged;
}

}  // namespace kiosk::stats
