// Bundles good and hostile against a store (RELIABILITY goal 4: TUF's attack list, and every way a stick can lie).
#include "bundle/install.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <functional>

#include <filesystem>

#include "base/file.h"
#include "bundle/pack.h"
#include "bundle/sha256.h"
#include "support/sample_tree.h"

namespace kiosk::bundle {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::SizeIs;

// A pack with any entries, good or bad.
struct Entry {
  std::string name, bytes = "x", link = {};
  unsigned type = AE_IFREG;
};
std::string any_pack(const std::vector<Entry>& entries) {
  std::string out(8u << 20, '\0');
  std::size_t used = 0;
  archive* a = archive_write_new();
  archive_write_set_format_pax_restricted(a);
  archive_write_add_filter_zstd(a);
  archive_write_open_memory(a, out.data(), out.size(), &used);
  for (const Entry& e : entries) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, e.name.c_str());
    archive_entry_set_filetype(entry, e.type);
    archive_entry_set_perm(entry, 0644);
    if (e.type == AE_IFLNK) archive_entry_set_symlink(entry, e.link.c_str());
    if (e.type == AE_IFREG && !e.link.empty()) archive_entry_set_hardlink(entry, e.link.c_str());
    const bool bytes = e.type == AE_IFREG && e.link.empty();
    archive_entry_set_size(entry, bytes ? static_cast<la_int64_t>(e.bytes.size()) : 0);
    archive_write_header(a, entry);
    if (bytes) archive_write_data(a, e.bytes.data(), e.bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  out.resize(used);
  return out;
}

class Install : public ::testing::Test {
 protected:
  Install() {
    folder_ = ::testing::TempDir() + "bundle-" + std::to_string(::getpid()) + "-" +
              ::testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    fs::rename(kiosk::test::write_sample_tree("bundle-" + std::to_string(::getpid())), tree());
  }
  ~Install() override { fs::remove_all(folder_); }

  std::string tree() const { return folder_ + "/tree"; }
  std::string stick() const { return folder_ + "/stick"; }
  std::string store() const { return folder_ + "/store"; }

  // The sample tree as a bundle; `change` may alter the manifest before it is signed.
  void pack(std::int64_t sequence, const std::function<void(BundleManifest&)>& change = {}) {
    fs::remove_all(stick());
    BundleManifest manifest{"town", "stable", sequence, "2027-05-01", {}, {}, {}, {}};
    for (const auto& entry : fs::directory_iterator(tree()))
      if (entry.is_directory()) {
        const std::string name = entry.path().filename().string(), bytes = *make_pack(entry.path().string());
        ASSERT_TRUE(write_file(stick() + "/" + pack_file(name), bytes));
        manifest.packs.push_back({name, sha256_hex(bytes), bytes.size()});
      }
    if (change) change(manifest);
    sign_manifest(*with_bundle(*read_file(tree() + "/manifest.yaml"), "manifest.yaml", manifest));
  }
  void sign_manifest(const std::string& text) {
    ASSERT_TRUE(write_file(stick() + "/manifest.yaml", text));
    ASSERT_TRUE(write_file(stick() + "/manifest.yaml.minisig", *sign(text, key_.secret, "test")));
  }
  // A pack of the bundle replaced by other bytes, with a manifest that agrees.
  void repack(std::int64_t sequence, const std::string& name, const std::string& bytes) {
    pack(sequence, [&](BundleManifest& manifest) {
      for (PackEntry& entry : manifest.packs)
        if (entry.name == name) entry = {name, sha256_hex(bytes), bytes.size()};
    });
    ASSERT_TRUE(write_file(stick() + "/" + pack_file(name), bytes));
  }

  tl::expected<Staged, Refused> stage_here(const InstallRules& rules) {
    auto opened = Store::open(store());
    EXPECT_TRUE(opened) << opened.error().message;
    return stage(**opened, stick(), rules);
  }
  tl::expected<Staged, Refused> stage_here() { return stage_here({{key_.open}, "", ""}); }
  std::string refusal() {
    const auto staged = stage_here();
    return staged ? "taken" : to_string(staged.error().why);
  }
  // Stages, goes live and has proved itself.
  void install(std::int64_t sequence) {
    pack(sequence);
    auto opened = Store::open(store());
    ASSERT_TRUE(opened) << opened.error().message;
    const auto staged = stage(**opened, stick(), {{key_.open}, "", ""});
    ASSERT_TRUE(staged) << staged.error().detail;
    ASSERT_TRUE((*opened)->activate(staged->tree, staged->floor, staged->manifest.next_key));
    ASSERT_TRUE((*opened)->confirm());
  }
  std::int64_t live() const {
    const auto text = read_file(store() + "/current/manifest.yaml");
    return text ? read_bundle_manifest(*text, "manifest.yaml")->sequence : 0;
  }

  std::string folder_;
  KeyPair key_ = *make_key_pair();
};

TEST_F(Install, AGoodBundleGoesLiveAndIsTheTree) {
  install(7);
  EXPECT_EQ(live(), 7);
  for (const std::string& file : list_files(tree(), ""))
    if (file != "manifest.yaml") {
      EXPECT_EQ(*read_file(store() + "/current/" + file), *read_file(tree() + "/" + file)) << file;
    }
}

TEST_F(Install, AnUpdateOfOneLanguageMovesItsPackAlone) {
  install(7);
  const std::string page = tree() + "/" + list_files(tree(), "site.yaml").front();
  ASSERT_TRUE(write_file(page, *read_file(page) + "\n"));
  pack(8);
  const auto staged = stage_here();
  ASSERT_TRUE(staged) << staged.error().detail;
  EXPECT_THAT(staged->moved, SizeIs(1));
  EXPECT_EQ(live(), 7) << "staging touches nothing live";
}

TEST_F(Install, TheSameBundleAgainIsNothingToDo) {
  install(7);
  const auto staged = stage_here();
  ASSERT_TRUE(staged);
  EXPECT_TRUE(staged->is_current);
}

TEST_F(Install, RefusesWhatIsNotForThisKiosk) {
  install(7);
  pack(6);
  EXPECT_EQ(refusal(), "older");
  pack(7, [](BundleManifest& m) { m.valid_until = "2030-01-01"; });
  EXPECT_EQ(refusal(), "older") << "one number, two bundles";
  pack(8, [](BundleManifest& m) { m.id = "village"; });
  EXPECT_EQ(refusal(), "other-kiosk");
  pack(8, [](BundleManifest& m) { m.channel = "test"; });
  EXPECT_EQ(refusal(), "other-channel");
  EXPECT_EQ(live(), 7);
}

TEST_F(Install, RefusesWhatWasNotSignedByUs) {
  pack(7);
  EXPECT_EQ(to_string(stage_here({{make_key_pair()->open}, "", ""}).error().why), std::string("unknown-key"));
  ASSERT_TRUE(write_file(stick() + "/manifest.yaml", *read_file(stick() + "/manifest.yaml") + "\n"));
  EXPECT_EQ(refusal(), "bad-signature");
  fs::remove(stick() + "/manifest.yaml.minisig");
  EXPECT_EQ(refusal(), "no-bundle");
  fs::remove_all(stick());
  EXPECT_EQ(refusal(), "no-bundle");
}

TEST_F(Install, EveryFlippedBitOfTheManifestIsRefused) {
  pack(7);
  const std::string good = *read_file(stick() + "/manifest.yaml");
  auto opened = Store::open(store());
  for (std::size_t i = 0; i < good.size() * 8; i += 1) {
    std::string changed = good;
    changed[i / 8] = static_cast<char>(changed[i / 8] ^ (1 << i % 8));
    ASSERT_FALSE(verify(changed, *read_file(stick() + "/manifest.yaml.minisig"), {key_.open})) << "bit " << i;
  }
}

TEST_F(Install, RefusesAPackThatIsMissingCutOrChanged) {
  pack(7);
  const std::string file = stick() + "/" + pack_file("sv"), good = *read_file(file);
  for (std::size_t size = 0; size < good.size(); size += 97) {
    ASSERT_TRUE(write_file(file, good.substr(0, size)));
    EXPECT_EQ(refusal(), "damaged") << size;
  }
  ASSERT_TRUE(write_file(file, good + "x"));
  EXPECT_EQ(refusal(), "damaged");
  std::string changed = good;
  changed[good.size() / 2] = static_cast<char>(changed[good.size() / 2] ^ 1);
  ASSERT_TRUE(write_file(file, changed));
  EXPECT_EQ(refusal(), "damaged");
  fs::remove(file);
  EXPECT_EQ(refusal(), "damaged");
  fs::create_symlink("/etc/passwd", file);
  EXPECT_EQ(refusal(), "damaged");
  fs::remove(file);
  ASSERT_EQ(::mkfifo(file.c_str(), 0644), 0);
  EXPECT_EQ(refusal(), "damaged") << "a FIFO must not hold us up";
  fs::remove(file);
  fs::create_symlink("/dev/zero", file);
  EXPECT_EQ(refusal(), "damaged");
}

TEST_F(Install, RefusesPacksThatLeadOutOrHoldNoPlainFiles) {
  const std::string outside = folder_ + "/outside";
  const std::vector<std::vector<Entry>> hostile = {
      {{"../outside"}},
      {{"a/../../outside"}},
      {{outside}},
      {{"/etc/cron.d/x"}},
      {{".hidden"}},
      {{"a/b/c/d/e"}},
      {{"a\\b"}},
      {{"a//b"}},
      {{"a/./b"}},
      {{"-rf"}},
      {{std::string(300, 'a')}},
      {{"naïve"}},
      {{"new\nline"}},
      {{"link", "", "/etc/passwd", AE_IFLNK}},
      {{"dir", "", "", AE_IFDIR}},
      {{"fifo", "", "", AE_IFIFO}},
      {{"dev", "", "", AE_IFCHR}},
      {{"a"}, {"b", "", "a"}},
      {{"site.yaml"}, {"site.yaml"}},
      {{"link", "", "..", AE_IFLNK}, {"link/outside"}},
      {{"a"}, {"a/b"}},
  };
  std::int64_t sequence = 7;
  for (const auto& entries : hostile) {
    repack(sequence++, "sv", any_pack(entries));
    EXPECT_NE(refusal(), "taken") << entries.back().name;
    EXPECT_FALSE(fs::exists(outside));
  }
}

TEST_F(Install, RefusesPacksThatNeverEnd) {
  repack(7, "sv", any_pack({{"big", std::string(9u << 20, '\0')}}));
  EXPECT_EQ(refusal(), "damaged") << "9 MB in one file";
  std::vector<Entry> many;
  for (int i = 0; i < 20001; ++i) many.push_back({"f" + std::to_string(i), ""});
  repack(8, "sv", any_pack(many));
  EXPECT_EQ(refusal(), "damaged") << "20,001 files";
}

TEST_F(Install, RefusesAManifestThatLiesAboutItsPacks) {
  const std::vector<std::function<void(BundleManifest&)>> lies = {
      [](BundleManifest& m) { m.packs.pop_back(); },
      [](BundleManifest& m) {
        m.packs.push_back({"xx", std::string(64, 'a'), m.packs[0].size});
      },
      [](BundleManifest& m) { m.packs[0].size += 1; },
      [](BundleManifest& m) { std::swap(m.packs[0].sha256, m.packs[1].sha256); },
      [](BundleManifest& m) { m.packs[0].size = kLargestPack + 1; },
      [](BundleManifest& m) { m.packs[0].name = "../../etc"; },
      [](BundleManifest& m) { m.packs[0].sha256 = "../../x"; },
      [](BundleManifest& m) { m.packs.push_back(m.packs[0]); },
      [](BundleManifest& m) { m.packs.clear(); },
      [](BundleManifest& m) { m.sequence = -1; },
      [](BundleManifest& m) { m.valid_until = "never"; },
      [](BundleManifest& m) { m.id = "../x"; },
  };
  for (std::size_t i = 0; i < lies.size(); ++i) {
    fs::remove_all(store());
    pack(7, lies[i]);
    EXPECT_NE(refusal(), "taken") << "lie " << i;
  }
  EXPECT_EQ(live(), 0);
}

TEST_F(Install, ATreeThatNoKioskCanReadIsRefused) {
  const std::string site = tree() + "/" + list_files(tree(), "site.yaml").front();
  ASSERT_TRUE(write_file(site, "broken: ["));
  pack(7);
  EXPECT_EQ(refusal(), "damaged");
}

TEST_F(Install, ABundleThatDidNotWorkGoesBackAndStaysOut) {
  install(7);
  pack(8);
  {
    auto opened = Store::open(store());
    const auto staged = stage(**opened, stick(), {{key_.open}, "", ""});
    ASSERT_TRUE(staged);
    ASSERT_TRUE((*opened)->activate(staged->tree, staged->floor, {}));
    for (int start = 1; start <= 3; ++start) EXPECT_FALSE(*(*opened)->count_start()) << start;
    EXPECT_EQ(live(), 8);
    EXPECT_TRUE(*(*opened)->count_start()) << "the fourth start goes back";
  }
  EXPECT_EQ(live(), 7);
  EXPECT_EQ(refusal(), "failed-before");
  pack(7, [](BundleManifest& m) { m.valid_until = "2030-01-01"; });
  EXPECT_EQ(refusal(), "older") << "going back lowers no floor";
  install(9);
  EXPECT_EQ(live(), 9);
}

TEST_F(Install, AKeyNamedByASignedManifestIsTrustedFromThenOn) {
  const KeyPair next = *make_key_pair();
  pack(7, [&](BundleManifest& m) { m.next_key = next.open; });
  {
    auto opened = Store::open(store());
    const auto staged = stage(**opened, stick(), {{key_.open}, "", ""});
    ASSERT_TRUE(staged) << staged.error().detail;
    ASSERT_TRUE((*opened)->activate(staged->tree, staged->floor, staged->manifest.next_key));
  }
  key_ = next;
  pack(8);
  const auto staged = stage_here({{make_key_pair()->open}, "", ""});
  EXPECT_TRUE(staged) << staged.error().detail;
}

TEST_F(Install, ADamagedFloorLetsNothingIn) {
  install(7);
  ASSERT_TRUE(write_file(store() + "/floor.yaml", "junk"));
  const auto opened = Store::open(store());
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("floor"));
  EXPECT_EQ(live(), 7) << "what is there stays up";
}

TEST_F(Install, AMissingFloorIsTheLiveTrees) {
  install(7);
  fs::remove(store() + "/floor.yaml");
  pack(6);
  EXPECT_EQ(refusal(), "older");
}

TEST_F(Install, OneProgramAtATime) {
  const auto first = Store::open(store());
  ASSERT_TRUE(first);
  EXPECT_FALSE(Store::open(store()));
}

TEST_F(Install, WhatNothingLeadsToIsRemoved) {
  install(7);
  const std::string page = tree() + "/" + list_files(tree(), "site.yaml").front();
  ASSERT_TRUE(write_file(page, *read_file(page) + "\n"));
  install(8);
  const auto count = [](const std::string& f) {
    return std::distance(fs::directory_iterator(f), fs::directory_iterator());
  };
  EXPECT_EQ(count(store() + "/trees"), 1);
  EXPECT_EQ(count(store() + "/packs"), count(tree()) - 1);
}

TEST_F(Install, TheSameFolderGivesTheSamePack) {
  const std::string folder = tree() + "/sv", first = *make_pack(folder);
  fs::last_write_time(folder + "/site.yaml", fs::file_time_type::clock::now() + std::chrono::hours(5));
  EXPECT_EQ(*make_pack(folder), first);
}

}  // namespace
}  // namespace kiosk::bundle
