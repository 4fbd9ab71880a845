#include "sdl/sprite_atlas.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>

namespace kiosk::sdl {
namespace {

struct Destroy {
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};

class Atlas : public testing::Test {
 protected:
  Atlas()
      : surface_(SDL_CreateRGBSurfaceWithFormat(0, 64, 64, 32, SDL_PIXELFORMAT_RGB888)),
        renderer_(SDL_CreateSoftwareRenderer(surface_.get())) {}

  static SpriteKey key(std::uint32_t id) { return {1, id, 0, 0, 0}; }

  static Sprite put(SpriteAtlas& atlas, std::uint32_t id, int width = 16, int height = 16) {
    const std::vector<std::uint32_t> argb(std::size_t(width * height), color_of(id));
    return atlas.put(key(id), 0, 0, width, height, argb);
  }
  static std::uint32_t color_of(std::uint32_t id) { return 0xFF000000 | (id * 0x010307); }

  // The sprite's first and last pixel as the renderer draws them.
  bool shows(const Sprite& sprite, std::uint32_t id) {
    const SDL_Rect to{0, 0, sprite.where.w, sprite.where.h};
    SDL_RenderCopy(renderer_.get(), sprite.texture, &sprite.where, &to);
    SDL_RenderFlush(renderer_.get());
    const auto* const pixels = static_cast<const std::uint32_t*>(surface_->pixels);
    const std::uint32_t first = pixels[0] | 0xFF000000;
    const std::uint32_t last = pixels[(to.h - 1) * surface_->pitch / 4 + to.w - 1] | 0xFF000000;
    return first == color_of(id) && last == color_of(id);
  }

  std::unique_ptr<SDL_Surface, Destroy> surface_;
  std::unique_ptr<SDL_Renderer, Destroy> renderer_;
};

constexpr std::size_t kPageBytes = 64 * 64 * 4;  // 16 sprites of 16 x 16

TEST_F(Atlas, FindsWhatWasPutAndNothingElse) {
  SpriteAtlas atlas(*renderer_);
  put(atlas, 1);
  const auto sprite = atlas.find(key(1));
  ASSERT_TRUE(sprite.has_value());
  EXPECT_TRUE(shows(*sprite, 1));
  EXPECT_FALSE(atlas.find(key(2)).has_value());
}

TEST_F(Atlas, SpritesOfAllSizesDoNotOverlap) {
  SpriteAtlas atlas(*renderer_, {256, 1u << 20});
  atlas.begin_frame();
  std::map<std::uint32_t, Sprite> sprites;
  for (std::uint32_t id = 1; id < 200; ++id) sprites[id] = put(atlas, id, int(5 + id * 7 % 30), int(3 + id * 11 % 40));
  for (const auto& [id, sprite] : sprites) EXPECT_TRUE(shows(sprite, id)) << id;
}

TEST_F(Atlas, KeepsTheWholePresentFrameEvenOverTheBudget) {
  SpriteAtlas atlas(*renderer_, {64, kPageBytes});
  atlas.begin_frame();
  std::map<std::uint32_t, Sprite> sprites;
  for (std::uint32_t id = 1; id <= 100; ++id) sprites[id] = put(atlas, id);
  for (const auto& [id, sprite] : sprites) EXPECT_TRUE(shows(sprite, id)) << id;
  EXPECT_GT(atlas.bytes(), kPageBytes);
}

TEST_F(Atlas, GoesBackToItsBudgetInALaterFrame) {
  SpriteAtlas atlas(*renderer_, {64, kPageBytes});
  atlas.begin_frame();
  for (std::uint32_t id = 1; id <= 100; ++id) put(atlas, id);
  atlas.end_frame();
  atlas.begin_frame();
  const bool known = atlas.find(key(100)).has_value();
  const Sprite kept = known ? *atlas.find(key(100)) : put(atlas, 100);
  atlas.end_frame();
  EXPECT_EQ(atlas.bytes(), kPageBytes);
  EXPECT_TRUE(shows(kept, 100));
}

TEST_F(Atlas, ForgetsThePageThatWasUsedTheLongestAgo) {
  SpriteAtlas atlas(*renderer_, {64, 2 * kPageBytes});
  for (std::uint32_t frame = 0; frame < 2; ++frame) {
    atlas.begin_frame();
    for (std::uint32_t id = 1; id <= 16; ++id) put(atlas, frame * 100 + id);
    atlas.end_frame();
  }
  atlas.begin_frame();  // uses the first page again, so the second is the older
  ASSERT_TRUE(atlas.find(key(1)).has_value());
  atlas.end_frame();
  atlas.begin_frame();
  put(atlas, 500);
  EXPECT_TRUE(atlas.find(key(1)).has_value());
  EXPECT_FALSE(atlas.find(key(101)).has_value());
  EXPECT_EQ(atlas.bytes(), 2 * kPageBytes);
}

TEST_F(Atlas, StaysBoundedOverManyFrames) {
  SpriteAtlas atlas(*renderer_, {64, 3 * kPageBytes});
  for (std::uint32_t frame = 0; frame < 200; ++frame) {
    atlas.begin_frame();
    for (std::uint32_t id = 0; id < 20; ++id) EXPECT_TRUE(shows(put(atlas, frame * 20 + id + 1), frame * 20 + id + 1));
    atlas.end_frame();
    ASSERT_LE(atlas.bytes(), 3 * kPageBytes);
    ASSERT_LE(atlas.size(), 3u * 16);
  }
}

TEST_F(Atlas, ASpriteLargerThanAPageGetsALargerPage) {
  SpriteAtlas atlas(*renderer_, {64, kPageBytes});
  atlas.begin_frame();
  EXPECT_NE(put(atlas, 1, 300, 20).texture, nullptr);
  EXPECT_EQ(atlas.bytes(), 512u * 512 * 4);
}

TEST_F(Atlas, ASpriteThatNoTextureHoldsIsKeptAsWithoutInk) {
  SpriteAtlas atlas(*renderer_, {64, kPageBytes});
  atlas.begin_frame();
  EXPECT_EQ(put(atlas, 1, 5000, 2).texture, nullptr);
  ASSERT_TRUE(atlas.find(key(1)).has_value());
  EXPECT_EQ(atlas.find(key(1))->texture, nullptr);
}

TEST_F(Atlas, IsEmptyWhenTheTexturesWereLost) {
  SpriteAtlas atlas(*renderer_, {64, kPageBytes});
  put(atlas, 1);
  atlas.clear();
  EXPECT_FALSE(atlas.find(key(1)).has_value());
  EXPECT_EQ(atlas.bytes(), 0u);
}

}  // namespace
}  // namespace kiosk::sdl
