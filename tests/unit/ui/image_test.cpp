// Pictures of a page: whole, never the other way round, with their words for who cannot see them.
#include "ui/image_box.h"

#include <gtest/gtest.h>

#include "support/sample_tree.h"
#include "ui/compose.h"
#include "ui/spoken.h"

namespace kiosk::ui {
namespace {

class ImageTest : public testing::Test {
 protected:
  ImageTest() { pictures_[kName] = std::make_shared<const Picture>(Picture{{600, 300}, {}}); }

  Screen page(const std::string& language, ThemeName theme = ThemeName::kLight) {
    State state;
    state.place = {ScreenKind::kPage, "safety", "safety/numbers"};
    state.language = language;
    state.language_chosen = true;
    state.theme = theme;
    state.listening.element = listening_;
    site_ = test::sample_site(language);
    shown_ = test::sample_page(language, "safety/numbers", 0);
    content::Block block;
    block.id = "lapp";
    block.kind = content::BlockKind::kImage;
    block.media = kName;
    if (!decorative_) block.sentences = {test::sentence("En lapp.", content::State::kMachine)};
    shown_.blocks = {block};
    Typesetter typesetter(manifest_, fonts_);
    Model model;
    model.manifest = &manifest_;
    model.site = &site_;
    model.page = &shown_;
    model.pictures = &pictures_;
    return compose(state, model, display_, typesetter);
  }

  static std::vector<Image> images(const Screen& screen) {
    std::vector<Image> found;
    for (const DrawItem& item : screen.list.items)
      if (const Image* image = std::get_if<Image>(&item)) found.push_back(*image);
    return found;
  }

  static constexpr const char* kName = "0f1e2d3c4b5a69788796a5b4c3d2e1f0.png";
  PicturesOfPage pictures_;
  bool decorative_ = false;
  std::string listening_;
  content::Manifest manifest_ = test::sample_manifest();
  text::FontLibrary fonts_;
  Display display_;
  content::Site site_;
  content::Page shown_;
};

TEST_F(ImageTest, APictureIsAnElementWithItsWords) {
  const Screen screen = page("sv");
  const Element* image = screen.find("block:lapp");
  ASSERT_NE(image, nullptr);
  EXPECT_EQ(image->role, Role::kImage);
  EXPECT_EQ(image->text, "En lapp.");
  EXPECT_EQ(image->state, "machine");
  EXPECT_EQ(image->block, "lapp");
  ASSERT_EQ(images(screen).size(), 1u);
  EXPECT_EQ(images(screen).front().rect, image->rect);
}

TEST_F(ImageTest, TheVoiceSaysItsWordsAndThatItIsAPicture) {
  const Screen screen = page("sv");
  const auto parts = spoken_of(screen, *screen.find("block:lapp"), "sv",
                               [](std::string_view key, const i18n::Arguments&) { return std::string(key); });
  ASSERT_EQ(parts.size(), 1u);
  EXPECT_EQ(parts[0].text, "En lapp., speech.image");
  const auto order = reading_order(screen, true);
  EXPECT_NE(std::find(order.begin(), order.end(), "block:lapp"), order.end());
}

TEST_F(ImageTest, AScreenFromRightToLeftMovesThePictureAndDoesNotTurnIt) {
  const Image left = images(page("sv")).at(0), right = images(page("ar")).at(0);
  EXPECT_EQ(left.picture, right.picture);
  EXPECT_EQ(left.rect.x, display_.size_px.w - right.rect.right());
}

TEST_F(ImageTest, WhereItCannotBeShownItsWordsAre) {
  pictures_[kName] = nullptr;
  const Screen screen = page("sv");
  EXPECT_TRUE(images(screen).empty());
  const Element* image = screen.find("block:lapp");
  ASSERT_NE(image, nullptr);
  EXPECT_EQ(image->role, Role::kImage);
  EXPECT_EQ(image->text, "En lapp.");
  EXPECT_EQ(image->lines, 1);
  EXPECT_FALSE(image->overflows());
}

TEST_F(ImageTest, OneThatOnlyDecoratesIsNoElement) {
  decorative_ = true;
  EXPECT_EQ(images(page("sv")).size(), 1u);
  EXPECT_EQ(page("sv").find("block:lapp"), nullptr);
  pictures_.clear();
  EXPECT_TRUE(images(page("sv")).empty());
}

TEST_F(ImageTest, StandsOnWhitePaperInEveryTheme) {
  for (const ThemeName theme : {ThemeName::kLight, ThemeName::kDark, ThemeName::kContrast, ThemeName::kWarm}) {
    const Screen screen = page("sv", theme);
    const Rect rect = images(screen).at(0).rect;
    const auto is_paper = [&](const DrawItem& item) {
      const Fill* fill = std::get_if<Fill>(&item);
      return fill != nullptr && fill->rect == rect && fill->color == Color{255, 255, 255, 255};
    };
    const auto paper = std::find_if(screen.list.items.begin(), screen.list.items.end(), is_paper);
    ASSERT_NE(paper, screen.list.items.end());
    EXPECT_TRUE(std::holds_alternative<Image>(*(paper + 1)));
    EXPECT_TRUE(std::holds_alternative<Frame>(*(paper + 2)));
  }
}

TEST_F(ImageTest, IsMarkedWhileTheVoiceSaysIt) {
  const std::size_t before = page("sv").list.items.size();
  listening_ = "block:lapp";
  EXPECT_EQ(page("sv").list.items.size(), before + 1);
}

TEST(FitPicture, IsAsWideAsTheRoomButWholeAndNotCoarse) {
  const struct {
    Size picture, room, fitted;
  } cases[] = {{{1200, 600}, {1000, 900}, {1000, 500}},  // smaller, to the column
               {{600, 300}, {1000, 900}, {1000, 500}},   // larger, to the column
               {{100, 50}, {1000, 900}, {200, 100}},     // not more than twice
               {{600, 1200}, {1000, 900}, {450, 900}},   // seen at once
               {{4000, 1}, {1000, 900}, {1000, 1}}};     // never nothing
  for (const auto& c : cases) EXPECT_EQ(fit_picture(c.picture, c.room), c.fitted) << c.picture.w << "x" << c.picture.h;
}

}  // namespace
}  // namespace kiosk::ui
