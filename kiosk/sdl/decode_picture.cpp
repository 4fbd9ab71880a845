#include "sdl/decode_picture.h"

#include <SDL_image.h>

#include <cstring>
#include <memory>
#include <mutex>

#include "content/picture_head.h"

namespace kiosk::sdl {
namespace {

struct FreeSurface {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using SurfacePtr = std::unique_ptr<SDL_Surface, FreeSurface>;

struct CloseFile {
  void operator()(SDL_RWops* file) const { SDL_RWclose(file); }
};
using FilePtr = std::unique_ptr<SDL_RWops, CloseFile>;

// The format's own: IMG_LoadTyped_RW would first ask every format that SDL2_image knows, and a WebP file with "<svg" in
// it would come to the SVG reader.
struct Decoder {
  SDL_Surface* (*load)(SDL_RWops* file);
  int init_flag;
};
Decoder decoder_of(content::PictureFormat format) {
  switch (format) {
    case content::PictureFormat::kPng:
      return {IMG_LoadPNG_RW, IMG_INIT_PNG};
    case content::PictureFormat::kJpeg:
      return {IMG_LoadJPG_RW, IMG_INIT_JPG};
    case content::PictureFormat::kWebp:
      break;
  }
  return {IMG_LoadWEBP_RW, IMG_INIT_WEBP};
}

// A library is loaded with the first picture that needs it; SDL2_image does not guard that against threads.
void load_library(int init_flag) {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  IMG_Init(init_flag);
}

}  // namespace

Result<ui::Picture> decode_picture(std::string_view bytes) {
  const auto head = content::read_picture_head(bytes);
  if (!head) return tl::unexpected(head.error());
  const Decoder decoder = decoder_of(head->format);
  load_library(decoder.init_flag);
  const FilePtr file(SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size())));
  const SurfacePtr decoded(file ? decoder.load(file.get()) : nullptr);
  if (!decoded) return fail(std::string("the picture cannot be decoded: ") + SDL_GetError());
  const SurfacePtr pixels(SDL_ConvertSurfaceFormat(decoded.get(), SDL_PIXELFORMAT_ARGB8888, 0));
  if (!pixels) return fail(std::string("the picture cannot be decoded: ") + SDL_GetError());
  if (pixels->w != head->size_px.w || pixels->h != head->size_px.h)
    return fail("the picture is of another size than its head says");
  ui::Picture picture{head->size_px, {}};
  const auto width = static_cast<std::size_t>(pixels->w);
  picture.argb.resize(width * static_cast<std::size_t>(pixels->h));
  for (int row = 0; row < pixels->h; ++row)
    std::memcpy(picture.argb.data() + width * static_cast<std::size_t>(row),
                static_cast<const std::uint8_t*>(pixels->pixels) + std::ptrdiff_t{row} * pixels->pitch, 4 * width);
  return picture;
}

}  // namespace kiosk::sdl
