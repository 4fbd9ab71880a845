#include "ui/dump.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "i18n/date_time.h"
#include "ui/theme.h"

namespace kiosk::ui {

using Json = nlohmann::ordered_json;

static Json rect_json(Rect r) { return Json::array({r.x, r.y, r.w, r.h}); }

static Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

static Json element_json(const Screen& screen, const Element& e, const Display& display) {
  const auto order = screen.focus_order();
  const auto at = std::find(order.begin(), order.end(), e.id);
  const auto mm = [&](int px) { return std::round(px / display.px_per_mm() * 10) / 10; };
  Json j;
  j["id"] = e.id;
  j["role"] = to_string(e.role);
  j["text"] = e.text;
  j["spoken"] = e.spoken.empty() ? e.text : e.spoken;
  j["lang"] = e.language;
  j["dir"] = e.rtl ? "rtl" : "ltr";
  j["rect_px"] = rect_json(e.rect);
  j["rect_mm"] = Json::array({mm(e.rect.x), mm(e.rect.y), mm(e.rect.w), mm(e.rect.h)});
  j["box_px"] = rect_json(e.box);
  j["ink_px"] = e.ink.empty() ? Json(nullptr) : rect_json(e.ink);
  j["target"] = or_null(to_string(e.target));
  j["visible"] = e.visible;
  j["scrolls"] = e.scrolls;
  j["focus_index"] = at == order.end() ? Json(nullptr) : Json(at - order.begin());
  j["focused"] = e.focused;
  j["pressed"] = e.pressed;
  j["disabled"] = e.disabled;
  j["selected"] = e.selected;
  j["font_px"] = e.font_px;
  j["bold"] = e.bold;
  j["lines"] = e.lines;
  j["notdef"] = e.notdef;
  j["overflow"] = e.overflows();
  j["color"] = to_hex(e.color);
  j["background"] = to_hex(e.background);
  j["state"] = or_null(e.state);
  j["block"] = or_null(e.block);
  return j;
}

std::string screen_name(const State& state) {
  return state.idle_warning ? "idle-warning" : to_string(state.place.screen);
}

std::string dump_screen(const Screen& screen, const State& state, const Display& display, bool rtl,
                        const std::string& spoken_now) {
  Json j;
  j["screen"] = screen_name(state);
  j["page"] = or_null(state.place.page);
  j["topic"] = or_null(state.place.topic);
  j["lang"] = state.language;
  j["dir"] = rtl ? "rtl" : "ltr";
  j["theme"] = to_string(state.theme);
  j["text_scale"] = state.text_scale;
  j["text_spacing"] = to_string(state.text_spacing);
  j["low_reach"] = state.low_reach;
  j["speaking"] = !spoken_now.empty();
  j["spoken_now"] = or_null(spoken_now);
  j["now"] = i18n::iso_time(state.now_ms);
  j["size_px"] = Json::array({display.size_px.w, display.size_px.h});
  j["px_per_mm"] = display.px_per_mm();
  j["distance_mm"] = display.distance_mm;
  j["viewport_px"] = rect_json(screen.viewport);
  j["scroll"] = {{"offset_px", screen.scroll_px}, {"max_px", screen.max_scroll_px}};
  j["elements"] = Json::array();
  for (const Element& element : screen.elements) j["elements"].push_back(element_json(screen, element, display));
  // Text from outside may hold anything; what is not UTF-8 is replaced rather than thrown at.
  return j.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string dump_element(const Screen& screen, const Element& element, const Display& display) {
  return element_json(screen, element, display).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kiosk::ui
