#include "build_inputs.h"

#include <link.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/file.h"
#include "sources.h"
#include "text/font_library.h"

namespace kiosk::tool {
namespace {

namespace fs = std::filesystem;

class Lister {
 public:
  explicit Lister(const std::string& root) : root_(root) {}

  void one(const std::string& path) {
    if (const FileStamp stamp = stamp_of(root_ + "/" + path); stamp != FileStamp{}) found_.push_back({path, stamp});
  }
  // Those right in the folder, links too.
  void files_of(const std::string& folder) {
    std::error_code error;
    for (fs::directory_iterator it(root_ + "/" + folder, error), end; !error && it != end; it.increment(error))
      if (it->path().extension() == ".yaml") one(folder + "/" + it->path().filename().string());
  }
  void files_below(const std::string& folder, std::string_view suffix) {
    for (const std::string& file : list_files(root_ + "/" + folder, suffix)) one(folder + "/" + file);
  }
  std::vector<StampedFile> take() {
    std::sort(found_.begin(), found_.end(), [](const StampedFile& a, const StampedFile& b) { return a.path < b.path; });
    return std::move(found_);
  }

 private:
  std::string root_;
  std::vector<StampedFile> found_;
};

int add_library(dl_phdr_info* info, std::size_t, void* paths) {
  if (info->dlpi_name != nullptr && *info->dlpi_name == '/')
    static_cast<std::set<std::string>*>(paths)->insert(info->dlpi_name);
  return 0;
}

}  // namespace

BuildInputs build_inputs(const std::string& root, const std::string& site) {
  Lister sources(root), catalogues(root);
  for (const std::string& folder : {std::string("content/core"), "content/sites/" + site}) {
    sources.files_of(folder);
    sources.files_below(folder + "/audio", "");
    sources.files_below(folder + "/events", ".ics");
    sources.files_below(folder + "/media", "");
    sources.files_below(folder + "/pages", ".md");
  }
  sources.files_below("content/keyboards", ".yaml");
  sources.one(kFontStacksFile);
  std::error_code error;
  for (fs::directory_iterator it(root + "/locales", error), end; !error && it != end; it.increment(error)) {
    const std::string folder = "locales/" + it->path().filename().string();
    sources.one(folder + "/language.yaml");
    for (const std::string& domain : {std::string("ui"), std::string("core"), site})
      catalogues.one(folder + "/" + domain + ".po");
  }
  return {sources.take(), catalogues.take()};
}

std::vector<StampedFile> surroundings(const content::FontStacks& fonts) {
  std::error_code error;
  std::set<std::string> paths{fs::read_symlink("/proc/self/exe", error).string()};
  dl_iterate_phdr(add_library, &paths);
  for (const content::FontFamily& family : fonts.families)
    for (const std::string& name : {family.regular, family.bold})
      for (const std::string& folder : text::default_font_folders())
        paths.insert(folder + "/" + name.substr(0, name.find('#')));
  std::vector<StampedFile> found;
  for (const std::string& path : paths)
    if (const FileStamp stamp = stamp_of(path); stamp != FileStamp{}) found.push_back({path, stamp});
  return found;
}

}  // namespace kiosk::tool
