#include "app/picture_cache.h"

#include <algorithm>

#include "base/log.h"
#include "content/picture_head.h"

namespace kiosk::app {

const ui::PicturesOfPage& PictureCache::of(const content::TreeReader& reader, const content::Page& page) {
  shown_.clear();
  if (decode_ == nullptr) return shown_;
  std::size_t needed = 0;
  for (const content::Block& block : page.blocks) {
    if (block.kind != content::BlockKind::kImage || shown_.contains(block.media)) continue;
    auto picture = find(reader, block.media, budget_bytes_ - needed);
    needed += picture ? picture->bytes() : 0;
    shown_.emplace(block.media, std::move(picture));
    trim();
  }
  return shown_;
}

std::shared_ptr<const ui::Picture> PictureCache::find(const content::TreeReader& reader, const std::string& name,
                                                      std::size_t room_bytes) {
  const auto known =
      std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.name == name; });
  if (known != entries_.end()) {
    entries_.splice(entries_.begin(), entries_, known);
    const bool fits = !known->picture || known->picture->bytes() <= room_bytes;
    return fits ? known->picture : nullptr;
  }
  const auto bytes = reader.media(name);
  const auto head = bytes ? content::read_picture_head(*bytes) : Result<content::PictureHead>(fail(""));
  if (head && 4 * std::size_t(head->size_px.w) * std::size_t(head->size_px.h) > room_bytes) {
    log_once("there is no room for the picture " + name + " beside the others of its page");
    return nullptr;
  }
  auto decoded = bytes ? decode_(*bytes) : Result<ui::Picture>(tl::unexpected(bytes.error()));
  if (!decoded) log_error((bytes ? "the picture " + name + ": " : "") + decoded.error().message);
  entries_.push_front({name, decoded ? std::make_shared<const ui::Picture>(std::move(*decoded)) : nullptr});
  return entries_.front().picture;
}

void PictureCache::trim() {
  constexpr std::size_t kMostNames = 256;  // those that cannot be shown need no memory to speak of, but some
  for (auto entry = entries_.end();
       entry != entries_.begin() && (bytes() > budget_bytes_ || entries_.size() > kMostNames);) {
    --entry;
    if (!shown_.contains(entry->name)) entry = entries_.erase(entry);
  }
}

std::size_t PictureCache::bytes() const {
  std::size_t sum = 0;
  for (const Entry& entry : entries_) sum += entry.picture ? entry.picture->bytes() : 0;
  return sum;
}

}  // namespace kiosk::app
