#include "text/shape_cache.h"

namespace kiosk::text {

const ShapedGlyphs* ShapeCache::find(std::string_view key) {
  const auto it = index_.find(key);
  if (it == index_.end()) return nullptr;
  order_.splice(order_.begin(), order_, it->second);
  return &it->second->glyphs;
}

const ShapedGlyphs& ShapeCache::put(std::string_view key, ShapedGlyphs glyphs) {
  order_.push_front({std::string(key), std::move(glyphs)});
  index_.emplace(order_.front().key, order_.begin());
  cost_ += order_.front().cost();
  while (cost_ > kCapacity && order_.size() > 1) {
    cost_ -= order_.back().cost();
    index_.erase(order_.back().key);
    order_.pop_back();
  }
  return order_.front().glyphs;
}

void ShapeCache::clear() {
  index_.clear();
  order_.clear();
  cost_ = 0;
}

}  // namespace kiosk::text
