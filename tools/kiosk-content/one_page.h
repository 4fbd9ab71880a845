// One page of one language as a site's kiosk shows it: for the verbs that look at a single page.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "command_line.h"
#include "page_picture.h"
#include "project.h"
#include "tree_builder.h"

namespace kiosk::tool {

struct OnePageOptions {
  std::string page, language;
  std::string site;  // empty: the first that has the page
  std::string date;  // ISO; empty: today
};

// The arguments that name it.
void add_page_options(Verb& verb, OnePageOptions& options);

class OnePage {
 public:
  // Null when the language or the page is none of the project's: said on stderr, with what was perhaps meant.
  static std::unique_ptr<OnePage> open(const std::string& root, const OnePageOptions& options);

  const Sources& sources() const { return project_.sources; }
  const SourcePart& site() const { return *site_; }
  const SourcePage& page() const { return *page_; }
  const content::Language& language() const { return *language_; }
  const TreeBuilder& tree() const { return *tree_; }
  // At noon of the day.
  PictureOptions picture() const;

  // Prints the errors of the project on stderr; false when there are any.
  bool is_sound() const;

 private:
  OnePage() = default;

  std::string root_, date_;
  DiagnosticSink sink_;
  Project project_;
  const SourcePart* site_ = nullptr;
  const SourcePage* page_ = nullptr;
  const content::Language* language_ = nullptr;
  std::optional<TreeBuilder> tree_;
};

}  // namespace kiosk::tool
