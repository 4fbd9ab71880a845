// State + content -> screen. Pure: the same arguments give the same screen. One file for each screen, and the parts
// that all share (header with clock and 112, bottom bar, scroll buttons).
#pragma once

#include "ui/composer.h"

namespace kiosk::ui {

// The screen of State::place, with the idle warning over it when the state asks for it.
Screen compose(const State& state, const Model& model, const Display& display, Typesetter& typesetter);

// The parts below are for compose.cpp and the screens. The frame of every screen: returns where its content goes.
Rect compose_frame_area(const Composer& composer);
void compose_header(Composer& composer);
// `bottom_y` is where the lower button ends: the same on every screen.
void compose_scroll_buttons(Composer& composer, int content_height, Rect area, int bottom_y);
void compose_bar(Composer& composer);
// The pictogram of a button of the bar, the way the screen's script runs; empty when the bar has no such button.
std::string bar_icon(const Composer& composer, std::string_view id);

// Each draws into the area and returns the height it used, measured from the area's top.
// These have no frame: they fill the display.
void compose_attract(Composer& composer);
// Whose greeting stands large on it at a step (Place::item); null where no language greets.
const content::Language* greeted(const content::Manifest& manifest, const std::string& step);
void compose_cleaning(Composer& composer);
void compose_dark(Composer& composer);
int compose_picker(Composer& composer, Rect area);
int compose_home(Composer& composer, Rect area);
int compose_topic(Composer& composer, Rect area);
int compose_page(Composer& composer, Rect area);
int compose_beside(Composer& composer, Rect area);
int compose_settings(Composer& composer, Rect area);
int compose_phrases(Composer& composer, Rect area);
int compose_events(Composer& composer, Rect area);
int compose_poll(Composer& composer, Rect area);
int compose_feedback(Composer& composer, Rect area);
int compose_help(Composer& composer, Rect area);
int compose_update(Composer& composer, Rect area);
int compose_search(Composer& composer, Rect area);
int compose_index(Composer& composer, Rect area);
int compose_out_of_service(Composer& composer, Rect area);
// In place of a topic or page whose file cannot be read.
int compose_damaged(Composer& composer, Rect area);
void compose_idle_warning(Composer& composer);

// A grid of equal controls, each as high as the highest of its row needs. Columns are as many as `most`, fewer where a
// word would not fit. Used by picker, home, topic, settings.
struct Tile {
  std::string id;
  Role role = Role::kButton;
  std::string icon;  // empty = none
  TextSpec title;
  std::vector<TextSpec> more;  // summary, second name
  bool selected = false;
  std::string state;  // content state of the title
};
// The tile that leads to a page: pictogram and title.
Tile page_tile(const Composer& composer, const content::PageRef& page);
int compose_tiles(Composer& composer, const std::vector<Tile>& tiles, Rect area, int most_columns);

// The button that opens or closes reading beside Swedish; returns its height with the gap after it.
int compose_beside_button(Composer& composer, Rect area, const char* message);

// The heading of a screen; returns its height with the gap after it.
int compose_heading(Composer& composer, const std::string& id, TextSpec spec, Rect area, const std::string& icon = {},
                    const std::string& state = {}, Align align = Align::kStart, const std::string& recording = {});

// A sentence's runs as a text of its own language (the screen's where it names none).
// A sentence as one string.
std::string plain_words(const content::Sentence& sentence);
TextSpec spec_of(const content::Sentence& sentence, const std::string& language, int size_px, bool bold = false);

}  // namespace kiosk::ui
