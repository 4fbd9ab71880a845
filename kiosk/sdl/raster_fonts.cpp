#include "sdl/raster_fonts.h"

#include "base/log.h"
#include "sdl/mapped_file.h"

namespace kiosk::sdl {

RasterFonts::~RasterFonts() {
  entries_.clear();
  if (started_) TTF_Quit();
}

RasterFonts::Entry& RasterFonts::of(const text::Face& face) {
  Known& known = known_[&face];
  // Another face may have come to live at the address of one that is gone.
  if (known.entry == nullptr || known.index != face.index() || known.path != face.path()) {
    known = {face.path(), face.index(), &open(face)};
  }
  return *known.entry;
}

RasterFonts::Entry& RasterFonts::open(const text::Face& face) {
  const auto entry = try_open(face);
  if (entry) return **entry;
  log_once("cannot draw " + face.path() + "#" + std::to_string(face.index()) + ": " + entry.error().message);
  return missing_;
}

Result<RasterFonts::Entry*> RasterFonts::try_open(const text::Face& face) {
  auto file = map_file(face.path());
  if (!file) return tl::unexpected(file.error());
  auto sfnt = VirtualSfnt::create(std::move(*file), face.index());
  if (!sfnt) return tl::unexpected(sfnt.error());
  const std::pair key(face.path(), (*sfnt)->glyph_data_offset());
  if (const auto it = entries_.find(key); it != entries_.end()) return &it->second;

  if (!started_ && TTF_Init() != 0) return fail(TTF_GetError());
  started_ = true;
  auto font = RasterFont::open(std::move(*sfnt));
  if (!font) return tl::unexpected(font.error());
  const auto number = static_cast<std::uint32_t>(entries_.size() + 1);
  return &entries_.emplace(key, Entry{std::move(*font), number}).first->second;
}

}  // namespace kiosk::sdl
