#include "ui/spoken.h"

#include <algorithm>

namespace kiosk::ui {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// U+2066 to U+2069 and U+200E, U+200F order the letters on the screen and mean nothing to a voice.
std::string without_bidi(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.size() - i >= 3 && text[i] == '\xE2') {
      const auto second = static_cast<unsigned char>(text[i + 1]), third = static_cast<unsigned char>(text[i + 2]);
      const bool isolate = second == 0x81 && third >= 0xA6 && third <= 0xA9;
      const bool mark = second == 0x80 && (third == 0x8E || third == 0x8F);
      if (isolate || mark) {
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

// "021-39 00 00" -> "0 2 1, 3 9, 0 0, 0 0"
std::string digit_by_digit(std::string_view text) {
  std::string out;
  bool after_digit = false, gap = false;
  for (const char c : text) {
    if (is_digit(c)) {
      if (after_digit) out += gap ? ", " : " ";
      out += c;
      after_digit = true;
      gap = false;
    } else if (after_digit && (c == ' ' || c == '-' || static_cast<unsigned char>(c) >= 0x80)) {
      gap = true;  // also a no-break blank or a long dash
    } else {
      out += c;
      after_digit = gap = false;
    }
  }
  return out;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t n = 0;
  while (at + n < text.size() && is_digit(text[at + n])) ++n;
  return n;
}

// "722 11" before a place's name: three digits, a blank (or U+00A0), two digits. Returns its length, 0 when it is none.
std::size_t postcode_at(std::string_view text, std::size_t at) {
  if (digits_at(text, at) != 3 || text[at] == '0') return 0;
  std::size_t next = at + 3;
  if (text.substr(next).starts_with(" "))
    next += 1;
  else if (text.substr(next).starts_with("\xC2\xA0"))
    next += 2;
  else
    return 0;
  if (digits_at(text, next) != 2) return 0;
  const std::string_view after = text.substr(next + 2);
  const bool place = after.size() >= 2 && after[0] == ' ' &&
                     ((after[1] >= 'A' && after[1] <= 'Z') || static_cast<unsigned char>(after[1]) == 0xC3);
  return place ? next + 2 - at : 0;
}

// "09:30" -> "9 30", "18:00" -> "18": every voice reads that as its language says a time. Length 0: no time.
std::size_t time_at(std::string_view text, std::size_t at, std::string& words) {
  const std::size_t hours = digits_at(text, at);
  if (hours < 1 || hours > 2) return 0;
  const std::size_t colon = at + hours;
  if (colon >= text.size() || text[colon] != ':' || digits_at(text, colon + 1) != 2) return 0;
  const std::string_view hour = text.substr(at, hours), minute = text.substr(colon + 1, 2);
  words = hours == 2 && hour[0] == '0' ? std::string(hour.substr(1)) : std::string(hour);
  if (minute != "00") words += " " + std::string(minute);
  return hours + 3;
}

std::string plain_speech(std::string_view text, std::string_view language) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool word_begins = i == 0 || !is_digit(text[i - 1]);
    std::string words;
    if (const std::size_t n = word_begins ? postcode_at(text, i) : 0; n > 0) {
      out += digit_by_digit(text.substr(i, n));
      i += n;
    } else if (const std::size_t t = word_begins ? time_at(text, i, words) : 0; t > 0) {
      out += words;
      i += t;
    } else if (language == "sv" && text.substr(i).starts_with("kl. ") && (i == 0 || text[i - 1] == ' ')) {
      out += "klockan ";  // the voice would say the letters and end the sentence
      i += 4;
    } else {
      out += text[i++];
    }
  }
  return out;
}

const char* role_message(Role role) {
  switch (role) {
    case Role::kButton:
      return "speech.button";
    case Role::kLink:
      return "speech.link";
    case Role::kHeading:
    case Role::kDialog:
      return "speech.heading";
    case Role::kImage:
      return "speech.image";
    case Role::kField:
      return "speech.field";
    case Role::kText:
    case Role::kListItem:
    case Role::kKey:
    case Role::kStatus:
      return nullptr;
  }
  return nullptr;
}

// "topic:x/1" is the second line of the tile "topic:x".
bool belongs_to_a_tile(const Screen& screen, const Element& element) {
  const std::size_t slash = element.id.rfind('/');
  if (element.is_control() || slash == std::string::npos || digits_at(element.id, slash + 1) == 0) return false;
  if (slash + 1 + digits_at(element.id, slash + 1) != element.id.size()) return false;
  const Element* owner = screen.find(element.id.substr(0, slash));
  return owner && owner->is_control();
}

// The same recording says both.
bool are_recorded_together(const Element& a, const Element& b) {
  if (a.recording.empty() || a.recording != b.recording) return false;
  return a.id == b.id || (!a.block.empty() && a.block == b.block);
}

// What the recording of an element before this one says.
bool is_said_before(const Screen& screen, const Element& element) {
  if (element.recording.empty()) return false;
  const auto first = std::find_if(screen.elements.begin(), screen.elements.end(),
                                  [&](const Element& e) { return are_recorded_together(e, element); });
  return first->id != element.id;
}

void add(std::vector<SpokenPart>& parts, const std::string& text, const std::string& language) {
  if (text.empty()) return;
  if (!parts.empty() && parts.back().language == language && parts.back().recording.empty())
    parts.back().text += ", " + text;
  else
    parts.push_back({text, language});
}

}  // namespace

std::string speakable(const std::vector<content::TextRun>& runs, std::string_view language) {
  std::string out;
  for (const content::TextRun& run : runs)
    out += run.kind == content::RunKind::kPhone ? digit_by_digit(run.text) : plain_speech(run.text, language);
  return without_bidi(out);
}

std::string spoken_name(const Element& element) {
  return without_bidi(element.spoken.empty() ? element.text : element.spoken);
}

SpokenPart read_aloud_part(const Screen& screen, const Element& element) {
  SpokenPart part{spoken_name(element), element.language, element.recording};
  if (part.recording.empty()) return part;
  for (const Element& other : screen.elements)
    if (other.id != element.id && are_recorded_together(element, other)) part.text += " " + spoken_name(other);
  return part;
}

std::vector<std::string> listening_order(const Screen& screen) {
  std::vector<std::string> order;
  for (const Element& element : screen.elements)
    if (!spoken_name(element).empty() && !belongs_to_a_tile(screen, element) && !is_said_before(screen, element))
      order.push_back(element.id);
  return order;
}

std::vector<SpokenPart> spoken_of(const Screen& screen, const Element& element, const std::string& screen_language,
                                  const Messages& messages) {
  std::vector<SpokenPart> parts;
  if (SpokenPart name = read_aloud_part(screen, element); !name.text.empty()) parts.push_back(std::move(name));
  if (element.role == Role::kField && !element.spoken.empty() && element.text != element.spoken)
    add(parts, without_bidi(element.text), element.language);
  for (const Element& line : screen.elements)
    if (line.id.starts_with(element.id + "/") && belongs_to_a_tile(screen, line))
      add(parts, spoken_name(line), line.language);
  if (const char* role = role_message(element.role)) add(parts, messages(role, {}), screen_language);
  if (element.selected) add(parts, messages("speech.selected", {}), screen_language);
  if (element.disabled) add(parts, messages("speech.disabled", {}), screen_language);
  if (element.is_control() && element.role != Role::kKey) {
    const auto controls = [&](const Element* end) {
      return static_cast<std::int64_t>(
          std::count_if(screen.elements.data(), end, [](const Element& e) { return e.is_control(); }));
    };
    const Element* end = screen.elements.data() + screen.elements.size();
    add(parts, messages("speech.position", {{"position", controls(&element) + 1}, {"count", controls(end)}}),
        screen_language);
  }
  return parts;
}

const Element* entry_of(const Screen& screen) {
  const auto& elements = screen.elements;
  auto it = std::find_if(elements.begin(), elements.end(), [](const Element& e) {
    return (e.role == Role::kHeading || e.role == Role::kDialog) && !spoken_name(e).empty();
  });
  if (it == elements.end())
    it = std::find_if(elements.begin(), elements.end(),
                      [](const Element& e) { return e.scrolls && !spoken_name(e).empty(); });
  return it == elements.end() ? nullptr : &*it;
}

std::vector<std::string> reading_order(const Screen& screen, bool page) {
  std::vector<std::string> order;
  std::string before;
  for (const Element& element : screen.elements) {
    const std::string name = spoken_name(element);
    if (!element.scrolls || name.empty()) continue;
    const bool inside_sentence = element.is_control() && element.role == Role::kLink && !element.text.empty() &&
                                 before.find(without_bidi(element.text)) != std::string::npos;
    const bool button_of_page = page && element.is_control() && element.role != Role::kLink;
    if (!element.is_control()) before = without_bidi(element.text);
    if (!inside_sentence && !button_of_page && !is_said_before(screen, element)) order.push_back(element.id);
  }
  return order;
}

}  // namespace kiosk::ui
