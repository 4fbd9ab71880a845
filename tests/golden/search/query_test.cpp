// Queries with the page expected first, on a compiled tree: search_queries TREE FILE.tsv LEAST_PERCENT. Words that must
// not match: search_queries --words FILE.tsv.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "app/search.h"
#include "base/check.h"
#include "i18n/collation.h"
#include "i18n/locale.h"
#include "i18n/words.h"

namespace {

using namespace kiosk;

std::vector<std::vector<std::string>> rows_of(const char* path) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string>& row = rows.emplace_back();
    std::istringstream fields(line);
    for (std::string field; std::getline(fields, field, '\t');) row.push_back(field);
  }
  return rows;
}

int queries(const char* tree, const char* path, int least_percent) {
  const content::TreeReader reader(tree);
  const auto manifest = reader.manifest();
  if (!manifest) {
    std::fprintf(stderr, "%s\n", manifest.error().message.c_str());
    return 2;
  }
  std::map<std::string, std::shared_ptr<const app::SearchIndex>> indices;
  const auto index = [&](const std::string& tag) -> const app::SearchIndex* {
    if (const auto known = indices.find(tag); known != indices.end()) return known->second.get();
    for (const content::Language& language : manifest->languages)
      if (language.tag == tag) return (indices[tag] = app::SearchIndex::build(reader, language)).get();
    return nullptr;
  };
  int right = 0, all = 0;
  for (const auto& row : rows_of(path)) {
    KIOSK_CHECK(row.size() >= 3);
    const app::SearchIndex* own = index(row[0]);
    KIOSK_CHECK(own != nullptr);
    const ui::SearchResults found = app::search(row[1], *own, row[0] == "sv" ? nullptr : index("sv"));
    const std::string first = found.items.empty() ? "nothing" : found.items.front().page;
    ++all;
    if (first == row[2])
      ++right;
    else
      std::printf("%s \"%s\": expected %s, found %s\n", row[0].c_str(), row[1].c_str(), row[2].c_str(), first.c_str());
  }
  std::printf("%d of %d queries have their page first (%d %%)\n", right, all, all == 0 ? 0 : right * 100 / all);
  return all > 0 && right * 100 >= all * least_percent ? 0 : 1;
}

int words(const char* path) {
  int wrong = 0, all = 0;
  for (const auto& row : rows_of(path)) {
    KIOSK_CHECK(row.size() >= 3);
    const i18n::SearchKeys keys(row[0], i18n::collation_locale(row[0], i18n::script_of(row[0]), {}));
    ++all;
    for (const i18n::SearchKey& typed : keys.keys_of(row[1]))
      for (const i18n::SearchKey& word : keys.keys_of(row[2]))
        if (i18n::likeness(typed, i18n::count_letters(row[1]), word) != i18n::Likeness::kNone) {
          std::printf("%s \"%s\" must not match \"%s\"\n", row[0].c_str(), row[1].c_str(), row[2].c_str());
          ++wrong;
        }
  }
  std::printf("%d pairs of words, %d match that must not\n", all, wrong);
  return all > 0 && wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string(argv[1]) == "--words") return words(argv[2]);
  if (argc == 4) return queries(argv[1], argv[2], std::atoi(argv[3]));
  std::fprintf(stderr, "usage: search_queries TREE FILE.tsv LEAST_PERCENT | --words FILE.tsv\n");
  return 2;
}
