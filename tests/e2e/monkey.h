// Hands that know nothing: what a seed makes them do to a kiosk, one gesture at a time, as SDL's events. They aim at
// what can be pressed more often than not, so that they get everywhere.
#pragma once

#include <SDL.h>

#include <cstdint>
#include <random>
#include <string>

#include "e2e/fingers.h"
#include "ui/screen.h"

namespace kiosk {

class Monkey {
 public:
  explicit Monkey(std::uint32_t seed) : random_(seed) {}

  int pick(int below) { return static_cast<int>(random_() % static_cast<std::uint32_t>(below)); }

  void act(const ui::Screen& screen, Size size) {
    if (held_) return let_go();
    const int what = pick(100);
    if (what < 50) return tap(on_a_control(screen, size));
    if (what < 62) return tap(anywhere());
    if (what < 70) return swipe(anywhere(), anywhere());
    if (what < 76) return swipe(on_an_edge(), anywhere());
    if (what < 79) return many_fingers(10);
    if (what < 82) return many_fingers(2);
    if (what < 85) return press_long(on_a_control(screen, size));
    if (what < 88) return tap_twice(on_a_control(screen, size));
    if (what < 93) return mouse(on_a_control(screen, size), size);
    if (what < 98) return key();
    type();
  }

 private:
  struct Spot {
    double x = 0, y = 0;  // parts of the window
  };

  double part() { return static_cast<double>(pick(10001)) / 10000; }
  Spot anywhere() { return {part(), part()}; }
  Spot on_an_edge() {
    const double along = part();
    const Spot edges[] = {{0, along}, {1, along}, {along, 0}, {along, 1}};
    return edges[pick(4)];
  }
  Spot on_a_control(const ui::Screen& screen, Size size) {
    std::vector<Rect> controls;
    for (const ui::Element& element : screen.elements)
      if (element.is_control() && element.visible && !element.disabled) controls.push_back(element.rect);
    if (controls.empty()) return anywhere();
    const Rect& r = controls[static_cast<std::size_t>(pick(static_cast<int>(controls.size())))];
    return {(r.x + r.w * part()) / size.w, (r.y + r.h * part()) / size.h};
  }

  static void tap(Spot at) {
    finger(SDL_FINGERDOWN, 0, at.x, at.y);
    finger(SDL_FINGERUP, 0, at.x, at.y);
  }
  static void tap_twice(Spot at) {
    tap(at);
    tap(at);
  }
  static void swipe(Spot from, Spot to) {
    finger(SDL_FINGERDOWN, 0, from.x, from.y);
    for (int i = 1; i <= 4; ++i)
      finger(SDL_FINGERMOTION, 0, from.x + (to.x - from.x) * i / 4, from.y + (to.y - from.y) * i / 4);
    finger(SDL_FINGERUP, 0, to.x, to.y);
  }
  void many_fingers(int count) {
    Spot at[10];
    for (int id = 0; id < count; ++id) {
      at[id] = anywhere();
      finger(SDL_FINGERDOWN, id, at[id].x, at[id].y);
    }
    for (int id = 0; id < count; ++id) finger(SDL_FINGERMOTION, id, at[id].x, at[id].y = part());
    const int first = pick(count);
    for (int i = 0; i < count; ++i) {
      const int id = (first + i) % count;
      finger(SDL_FINGERUP, id, at[id].x, at[id].y);
    }
  }
  // Until the next gesture, however long that is.
  void press_long(Spot at) {
    finger(SDL_FINGERDOWN, 0, at.x, at.y);
    held_at_ = at;
    held_ = true;
  }
  void let_go() {
    finger(SDL_FINGERUP, 0, held_at_.x, held_at_.y);
    held_ = false;
  }
  void mouse(Spot at, Size size) {
    const int x = static_cast<int>(at.x * size.w), y = static_cast<int>(at.y * size.h);
    SDL_Event event{};
    if (pick(3) == 0) {
      event.type = SDL_MOUSEWHEEL;
      event.wheel.y = pick(2) == 0 ? 1 : -1;
      event.wheel.mouseX = x;
      event.wheel.mouseY = y;
      SDL_PushEvent(&event);
      return;
    }
    event.button.button = static_cast<Uint8>(1 + pick(5));
    event.button.x = x;
    event.button.y = y;
    for (const SDL_EventType type : {SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP}) {
      event.type = type;
      SDL_PushEvent(&event);
    }
  }
  void key() {
    static constexpr SDL_Scancode kUseful[] = {
        SDL_SCANCODE_TAB,       SDL_SCANCODE_RETURN, SDL_SCANCODE_ESCAPE, SDL_SCANCODE_UP,     SDL_SCANCODE_DOWN,
        SDL_SCANCODE_LEFT,      SDL_SCANCODE_RIGHT,  SDL_SCANCODE_HOME,   SDL_SCANCODE_PAGEUP, SDL_SCANCODE_PAGEDOWN,
        SDL_SCANCODE_BACKSPACE, SDL_SCANCODE_SPACE,  SDL_SCANCODE_F17,    SDL_SCANCODE_F18,    SDL_SCANCODE_F19,
        SDL_SCANCODE_F20,       SDL_SCANCODE_F21,    SDL_SCANCODE_F22};
    const auto scancode = pick(3) == 0 ? static_cast<SDL_Scancode>(pick(SDL_NUM_SCANCODES)) : kUseful[pick(18)];
    push_key(scancode, pick(4) == 0 ? pick(16) : 0);
  }
  void type() {
    static constexpr const char* kTexts[] = {"a", "å", "hyra", "112", "ع", "ม", "中", "\x01", "  ", "😀"};
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    SDL_strlcpy(event.text.text, kTexts[pick(10)], sizeof event.text.text);
    SDL_PushEvent(&event);
  }

  std::mt19937 random_;
  bool held_ = false;
  Spot held_at_;
};

}  // namespace kiosk
