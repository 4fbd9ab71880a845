// Reads the compiled tree, one file at a time and never the whole. Every file is hostile until checked: a bad one is an
// Error that names file and line, and costs what it holds, not the kiosk.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "content/tree.h"

namespace kiosk::content {

class TreeReader {
 public:
  explicit TreeReader(std::string folder) : folder_(std::move(folder)) {}
  const std::string& folder() const { return folder_; }

  [[nodiscard]] Result<Manifest> manifest() const;
  [[nodiscard]] Result<Site> site(std::string_view language) const;
  [[nodiscard]] Result<Topic> topic(std::string_view language, std::string_view id) const;
  [[nodiscard]] Result<Page> page(std::string_view language, std::string_view id) const;
  [[nodiscard]] Result<Phrases> phrases(std::string_view language) const;
  [[nodiscard]] Result<Notices> notices(std::string_view language) const;
  [[nodiscard]] Result<Polls> polls(std::string_view language) const;
  [[nodiscard]] Result<Glossary> glossary(std::string_view language) const;
  [[nodiscard]] Result<Events> events(std::string_view language) const;
  [[nodiscard]] Result<Keyboards> keyboards(std::string_view language) const;
  // The bytes of a file of the folder media; no larger than its format may be, and beginning as it does. Whether they
  // can be decoded is for the decoder to say.
  [[nodiscard]] Result<std::string> media(std::string_view name) const;
  // Whether the tree has the page's file, readable or not.
  bool has_page(std::string_view language, std::string_view id) const;

 private:
  std::string folder_;
};

// A page or topic id: lower-case ASCII letters, digits, '-', one '/' at most between two parts. Nothing else reaches a
// path.
bool is_content_id(std::string_view id);
bool is_language_tag(std::string_view tag);

}  // namespace kiosk::content
