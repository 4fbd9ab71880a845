// Searching for the session: has indices built in the background when they are first needed, and remembers the last
// answer until it is told to forget it.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/background.h"
#include "app/search.h"
#include "content/tree_reader.h"

namespace kiosk::app {

class Finder {
 public:
  // The manifest and the background work outlive the finder; a job that it leaves behind is in vain.
  Finder(std::string folder, const content::Manifest& manifest, Background& background)
      : reader_(std::move(folder)), manifest_(manifest), background_(background) {}

  // Not ready while an index is being built; the session composes again when it is. Valid until the next call.
  const ui::SearchResults& results(const std::string& language, const std::string& typed);
  const ui::PageList& list(const std::string& language);
  // Nothing of what was typed is left.
  void forget();

 private:
  // Null while it is being built.
  std::shared_ptr<const SearchIndex> index(const std::string& language);

  content::TreeReader reader_;
  const content::Manifest& manifest_;
  Background& background_;
  using Indices = std::map<std::string, std::shared_ptr<const SearchIndex>>;  // null = being built
  std::shared_ptr<Indices> indices_ = std::make_shared<Indices>();
  std::string language_, typed_;
  ui::SearchResults results_;
  ui::PageList no_list_;
};

}  // namespace kiosk::app
