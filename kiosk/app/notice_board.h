// The notices that the host has posted on this kiosk, kept over a restart in one small file (guarded YAML, replaced in
// one step). A file that cannot be read means none: the kiosk goes on, and says so in the log. Knows no screens and not
// what the notices say: the tree does.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "ui/notices.h"

namespace kiosk::app {

class NoticeBoard {
 public:
  static constexpr std::size_t kMost = 8;

  // Reads the file if it is there. An empty path keeps the notices until the end.
  explicit NoticeBoard(std::string path);

  const std::vector<ui::PostedNotice>& posted() const { return posted_; }

  // In the place of the one with the same id; what has ended by now goes. Error: too many, or the file cannot be
  // written; then nothing has changed.
  [[nodiscard]] Result<void> post(ui::PostedNotice notice, std::int64_t now_ms);
  // An id that is not posted is fine.
  [[nodiscard]] Result<void> withdraw(const std::string& id, std::int64_t now_ms);

 private:
  [[nodiscard]] Result<void> replace(std::vector<ui::PostedNotice> posted, std::int64_t now_ms);

  std::string path_;
  std::vector<ui::PostedNotice> posted_;
};

}  // namespace kiosk::app
