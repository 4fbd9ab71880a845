#include "text/font_library.h"

#include <charconv>

#include "base/check.h"
#include "base/file.h"

namespace kiosk::text {

std::vector<std::string> default_font_folders() {
  return {"/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto",
          "/usr/share/fonts/truetype/material-design-icons-iconfont"};
}

FontLibrary::FontLibrary(std::vector<std::string> folders) : folders_(std::move(folders)) {}

static std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

Result<const Face*> FontLibrary::face(std::string_view name) {
  if (const auto it = faces_.find(name); it != faces_.end()) return it->second.get();
  const std::string file(name.substr(0, name.rfind('#')));
  unsigned index = 0;
  if (file.size() != name.size()) {
    const char* const end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + file.size() + 1, end, index);
    if (read.ec != std::errc{} || read.ptr != end) return fail("'" + std::string(name) + "' has no number after '#'");
  }
  if (file.empty() || file.find('/') != std::string::npos || file.find("..") != std::string::npos)
    return fail("'" + std::string(name) + "' is not the name of a font file");
  for (const std::string& folder : folders_) {
    const std::string path = folder + "/" + file;
    if (!file_exists(path)) continue;
    auto face = Face::open(path, index);
    if (!face) return fail(face.error().message);
    return faces_.emplace(std::string(name), std::move(*face)).first->second.get();
  }
  return fail("no font file '" + file + "' in " + joined(folders_));
}

FontStack::FontStack(std::vector<const Face*> faces) : faces_(std::move(faces)) { KIOSK_CHECK(!faces_.empty()); }

}  // namespace kiosk::text
