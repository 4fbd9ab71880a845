// Names of media files in a tree, what the reader takes of them, and what a picture's head says.
#include "content/media.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "content/picture_head.h"
#include "content/tree_reader.h"
#include "support/source_dir.h"

namespace kiosk::content {
namespace {

std::string sample(const std::string& name) {
  return read_file(test::source_dir() + "/tests/fuzz/corpus/picture/" + name).value();
}

constexpr const char* kName = "0f1e2d3c4b5a69788796a5b4c3d2e1f0.png";

TEST(Media, ANameIsMadeOfTheHashAndTheExtension) {
  const std::string hash = "0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0";
  EXPECT_EQ(media_name(hash, *media_format_of("bin.png")), kName);
  EXPECT_TRUE(is_media_name(kName));
  EXPECT_EQ(format_of_media(kName).extension, "png");
}

TEST(Media, NothingElseIsAName) {
  const std::string hash(32, 'a');
  for (const std::string& name :
       {std::string(), hash, hash + ".gif", hash + ".PNG", hash + ".png.png", "A" + hash.substr(1) + ".png",
        "a" + hash + ".png", hash.substr(1) + ".png", "../" + hash.substr(3) + ".png", "/" + hash.substr(1) + ".png",
        hash + ".", hash + "/.png"})
    EXPECT_FALSE(is_media_name(name)) << name;
}

class MediaOfATree : public testing::Test {
 protected:
  void put(const std::string& name, const std::string& bytes) {
    ASSERT_TRUE(write_file(reader.folder() + "/media/" + name, bytes));
  }
  const TreeReader reader{testing::TempDir() + "/media-" +
                          testing::UnitTest::GetInstance()->current_test_info()->name()};
};

TEST_F(MediaOfATree, AFileComesBackByteForByte) {
  put(kName, sample("good.png"));
  EXPECT_EQ(reader.media(kName).value(), sample("good.png"));
}

TEST_F(MediaOfATree, WhatIsNoNameIsNotOpened) {
  ASSERT_TRUE(write_file(reader.folder() + "/secret.png", sample("good.png")));
  EXPECT_EQ(reader.media("../secret.png").error().message, "no name of a media file: '../secret.png'");
}

TEST_F(MediaOfATree, AFileThatIsMissingTooLargeOrAnotherFormatIsRefused) {
  EXPECT_FALSE(reader.media(kName));
  put(kName, sample("good.jpg"));
  EXPECT_EQ(reader.media(kName).error().message, reader.folder() + "/media/" + kName + ": is no png file");
  std::string large = sample("good.png");
  large.resize(format_of_media(kName).largest_bytes + 1);
  put(kName, large);
  EXPECT_FALSE(reader.media(kName));
}

TEST_F(MediaOfATree, ASoundIsReadByItsFormatToo) {
  const std::string name = "0f1e2d3c4b5a69788796a5b4c3d2e1f0.opus";
  put(name, "OggS and so on");
  EXPECT_EQ(reader.media(name).value(), "OggS and so on");
  put(name, "RIFF1234WAVE");
  EXPECT_EQ(reader.media(name).error().message, reader.folder() + "/media/" + name + ": is no opus file");
}

// A picture is no recording and a recording no picture, whoever wrote the tree.
TEST_F(MediaOfATree, APageNamesEachKindInItsPlace) {
  const auto refusal = [&](const std::string& keys, const std::string& title_keys = "") {
    const std::string path = reader.folder() + "/sv/pages/health/care.yaml";
    EXPECT_TRUE(write_file(path, "blocks:\n  - id: \"a\"\n    kind: \"image\"\n" + keys +
                                     "id: \"health/care\"\nlang: \"sv\"\ntitle: \"Vård\"\n" + title_keys +
                                     "topic: \"health\"\n"));
    const auto page = reader.page("sv", "health/care");
    return page ? std::string() : page.error().message.substr(path.size());
  };
  const std::string picture = std::string("    media: \"") + kName + "\"\n";
  const std::string opus = "\"0f1e2d3c4b5a69788796a5b4c3d2e1f0.opus\"\n";
  EXPECT_EQ(refusal(picture + "    sound: " + opus, "title-sound: " + opus), "");
  EXPECT_THAT(refusal("    media: " + opus), testing::StartsWith(":4:12: expected a picture of the folder media"));
  EXPECT_THAT(refusal(picture + "    sound: \"" + kName + "\"\n"),
              testing::StartsWith(":5:12: expected a recording of the folder media"));
  EXPECT_THAT(refusal(picture, "title-sound: \"../secret.opus\"\n"),
              testing::HasSubstr("expected a recording of the folder media"));
}

struct HeadCase {
  const char* file;
  const char* refusal;  // empty: 32x20 px
};
class Heads : public testing::TestWithParam<HeadCase> {};

TEST_P(Heads, SayTheSizeOrWhyThePictureIsRefused) {
  const auto head = read_picture_head(sample(GetParam().file));
  if (*GetParam().refusal == '\0') {
    ASSERT_TRUE(head) << head.error().message;
    EXPECT_EQ(head->size_px, (Size{32, 20}));
  } else {
    ASSERT_FALSE(head);
    EXPECT_EQ(head.error().message, GetParam().refusal);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Files, Heads,
    testing::Values(HeadCase{"good.png", ""}, HeadCase{"good.jpg", ""}, HeadCase{"progressive.jpg", ""},
                    HeadCase{"exif.jpg", ""}, HeadCase{"lossy.webp", ""}, HeadCase{"lossless.webp", ""},
                    HeadCase{"cut-short.jpg", "the picture's file is cut short"},
                    HeadCase{"cut-short.png", "the picture's file is cut short"},
                    HeadCase{"damaged.png", "the picture's file is damaged"},
                    HeadCase{"huge.png", "a picture of 60000x60000 px; at most 4096 a side and 4194304 in all"},
                    HeadCase{"huge.jpg", "a picture of 65000x65000 px; at most 4096 a side and 4194304 in all"},
                    HeadCase{"scans.jpg", "a JPEG of more than 64 scans"}));

TEST(PictureHead, ACamerasNotesAreSeen) {
  EXPECT_TRUE(read_picture_head(sample("exif.jpg"))->has_camera_data);
  EXPECT_FALSE(read_picture_head(sample("good.jpg"))->has_camera_data);
}

TEST(PictureHead, EveryBeginningOfAFileIsRefusedOrRead) {
  for (const char* file : {"good.png", "good.jpg", "progressive.jpg", "exif.jpg", "lossy.webp", "lossless.webp"}) {
    const std::string bytes = sample(file);
    for (std::size_t size = 0; size < 24; ++size)
      EXPECT_FALSE(read_picture_head(std::string_view(bytes).substr(0, size))) << file << " " << size;
  }
}

}  // namespace
}  // namespace kiosk::content
