// The counts on the disk: SQLite, write-ahead log, synchronous FULL. add() returns when the count would outlive a power
// cut, so that an acknowledged tap is never lost. A damaged or foreign file is renamed aside and counting goes on.
// Holds rows of (day, page, language, kind, choice, n) and nothing else. One thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "stats/database.h"
#include "stats/rows.h"

namespace kiosk::stats {

class Store {
 public:
  // Opens nothing yet: a disk that is away or read-only now may be back at the next tap. ":memory:" keeps the counts
  // until the store's end.
  explicit Store(std::string path) : path_(std::move(path)) {}

  // One more of each, on the day of `now_ms` in Stockholm: all of them or none. Error: not countable, disk full,
  // read-only, …; then nothing was counted.
  [[nodiscard]] Result<void> add(const std::vector<Count>& counts, std::int64_t now_ms);

  // As read_rows(), of this store.
  [[nodiscard]] Result<std::vector<Row>> rows(const std::string& from = {}, const std::string& to = {});

 private:
  [[nodiscard]] Result<void> open();
  [[nodiscard]] Result<void> write(const std::vector<Count>& counts, const std::string& day, bool& damaged);
  // Somebody has taken the file away under us: what we write now would be lost.
  bool has_moved() const;

  std::string path_;
  Database db_;
};

}  // namespace kiosk::stats
