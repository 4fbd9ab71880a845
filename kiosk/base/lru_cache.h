// A map that keeps at most `capacity` units of cost and forgets what was least recently used. Not thread-safe.
#pragma once

#include <cstddef>
#include <list>
#include <unordered_map>
#include <utility>

namespace kiosk {

template <class Key, class Value, class Hash = std::hash<Key>>
class LruCache {
 public:
  explicit LruCache(std::size_t capacity) : capacity_(capacity) {}

  // nullptr when absent. Valid until the next put or clear.
  Value* find(const Key& key) {
    const auto it = index_.find(key);
    if (it == index_.end()) return nullptr;
    order_.splice(order_.begin(), order_, it->second);
    return &it->second->value;
  }

  // The entry just put is never forgotten, even when it alone costs more than the capacity.
  Value& put(Key key, Value value, std::size_t cost = 1) {
    if (const auto it = index_.find(key); it != index_.end()) {
      cost_ -= it->second->cost;
      order_.erase(it->second);
      index_.erase(it);
    }
    order_.push_front(Entry{key, std::move(value), cost});
    index_.emplace(std::move(key), order_.begin());
    cost_ += cost;
    while (cost_ > capacity_ && order_.size() > 1) {
      cost_ -= order_.back().cost;
      index_.erase(order_.back().key);
      order_.pop_back();
    }
    return order_.front().value;
  }

  void clear() {
    order_.clear();
    index_.clear();
    cost_ = 0;
  }

  std::size_t size() const { return order_.size(); }
  std::size_t cost() const { return cost_; }

 private:
  struct Entry {
    Key key;
    Value value;
    std::size_t cost;
  };
  std::size_t capacity_;
  std::size_t cost_ = 0;
  std::list<Entry> order_;  // most recently used first
  std::unordered_map<Key, typename std::list<Entry>::iterator, Hash> index_;
};

}  // namespace kiosk
