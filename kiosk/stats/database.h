// SQLite's C interface in the few verbs that the counts need. Private to the room. A file that is not exactly the
// kiosk's own store (another schema, triggers, damage) is refused before anything is read from it.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

#include "base/result.h"
#include "stats/rows.h"

namespace kiosk::stats {

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
struct Finalise {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Finalise>;

enum class Access { kWrite, kRead };

struct OpenFailure {
  std::string message;
  bool damaged = false;  // the file itself is wrong: opening it again will not help
};

// kWrite makes the file and its folders where they are missing.
[[nodiscard]] tl::expected<Database, OpenFailure> open_database(const std::string& path, Access access);

bool is_damage(int code);
[[nodiscard]] Result<void> execute(sqlite3* db, const std::string& sql);
[[nodiscard]] Result<Statement> prepare(sqlite3* db, const char* sql);
void bind(sqlite3_stmt* statement, int index, const std::string& text);
std::string column_text(sqlite3_stmt* statement, int index);

// rows.h's read_rows(), of an open database.
[[nodiscard]] Result<std::vector<Row>> rows_of(sqlite3* db, const std::string& from, const std::string& to);

}  // namespace kiosk::stats
