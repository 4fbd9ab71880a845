// A file that was cut off or damaged, of any format: the verbs end with a status of their own, and what stood before
// stands after, byte for byte, wherever they did not succeed.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "base/file.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

std::map<std::string, std::string> files_in(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const std::string& path : list_files(folder, "")) files[path] = read_file(folder + "/" + path).value_or("");
  return files;
}

// Cut at every n-th byte, then single bytes changed, at places of a fixed seed.
std::vector<std::string> damaged(const std::string& good, std::size_t cuts) {
  std::vector<std::string> all;
  const std::size_t step = good.size() / cuts + 1;
  for (std::size_t end = 0; end < good.size(); end += step) all.push_back(good.substr(0, end));
  std::mt19937 random(2026);
  constexpr char kBytes[] = {'\0', '"', '<', '{', '\n', '\xFF', '\\', ':'};
  for (std::size_t i = 0; i < cuts; ++i) {
    std::string bad = good;
    bad[random() % bad.size()] = kBytes[random() % std::size(kBytes)];
    all.push_back(std::move(bad));
  }
  return all;
}

std::string name_of(const testing::TestParamInfo<const char*>& of) {
  std::string name = of.param;
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
}

struct Translated {
  TestProject project;
  std::string out = project.root() + "/tree";
  Translated() {
    project.write("rows.csv",
                  "context;source;target\nhome/rent#title;Hyra en bostad;\"Rent; a \"\"home\"\"\"\n"
                  "health/care#title;Vart ska jag vända mig?;Where do I turn?\n");
    project.run({"import", project.root() + "/rows.csv", "--lang", "en", "--domain", "core"});
    project.run({"update"});
  }
  std::vector<std::string> build() const { return {"build", "--site", "town", "--out", out, "--today", "2026-11-22"}; }
};

class MalformedSource : public testing::TestWithParam<const char*> {};

TEST_P(MalformedSource, NeverCrashesAndNeverHalfWrites) {
  const Translated t;
  ASSERT_EQ(t.project.run(t.build()).status, 0);
  const std::string path = GetParam();
  const std::string good = t.project.read(path);
  ASSERT_NE(good, "(no file)");
  int refused = 0;
  for (const std::string& bad : damaged(good, 25)) {
    const auto tree = files_in(t.out);
    t.project.write(path, bad);
    const auto locales = files_in(t.project.root() + "/locales");
    const Outcome built = t.project.run(t.build());
    EXPECT_TRUE(built.status == 0 || built.status == 1) << built.err;
    if (built.status != 0) {
      ++refused;
      EXPECT_EQ(files_in(t.out), tree) << bad;
      EXPECT_NE(built.err, "") << "a refusal says why";
    }
    const Outcome updated = t.project.run({"update"});
    if (updated.status != 0) {
      if (path.ends_with(".po")) {
        EXPECT_EQ(t.project.read(path), bad) << "left as it was";
      } else {
        EXPECT_EQ(files_in(t.project.root() + "/locales"), locales);
      }
    }
    for (const auto& [file, bytes] : locales) t.project.write("locales/" + file, bytes);
    t.project.write(path, good);
  }
  EXPECT_GT(refused, 5) << path;
}

INSTANTIATE_TEST_SUITE_P(EveryFormat, MalformedSource,
                         testing::Values("content/core/pages/health/care.md", "content/core/facts.yaml",
                                         "content/core/topics.yaml", "content/core/ui.yaml",
                                         "content/core/glossary.yaml", "content/sites/town/site.yaml",
                                         "content/sites/town/contacts.yaml", "locales/en/language.yaml",
                                         "locales/en/core.po", "fonts/stacks.yaml"),
                         name_of);

class MalformedExchange : public testing::TestWithParam<const char*> {};

TEST_P(MalformedExchange, NeverCrashesAndNeverHalfWrites) {
  const Translated t;
  const std::string file = t.project.root() + "/t." + GetParam();
  const std::string format = GetParam();
  std::vector<std::string> send = {"export", "--lang", "en", "--domain", "core", "--out", file};
  if (format.starts_with("xliff"))
    send.insert(send.end(), {"--xliff", format.substr(5)});
  else
    send.insert(send.end(), {"--format", format});
  ASSERT_EQ(t.project.run(send).status, 0);
  const std::string good = read_file(file).value_or("");
  const std::string po = t.project.read("locales/en/core.po");
  int refused = 0;
  for (const std::string& bad : damaged(good, 40)) {
    ASSERT_TRUE(write_file(file, bad).has_value());
    const Outcome taken = t.project.run({"import", file, "--lang", "en", "--domain", "core"});
    EXPECT_TRUE(taken.status >= 0 && taken.status <= 2) << taken.err;
    refused += taken.status != 0;
    EXPECT_EQ(t.project.run({"check", "--langs", "en", "--no-fit"}).status, 0) << "the PO file is whole\n" << bad;
    t.project.write("locales/en/core.po", po);
  }
  EXPECT_GT(refused, 5) << format;
}

INSTANTIATE_TEST_SUITE_P(EveryFormat, MalformedExchange, testing::Values("csv", "jsonl", "xliff1.2", "xliff2.1"),
                         name_of);

}  // namespace
}  // namespace kiosk::tool
