// A picture's file to pixels, by SDL2_image. The file is hostile: its head is read first, and nothing is decoded that
// is larger than a kiosk can show.
#pragma once

#include <string_view>

#include "base/result.h"
#include "ui/picture.h"

namespace kiosk::sdl {

// PNG, JPEG or WebP. Needs no display and no SDL_Init. From any thread. Error without a path.
[[nodiscard]] Result<ui::Picture> decode_picture(std::string_view bytes);

}  // namespace kiosk::sdl
