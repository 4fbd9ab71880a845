#include "sdl/picture_textures.h"

#include <algorithm>

#include "base/log.h"
#include "sdl/scale_picture.h"

namespace kiosk::sdl {
namespace {

constexpr int kMaxSide = 4096;  // what every renderer's texture holds

struct DestroyTexture {
  void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
};

}  // namespace

struct PictureTextures::Entry {
  std::weak_ptr<const ui::Picture> picture;  // its pixels are not kept for it
  Size size;
  std::unique_ptr<SDL_Texture, DestroyTexture> texture;
  std::uint64_t last_frame = 0;

  std::size_t bytes() const { return 4 * std::size_t(size.w) * std::size_t(size.h); }
};

PictureTextures::PictureTextures(SDL_Renderer& renderer, std::size_t budget_bytes)
    : renderer_(renderer), budget_bytes_(budget_bytes) {}

PictureTextures::~PictureTextures() = default;

void PictureTextures::begin_frame() { ++frame_; }

void PictureTextures::end_frame() {
  std::erase_if(entries_, [](const Entry& entry) { return entry.picture.expired(); });
  while (bytes() > budget_bytes_) {
    const auto oldest = std::min_element(entries_.begin(), entries_.end(),
                                         [](const Entry& a, const Entry& b) { return a.last_frame < b.last_frame; });
    if (oldest->last_frame == frame_) return;
    entries_.erase(oldest);
  }
}

SDL_Texture* PictureTextures::of(const std::shared_ptr<const ui::Picture>& picture, Size size) {
  for (Entry& entry : entries_)
    if (entry.size == size && entry.picture.lock() == picture) {
      entry.last_frame = frame_;
      return entry.texture.get();
    }
  if (size.w <= 0 || size.h <= 0 || size.w > kMaxSide || size.h > kMaxSide) {
    log_once("a picture of " + std::to_string(size.w) + "x" + std::to_string(size.h) + " px is too large to draw");
    return nullptr;
  }
  Entry entry{picture, size, nullptr, frame_};
  entry.texture.reset(
      SDL_CreateTexture(&renderer_, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, size.w, size.h));
  const std::vector<std::uint32_t> argb = scale_picture(*picture, size);
  if (!entry.texture || SDL_UpdateTexture(entry.texture.get(), nullptr, argb.data(), 4 * size.w) != 0) {
    log_once(std::string("cannot make a texture for a picture: ") + SDL_GetError());
    return nullptr;
  }
  SDL_SetTextureBlendMode(entry.texture.get(), SDL_BLENDMODE_BLEND);
  return entries_.emplace_back(std::move(entry)).texture.get();
}

void PictureTextures::clear() { entries_.clear(); }

std::size_t PictureTextures::bytes() const {
  std::size_t sum = 0;
  for (const Entry& entry : entries_) sum += entry.bytes();
  return sum;
}

}  // namespace kiosk::sdl
