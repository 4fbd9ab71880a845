#include "sdl/sprite_atlas.h"

#include <algorithm>

#include "base/check.h"
#include "base/log.h"

namespace kiosk::sdl {
namespace {

constexpr int kMaxSide = 4096;  // what every GPU can

struct Shelf {
  int y = 0, height = 0, used_width = 0;
};

struct DestroyTexture {
  void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
};

}  // namespace

struct SpriteAtlas::Page {
  int side = 0;
  std::unique_ptr<SDL_Texture, DestroyTexture> texture;
  std::vector<Shelf> shelves;
  int used_height = 0;
  std::vector<SpriteKey> keys;
  std::uint64_t last_frame = 0;

  std::size_t bytes() const { return 4 * std::size_t(side) * std::size_t(side); }
  std::optional<SDL_Rect> allocate(int width, int height);
};

// On the lowest shelf that is not much too high, else on a new one.
std::optional<SDL_Rect> SpriteAtlas::Page::allocate(int width, int height) {
  if (width > side || height > side) return std::nullopt;
  Shelf* best = nullptr;
  for (Shelf& shelf : shelves) {
    const bool fits = shelf.height >= height && shelf.height <= height + height / 3 + 2;
    if (fits && shelf.used_width + width <= side && (best == nullptr || shelf.height < best->height)) best = &shelf;
  }
  if (best == nullptr) {
    if (used_height + height > side) return std::nullopt;
    best = &shelves.emplace_back(Shelf{used_height, height, 0});
    used_height += height;
  }
  const SDL_Rect where{best->used_width, best->y, width, height};
  best->used_width += width;
  return where;
}

SpriteAtlas::SpriteAtlas(SDL_Renderer& renderer, AtlasLimits limits) : renderer_(renderer), limits_(limits) {
  const int side = limits.page_side;
  KIOSK_CHECK(side > 0 && side <= kMaxSide && (side & (side - 1)) == 0);
}

SpriteAtlas::~SpriteAtlas() = default;

void SpriteAtlas::begin_frame() { ++frame_; }

void SpriteAtlas::end_frame() {
  while (bytes() > limits_.budget_bytes) {
    Page* const page = oldest_unused(0);
    if (page == nullptr) return;
    empty(*page);
    std::erase_if(pages_, [page](const auto& owned) { return owned.get() == page; });
  }
}

std::optional<Sprite> SpriteAtlas::find(const SpriteKey& key) {
  const auto it = sprites_.find(key);
  if (it == sprites_.end()) return std::nullopt;
  it->second.page->last_frame = frame_;
  return it->second.sprite;
}

Sprite SpriteAtlas::put(const SpriteKey& key, int left, int top, int width, int height,
                        std::span<const std::uint32_t> argb) {
  KIOSK_CHECK(argb.size() == std::size_t(width) * std::size_t(height) && !sprites_.contains(key));
  if (width > kMaxSide || height > kMaxSide) {
    log_once("a picture of " + std::to_string(width) + "x" + std::to_string(height) + " px is too large to draw");
    width = height = 0;
    argb = {};
  }
  const auto [page, where] = allocate(width, height);
  if (page == nullptr) return {};
  Sprite sprite{nullptr, where, left, top};
  if (!argb.empty() && SDL_UpdateTexture(page->texture.get(), &where, argb.data(), 4 * width) == 0) {
    sprite.texture = page->texture.get();
  }
  page->last_frame = frame_;
  page->keys.push_back(key);
  sprites_.emplace(key, Place{page, sprite});
  return sprite;
}

std::pair<SpriteAtlas::Page*, SDL_Rect> SpriteAtlas::allocate(int width, int height) {
  // The newest page first: the older ones are mostly full.
  for (auto it = pages_.rbegin(); it != pages_.rend(); ++it) {
    if (const auto where = (*it)->allocate(width, height)) return {it->get(), *where};
  }
  int side = limits_.page_side;
  while (side < width || side < height) side *= 2;
  Page* page = nullptr;
  if (bytes() + 4 * std::size_t(side) * std::size_t(side) > limits_.budget_bytes) {
    page = oldest_unused(side);
    if (page != nullptr) empty(*page);
  }
  if (page == nullptr) page = add_page(side);
  if (page == nullptr) return {};
  const auto where = page->allocate(width, height);
  KIOSK_CHECK(where.has_value());
  return {page, *where};
}

SpriteAtlas::Page* SpriteAtlas::add_page(int side) {
  auto page = std::make_unique<Page>();
  page->side = side;
  page->texture.reset(SDL_CreateTexture(&renderer_, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, side, side));
  if (!page->texture) {
    log_once(std::string("cannot make a texture: ") + SDL_GetError());
    return nullptr;
  }
  SDL_SetTextureBlendMode(page->texture.get(), SDL_BLENDMODE_BLEND);
  return pages_.emplace_back(std::move(page)).get();
}

// Of the pages at least this large that the present frame has not used.
SpriteAtlas::Page* SpriteAtlas::oldest_unused(int side) {
  Page* oldest = nullptr;
  for (const auto& page : pages_) {
    if (page->last_frame == frame_ || page->side < side) continue;
    if (oldest == nullptr || page->last_frame < oldest->last_frame) oldest = page.get();
  }
  return oldest;
}

void SpriteAtlas::empty(Page& page) {
  for (const SpriteKey& key : page.keys) sprites_.erase(key);
  page.keys.clear();
  page.shelves.clear();
  page.used_height = 0;
}

void SpriteAtlas::clear() {
  sprites_.clear();
  pages_.clear();
}

std::size_t SpriteAtlas::bytes() const {
  std::size_t sum = 0;
  for (const auto& page : pages_) sum += page->bytes();
  return sum;
}

}  // namespace kiosk::sdl
