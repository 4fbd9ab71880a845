// Pictures of pages as the kiosk's own screens show them, drawn off screen: each from top to end, however long.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "sdl/screen.h"
#include "text/font_library.h"
#include "tree_builder.h"
#include "ui/screen.h"
#include "ui/typesetter.h"

namespace kiosk::tool {

struct PictureOptions {
  int width_px = 1920;   // of a screen 476 mm wide: fewer px make a smaller picture of the same screen
  int text_scale = 100;  // 100 | 125 | 150 | 200
  std::int64_t now_ms = 0;
};

class PagePictures {
 public:
  // Borrows the tree.
  PagePictures(const TreeBuilder& tree, PictureOptions options);
  PagePictures(const PagePictures&) = delete;
  PagePictures& operator=(const PagePictures&) = delete;

  // The page from top to end, as elements and as what is drawn.
  struct Composed {
    ui::Screen screen;
    Size size;
  };
  Composed compose(const SourcePage& page, const content::Language& language);

  // Writes a PNG. `language` is one of the tree's.
  [[nodiscard]] Result<void> save(const SourcePage& page, const content::Language& language, const std::string& path);

  // The bytes of a PNG of few colours.
  [[nodiscard]] Result<std::string> small(const SourcePage& page, const content::Language& language);

 private:
  // Decodes the page's; one that cannot be is null, as for a kiosk.
  const ui::PicturesOfPage& pictures_of(const content::Page& page);
  [[nodiscard]] Result<std::unique_ptr<sdl::Screen>> draw(const SourcePage& page, const content::Language& language);

  const TreeBuilder& tree_;
  PictureOptions options_;
  content::Manifest manifest_;
  text::FontLibrary fonts_;
  ui::Typesetter typesetter_;
  std::map<std::string, const MediaSource*> media_;
  ui::PicturesOfPage pictures_;  // of the last page
};

}  // namespace kiosk::tool
