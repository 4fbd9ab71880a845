// The decoded pictures that pages have needed lately, within a budget of memory. A picture that cannot be read or
// decoded costs one log line and is null: its words are shown instead.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "content/tree_reader.h"
#include "ui/picture.h"

namespace kiosk::app {

// What sdl/ does; app/ knows no decoder.
using DecodePicture = Result<ui::Picture> (*)(std::string_view bytes);

class PictureCache {
 public:
  // `decode` null: no picture is shown. A page whose pictures need more than the budget shows the words of the last
  // ones.
  explicit PictureCache(DecodePicture decode, std::size_t budget_bytes = 32u << 20)
      : decode_(decode), budget_bytes_(budget_bytes) {}

  // Good until the next call.
  const ui::PicturesOfPage& of(const content::TreeReader& reader, const content::Page& page);
  std::size_t bytes() const;
  void forget() {
    entries_.clear();
    shown_ = {};
  }

 private:
  struct Entry {
    std::string name;
    std::shared_ptr<const ui::Picture> picture;
  };
  // Null too where it is larger than the room; then it is not even decoded.
  std::shared_ptr<const ui::Picture> find(const content::TreeReader& reader, const std::string& name,
                                          std::size_t room_bytes);
  // Forgets the ones that were asked for the longest ago, but none that the page has.
  void trim();

  DecodePicture decode_;
  std::size_t budget_bytes_;
  std::list<Entry> entries_;  // the latest first
  ui::PicturesOfPage shown_;
};

}  // namespace kiosk::app
