#include "sdl/events.h"

#include <gtest/gtest.h>

#include <cstring>

namespace kiosk::sdl {
namespace {

using Kind = ui::Event::Kind;
constexpr Size kWindow{1920, 1080};

SDL_Event button(Uint32 type, int x, int y, Uint32 which = 0, Uint8 number = SDL_BUTTON_LEFT) {
  SDL_Event event{};
  event.type = type;
  event.button.x = x;
  event.button.y = y;
  event.button.which = which;
  event.button.button = number;
  return event;
}

SDL_Event motion(int x, int y, Uint32 which = 0) {
  SDL_Event event{};
  event.type = SDL_MOUSEMOTION;
  event.motion.x = x;
  event.motion.y = y;
  event.motion.which = which;
  return event;
}

SDL_Event finger(Uint32 type, float x, float y, SDL_FingerID id = 1) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.touchId = 7;
  event.tfinger.fingerId = id;
  event.tfinger.x = x;
  event.tfinger.y = y;
  return event;
}

std::vector<ui::Event> translated(const std::vector<SDL_Event>& events, const Mounting& mounting = {}) {
  EventTranslator translator(mounting);
  std::vector<ui::Event> out;
  for (const SDL_Event& event : events) translator.translate(event, kWindow, out);
  return out;
}

std::vector<Kind> kinds(const std::vector<ui::Event>& events) {
  std::vector<Kind> all;
  for (const ui::Event& event : events) all.push_back(event.kind);
  return all;
}

using Kinds = std::vector<Kind>;

TEST(Events, AClickIsDownAndUpWhereItHappens) {
  const auto events = translated({button(SDL_MOUSEBUTTONDOWN, 10, 20), button(SDL_MOUSEBUTTONUP, 12, 21)});
  ASSERT_EQ(kinds(events), (Kinds{Kind::kPointerDown, Kind::kPointerUp}));
  EXPECT_EQ(events[0].at, (Point{10, 20}));
  EXPECT_EQ(events[1].at, (Point{12, 21}));
}

TEST(Events, OtherButtonsMeanNothing) {
  EXPECT_TRUE(translated({button(SDL_MOUSEBUTTONDOWN, 1, 1, 0, SDL_BUTTON_RIGHT),
                          button(SDL_MOUSEBUTTONUP, 1, 1, 0, SDL_BUTTON_RIGHT)})
                  .empty());
}

TEST(Events, AFingerIsAPointerInWindowPixels) {
  const auto events = translated({finger(SDL_FINGERDOWN, 0.5f, 0.25f), finger(SDL_FINGERUP, 1.0f, 1.0f)});
  ASSERT_EQ(kinds(events), (Kinds{Kind::kPointerDown, Kind::kPointerUp}));
  EXPECT_EQ(events[0].at, (Point{960, 270}));
  EXPECT_EQ(events[1].at, (Point{1919, 1079}));
}

TEST(Events, AFingerOutsideOfTheWindowOrNowhereStaysInside) {
  const auto events = translated({finger(SDL_FINGERDOWN, -3.0f, 9.0f)});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].at, (Point{0, 1079}));
}

// The panel is 1920x1080; a finger and the mouse at its pixel (480, 270), and where that is in the upright picture.
TEST(Events, OnATurnedScreenFingerAndMouseMeanWhatIsDrawnUnderThem) {
  const std::pair<Turn, Point> kTurns[] = {{Turn::kNone, {480, 270}},
                                           {Turn::kQuarter, {270, 1439}},
                                           {Turn::kHalf, {1439, 809}},
                                           {Turn::kThreeQuarters, {809, 480}}};
  for (const auto& [turn, expected] : kTurns) {
    const Mounting mounting{turn, Turn::kNone, {}};
    EXPECT_EQ(translated({finger(SDL_FINGERDOWN, 0.25f, 0.25f)}, mounting)[0].at, expected);
    EXPECT_EQ(translated({button(SDL_MOUSEBUTTONDOWN, 480, 270)}, mounting)[0].at, expected);
    EXPECT_EQ(translated({motion(480, 270)}, mounting)[0].at, expected);
  }
}

TEST(Events, ATouchPanelTurnedAgainstItsScreenIsTurnedBack) {
  const std::pair<Turn, Point> kTurns[] = {
      {Turn::kQuarter, {960, 270}}, {Turn::kHalf, {1440, 540}}, {Turn::kThreeQuarters, {960, 810}}};
  for (const auto& [turn, expected] : kTurns)
    EXPECT_EQ(translated({finger(SDL_FINGERDOWN, 0.25f, 0.5f)}, {Turn::kNone, turn, {}})[0].at, expected);
  EXPECT_EQ(translated({button(SDL_MOUSEBUTTONDOWN, 480, 270)}, {Turn::kNone, Turn::kHalf, {}})[0].at,
            (Point{480, 270}));
}

TEST(Events, CalibrationComesFirstAndStaysOnTheScreen) {
  const Affine kShifted{0.5, 0, 0.25, 0, 0.5, 0.25}, kSwapped{0, 1, 0, 1, 0, 0}, kFar{2, 0, 0, 0, 2, 0};
  const auto at = [](float x, float y, const Mounting& mounting) {
    return translated({finger(SDL_FINGERDOWN, x, y)}, mounting)[0].at;
  };
  EXPECT_EQ(at(0, 0, {Turn::kNone, Turn::kNone, kShifted}), (Point{480, 270}));
  EXPECT_EQ(at(0.25f, 0.5f, {Turn::kNone, Turn::kNone, kSwapped}), (Point{960, 270}));
  EXPECT_EQ(at(0.75f, 0.75f, {Turn::kNone, Turn::kNone, kFar}), (Point{1919, 1079}));
  EXPECT_EQ(at(0, 0, {Turn::kHalf, Turn::kNone, kShifted}), (Point{1439, 809}));
}

TEST(Events, AResizedTurnedWindowTellsTheUprightSize) {
  SDL_Event event{};
  event.type = SDL_WINDOWEVENT;
  event.window.event = SDL_WINDOWEVENT_SIZE_CHANGED;
  event.window.data1 = 800;
  event.window.data2 = 500;
  EXPECT_EQ(translated({event}, {Turn::kQuarter, Turn::kNone, {}})[0].size, (Size{500, 800}));
  EXPECT_EQ(translated({event}, {Turn::kHalf, Turn::kNone, {}})[0].size, (Size{800, 500}));
}

TEST(Events, ATouchIsNotDoubledByTheMouseEventsMadeFromIt) {
  const Kinds once{Kind::kPointerDown, Kind::kPointerUp};
  EXPECT_EQ(
      kinds(translated({finger(SDL_FINGERDOWN, 0.5f, 0.5f), button(SDL_MOUSEBUTTONDOWN, 960, 540, SDL_TOUCH_MOUSEID),
                        finger(SDL_FINGERUP, 0.5f, 0.5f), button(SDL_MOUSEBUTTONUP, 960, 540, SDL_TOUCH_MOUSEID)})),
      once);
  // As an X server does it, which does not say so.
  EXPECT_EQ(
      kinds(translated({finger(SDL_FINGERDOWN, 0.5f, 0.5f), motion(960, 540), button(SDL_MOUSEBUTTONDOWN, 960, 540),
                        finger(SDL_FINGERUP, 0.5f, 0.5f), button(SDL_MOUSEBUTTONUP, 960, 540)})),
      once);
  EXPECT_EQ(kinds(translated({button(SDL_MOUSEBUTTONDOWN, 960, 540), finger(SDL_FINGERDOWN, 0.5f, 0.5f),
                              button(SDL_MOUSEBUTTONUP, 960, 540), finger(SDL_FINGERUP, 0.5f, 0.5f)})),
            once);
}

TEST(Events, ASecondFingerNeitherPressesNorReleases) {
  const auto events = translated({finger(SDL_FINGERDOWN, 0.5f, 0.5f, 1), finger(SDL_FINGERDOWN, 0.1f, 0.1f, 2),
                                  finger(SDL_FINGERUP, 0.1f, 0.1f, 2), finger(SDL_FINGERUP, 0.5f, 0.5f, 1)});
  ASSERT_EQ(kinds(events), (Kinds{Kind::kPointerDown, Kind::kPointerUp}));
  EXPECT_EQ(events[1].at, (Point{960, 540}));
}

TEST(Events, MovesInARowBecomeTheLastOne) {
  const auto events =
      translated({motion(1, 1), motion(2, 2), motion(3, 3), button(SDL_MOUSEBUTTONDOWN, 3, 3), motion(4, 4)});
  ASSERT_EQ(kinds(events), (Kinds{Kind::kPointerMove, Kind::kPointerDown, Kind::kPointerMove}));
  EXPECT_EQ(events[0].at, (Point{3, 3}));
}

TEST(Events, ALetterOfAShortcutIsNotTyped) {
  SDL_Event key{}, letter{};
  key.type = SDL_KEYDOWN;
  key.key.keysym.sym = SDLK_d;
  letter.type = SDL_TEXTINPUT;
  std::strcpy(letter.text.text, "d");
  for (const Uint16 held : {KMOD_LGUI, KMOD_RGUI, KMOD_LALT, KMOD_LCTRL}) {
    key.key.keysym.mod = held;
    EXPECT_EQ(kinds(translated({key, letter})), Kinds{Kind::kKeyDown}) << held;
  }
  for (const Uint16 held : {KMOD_NONE, KMOD_LSHIFT, KMOD_MODE, KMOD_RALT}) {
    key.key.keysym.mod = held;
    EXPECT_EQ(kinds(translated({key, letter})), (Kinds{Kind::kKeyDown, Kind::kText})) << held;
  }
}

TEST(Events, TheLastPointerIsKnownForTheCursor) {
  EventTranslator translator;
  std::vector<ui::Event> out;
  EXPECT_EQ(translator.last_pointer(), EventTranslator::Pointer::kNone);
  translator.translate(motion(1, 1), kWindow, out);
  EXPECT_EQ(translator.last_pointer(), EventTranslator::Pointer::kMouse);
  translator.translate(finger(SDL_FINGERDOWN, 0, 0), kWindow, out);
  EXPECT_EQ(translator.last_pointer(), EventTranslator::Pointer::kTouch);
}

TEST(Events, KeysHaveSdlsNamesModifiersAndRepeat) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym.sym = SDLK_F20;
  event.key.keysym.mod = KMOD_RSHIFT | KMOD_LCTRL;
  event.key.repeat = 1;
  const auto events = translated({event});
  ASSERT_EQ(kinds(events), Kinds{Kind::kKeyDown});
  EXPECT_EQ(events[0].key, "F20");
  EXPECT_TRUE(events[0].shift && events[0].ctrl && events[0].repeat);
  EXPECT_FALSE(events[0].alt || events[0].gui);
  event.key.keysym.sym = SDLK_RETURN;
  EXPECT_EQ(translated({event})[0].key, "Return");
}

TEST(Events, AFunctionKeyIsNamedByItsPlaceWhateverTheKeyMapMakesOfIt) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym.scancode = SDL_SCANCODE_F20;
  for (const SDL_Keycode meaning :
       {SDL_Keycode{SDLK_UNKNOWN}, SDL_Keycode{SDLK_SCANCODE_MASK}, SDL_Keycode{SDLK_MUTE}}) {
    event.key.keysym.sym = meaning;
    EXPECT_EQ(translated({event})[0].key, "F20");
  }
}

TEST(Events, TextArrivesAsUtf8) {
  SDL_Event event{};
  event.type = SDL_TEXTINPUT;
  std::strcpy(event.text.text, "å");
  EXPECT_EQ(translated({event})[0].text, "å");
}

TEST(Events, TheWheelCountsAwayFromTheUser) {
  SDL_Event event{};
  event.type = SDL_MOUSEWHEEL;
  event.wheel.y = 2;
  event.wheel.mouseX = 5;
  event.wheel.mouseY = 6;
  EXPECT_EQ(translated({event})[0].wheel, 2);
  EXPECT_EQ(translated({event})[0].at, (Point{5, 6}));
  event.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
  EXPECT_EQ(translated({event})[0].wheel, -2);
}

TEST(Events, TheWindowTellsItsSizeOnceItsExposureAndItsEnd) {
  const auto window = [](Uint8 kind) {
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = kind;
    event.window.data1 = 800;
    event.window.data2 = 600;
    return event;
  };
  SDL_Event quit{};
  quit.type = SDL_QUIT;
  const auto events = translated(
      {window(SDL_WINDOWEVENT_SIZE_CHANGED), window(SDL_WINDOWEVENT_RESIZED), window(SDL_WINDOWEVENT_EXPOSED), quit});
  ASSERT_EQ(kinds(events), (Kinds{Kind::kResized, Kind::kExposed, Kind::kQuit}));
  EXPECT_EQ(events[0].size, (Size{800, 600}));
}

TEST(Events, ASoundDeviceIsAHeadsetOnlyWhereItIsWatched) {
  const auto device = [](Uint32 type, bool records) {
    SDL_Event event{};
    event.type = type;
    event.adevice.iscapture = records ? 1 : 0;
    return event;
  };
  const SDL_Event added = device(SDL_AUDIODEVICEADDED, false), removed = device(SDL_AUDIODEVICEREMOVED, false);
  EXPECT_TRUE(translated({added, removed}).empty());
  EventTranslator translator;
  translator.watch_sound_devices();
  std::vector<ui::Event> events;
  for (const SDL_Event& event : {added, device(SDL_AUDIODEVICEADDED, true), removed})
    translator.translate(event, kWindow, events);
  ASSERT_EQ(kinds(events), (Kinds{Kind::kHeadset, Kind::kHeadset}));
  EXPECT_TRUE(events[0].headset_in);
  EXPECT_FALSE(events[1].headset_in);
}

}  // namespace
}  // namespace kiosk::sdl
