// Finds faces by explicit file name in given folders and opens each once. fontconfig is never asked.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/face.h"

namespace kiosk::text {

// Debian's folders for Noto and the icon font.
std::vector<std::string> default_font_folders();

class FontLibrary {
 public:
  explicit FontLibrary(std::vector<std::string> folders = default_font_folders());

  // "NotoSans-Regular.ttf", or "NotoSansCJK-Regular.ttc#2" for a face of a collection. A name with '/' or ".." is
  // refused. The face lives as long as the library. Error names the file and the folders searched.
  [[nodiscard]] Result<const Face*> face(std::string_view name);

 private:
  std::vector<std::string> folders_;
  std::map<std::string, std::unique_ptr<Face>, std::less<>> faces_;
};

// Faces in order of preference. The first that has a whole grapheme cluster shows it (LAYOUT-DUMP: no stickiness);
// where none has it, the first face shows .notdef.
class FontStack {
 public:
  explicit FontStack(std::vector<const Face*> faces);  // at least one
  const std::vector<const Face*>& faces() const { return faces_; }

 private:
  std::vector<const Face*> faces_;
};

}  // namespace kiosk::text
