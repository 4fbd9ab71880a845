// Every prepared notice of a tree in every language, with times, dates, numbers and a place filled in, against one file
// a language.   notices TREE FOLDER [--update]
// A file has a line for each notice and set of values: "ID VALUES: words". The isolates round inserted values show as ⟨
// ⟩. A notice that a language lacks is a fault, and so is a file of a language that the tree has not.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "base/file.h"
#include "content/tree_reader.h"
#include "i18n/locale.h"
#include "ui/notices.h"

namespace {

using namespace kiosk;

const std::vector<std::string>& samples(const std::string& kind) {
  static const std::map<std::string, std::vector<std::string>> kSamples = {
      {"time", {"09:05", "14:30"}},
      {"date", {"2026-12-01", "2027-03-28"}},
      {"number", {"0", "1", "2", "3", "5", "11", "21", "100"}},
      {"place", {"Stadsbiblioteket, rum 3"}}};
  return kSamples.at(kind);
}

std::string visible(std::string text) {
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
      text.replace(at, from.size(), to);
  };
  replace("\u2068", "⟨");
  replace("\u2069", "⟩");
  return text;
}

std::string lines_of(const content::Notice& notice, const std::string& locale) {
  std::size_t cases = 1;
  for (const auto& [name, kind] : notice.values) cases = std::max(cases, samples(kind).size());
  std::string lines;
  for (std::size_t i = 0; i < cases; ++i) {
    ui::NoticeValues values;
    std::string named;
    for (const auto& [name, kind] : notice.values) {
      const std::string& value = samples(kind)[i % samples(kind).size()];
      values[name] = value;
      named += " " + name + "=" + value;
    }
    lines += notice.id + named + ": " + visible(ui::notice_words(notice, values, locale)) + "\n";
  }
  return lines;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  i18n::use_root_locale();
  const std::string folder = argv[2];
  const bool update = argc > 3 && std::string(argv[3]) == "--update";
  const content::TreeReader tree(argv[1]);
  const auto manifest = tree.manifest();
  if (!manifest) return std::fprintf(stderr, "%s\n", manifest.error().message.c_str()), 2;
  int faults = 0;
  const auto fault = [&](const std::string& what) {
    std::fprintf(stderr, "%s\n", what.c_str());
    ++faults;
  };
  std::set<std::string> files;
  for (const content::Language& language : manifest->languages) {
    const auto notices = tree.notices(language.tag);
    if (!notices) {
      fault(notices.error().message);
      continue;
    }
    std::string words;
    for (const content::Notice& notice : notices->notices) {
      if (!notice.text.lang.empty() && notice.text.lang != language.tag)
        fault(language.tag + ": the notice '" + notice.id + "' is in " + notice.text.lang);
      words += lines_of(notice, language.format_locale);
    }
    const std::string path = folder + "/" + language.tag + ".txt";
    files.insert(path);
    if (update) {
      if (const auto written = write_file(path, words); !written) fault(written.error().message);
      continue;
    }
    const auto expected = read_file(path);
    if (!expected)
      fault(expected.error().message);
    else if (*expected != words)
      fault(path + ": expected\n" + *expected + "found\n" + words);
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt" && !files.contains(entry.path().string()))
      fault(entry.path().string() + ": the tree has no such language");
  std::printf("%zu languages, %d faults\n", manifest->languages.size(), faults);
  return faults == 0 ? 0 : 1;
}
