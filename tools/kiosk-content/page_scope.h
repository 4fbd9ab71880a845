// Which pages the checks look at: everything there is, or some pages, where all the rest is known to be without errors.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace kiosk::tool {

class PageScope {
 public:
  PageScope() = default;  // everything
  explicit PageScope(std::set<std::string, std::less<>> pages) : pages_(std::move(pages)) {}

  bool is_whole() const { return !pages_; }
  // What is of no page has the empty name.
  bool has(std::string_view page) const { return !pages_ || pages_->contains(page); }

 private:
  std::optional<std::set<std::string, std::less<>>> pages_;
};

}  // namespace kiosk::tool
