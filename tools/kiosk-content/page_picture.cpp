#include "page_picture.h"

#include <algorithm>
#include <filesystem>

#include "sdl/decode_picture.h"
#include "small_png.h"
#include "ui/compose.h"

namespace kiosk::tool {
namespace {

constexpr int kTallest = 8192;  // px, of an off-screen picture

ui::Display display_of(int width_px) {
  ui::Display display;
  display.size_px.h = display.size_px.h * width_px / display.size_px.w;
  display.size_px.w = width_px;
  return display;
}

// As high as the page needs, so that nothing is scrolled away.
ui::Screen compose_whole(const ui::State& state, const ui::Model& model, ui::Display& display,
                         ui::Typesetter& typesetter) {
  ui::Screen screen = ui::compose(state, model, display, typesetter);
  while (screen.max_scroll_px > 0 && display.size_px.h < kTallest) {
    const int height = std::min(kTallest, display.size_px.h + screen.max_scroll_px);
    display.height_mm *= static_cast<double>(height) / display.size_px.h;
    display.size_px.h = height;
    screen = ui::compose(state, model, display, typesetter);
  }
  return screen;
}

}  // namespace

PagePictures::PagePictures(const TreeBuilder& tree, PictureOptions options)
    : tree_(tree),
      options_(options),
      manifest_(tree.manifest()),
      typesetter_(manifest_, fonts_),
      media_(tree.media()) {}

const ui::PicturesOfPage& PagePictures::pictures_of(const content::Page& page) {
  ui::PicturesOfPage pictures;
  for (const content::Block& block : page.blocks) {
    const auto media = media_.find(block.media);
    if (block.kind != content::BlockKind::kImage || media == media_.end()) continue;
    // The same page comes again in the next language.
    if (const auto known = pictures_.find(block.media); known != pictures_.end()) {
      pictures.insert(*known);
      continue;
    }
    const auto bytes = read_media(*media->second);
    auto decoded = bytes ? sdl::decode_picture(*bytes) : Result<ui::Picture>(tl::unexpected(bytes.error()));
    pictures.emplace(block.media, decoded ? std::make_shared<const ui::Picture>(std::move(*decoded)) : nullptr);
  }
  pictures_ = std::move(pictures);
  return pictures_;
}

PagePictures::Composed PagePictures::compose(const SourcePage& page, const content::Language& language) {
  const content::Site site = tree_.site(language);
  const content::Page shown = tree_.page(language, page);
  ui::Model model;
  model.manifest = &manifest_;
  model.site = &site;
  model.page = &shown;
  const ui::HoursOfPage hours = ui::hours_of(shown, {}, options_.now_ms);
  model.hours = &hours;
  model.pictures = &pictures_of(shown);
  ui::State state;
  state.place = {ui::ScreenKind::kPage, page.topic, page.id};
  state.language = language.tag;
  state.language_chosen = true;
  state.text_scale = options_.text_scale;
  state.now_ms = state.active_ms = options_.now_ms;
  ui::Display display = display_of(options_.width_px);
  ui::Screen screen = compose_whole(state, model, display, typesetter_);
  return {std::move(screen), display.size_px};
}

Result<std::unique_ptr<sdl::Screen>> PagePictures::draw(const SourcePage& page, const content::Language& language) {
  const Composed composed = compose(page, language);
  auto surface = sdl::Screen::open({sdl::ScreenOptions::Mode::kHeadless, composed.size, {}});
  if (surface) (*surface)->draw(composed.screen.list);
  return surface;
}

Result<std::string> PagePictures::small(const SourcePage& page, const content::Language& language) {
  const auto drawn = draw(page, language);
  if (!drawn) return tl::unexpected(drawn.error());
  return small_png((*drawn)->pixels(), (*drawn)->size());
}

Result<void> PagePictures::save(const SourcePage& page, const content::Language& language, const std::string& path) {
  const auto drawn = draw(page, language);
  if (!drawn) return tl::unexpected(drawn.error());
  // Beside the target first: a picture is whole or not there.
  const std::string unfinished = path + ".part";
  if (const auto saved = (*drawn)->save_png(unfinished); !saved) return saved;
  std::error_code error;
  std::filesystem::rename(unfinished, path, error);
  if (error) return fail(path + ": " + error.message());
  return {};
}

}  // namespace kiosk::tool
