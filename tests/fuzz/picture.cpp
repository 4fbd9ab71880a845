// Any bytes as a picture: refused with a reason, or as many pixels as the head said.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "content/picture_head.h"
#include "sdl/decode_picture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto picture = kiosk::sdl::decode_picture(bytes);
  if (!picture) {
    KIOSK_CHECK(!picture.error().message.empty());
    return 0;
  }
  const auto head = kiosk::content::read_picture_head(bytes);
  KIOSK_CHECK(head.has_value() && head->size_px == picture->size_px);
  KIOSK_CHECK(picture->argb.size() == std::size_t(head->size_px.w) * std::size_t(head->size_px.h));
  return 0;
}
