#include "content/value_formats.h"

#include <algorithm>
#include <array>

#include "content/media.h"
#include "content/tree_reader.h"

namespace kiosk::content {

namespace {

constexpr std::size_t kLongestName = 100;  // bytes; two of them and a folder make a path every file system takes

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }

// Every character is a lower-case letter, a digit or one of `others`; the first is a letter or digit.
bool is_name(std::string_view text, std::string_view others) {
  if (text.empty() || text.size() > kLongestName || !(is_lower(text[0]) || is_digit(text[0]))) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_lower(c) || is_digit(c) || others.find(c) != std::string_view::npos; });
}

bool is_one_of(std::string_view text, std::string_view spaced_words) {
  return !text.empty() && text.find(' ') == std::string_view::npos &&
         (" " + std::string(spaced_words) + " ").find(" " + std::string(text) + " ") != std::string::npos;
}

// Subtags of 1 to 8 letters and digits, the first of 2 or 3 letters.
bool is_tag(std::string_view tag) {
  if (tag.empty() || tag.size() > 35) return false;
  for (std::size_t start = 0; start <= tag.size();) {
    const std::size_t end = std::min(tag.find('-', start), tag.size());
    const std::string_view part = tag.substr(start, end - start);
    const bool first = start == 0;
    if (part.size() < (first ? 2u : 1u) || part.size() > (first ? 3u : 8u)) return false;
    for (char c : part)
      if (!is_letter(c) && (first || !is_digit(c))) return false;
    start = end + 1;
  }
  return true;
}

bool is_script(std::string_view text) {
  return text.size() == 4 && is_upper(text[0]) && std::all_of(text.begin() + 1, text.end(), is_lower);
}

bool is_digits(std::string_view text) {
  return is_one_of(
      text,
      "latn arab arabext beng deva gujr guru hanidec khmr knda laoo mlym mymr nkoo adlm olck orya taml tamldec "
      "telu thai tibt");
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i != 4 && i != 7 && !is_digit(text[i])) return false;
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (char c : text.substr(from, count)) value = value * 10 + (c - '0');
    return value;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (month < 1 || month > 12) return false;
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int last = kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
  return day >= 1 && day <= last;
}

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' && std::all_of(text.begin() + 1, text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

// "T16:00+01:00" after a date.
bool is_moment(std::string_view text) {
  if (text.size() == 10) return is_date(text);
  constexpr std::string_view kShape = "T00:00+00:00";
  if (text.size() != 10 + kShape.size() || !is_date(text.substr(0, 10))) return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const char c = text[10 + i];
    if (kShape[i] == '0' ? !is_digit(c) : c != kShape[i] && !(kShape[i] == '+' && c == '-')) return false;
  }
  return true;
}

bool is_icon(std::string_view text) { return is_name(text, "_"); }
bool is_package(std::string_view text) { return is_name(text, "+-."); }
bool is_message_key(std::string_view text) { return is_name(text, "._-"); }
bool is_block_id(std::string_view text) { return is_name(text, "-"); }

bool is_voice(std::string_view text) {
  return !text.empty() && text.size() <= 40 && is_letter(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '+';
  });
}

bool is_picture_name(std::string_view text) { return is_media_name(text, MediaKind::kPicture); }
bool is_sound_name(std::string_view text) { return is_media_name(text, MediaKind::kSound); }

bool is_contact_kind(std::string_view text) { return is_one_of(text, "phone email url address hours note"); }

bool is_font_file(std::string_view text) {
  const std::size_t hash = text.find('#');
  if (hash != std::string_view::npos) {
    const std::string_view index = text.substr(hash + 1);
    if (index.empty() || index.size() > 2 || !std::all_of(index.begin(), index.end(), is_digit)) return false;
    text = text.substr(0, hash);
  }
  const bool font = text.ends_with(".ttf") || text.ends_with(".otf") || text.ends_with(".ttc");
  return font && text.size() <= kLongestName && is_letter(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_';
         });
}

}  // namespace

bool is_content_id(std::string_view id) {
  const std::size_t slash = id.find('/');
  if (slash == std::string_view::npos) return is_block_id(id);
  return is_block_id(id.substr(0, slash)) && is_block_id(id.substr(slash + 1));
}

bool is_language_tag(std::string_view tag) { return is_tag(tag); }

const Format kPageId{is_content_id, "an id such as health/where-to-turn (a-z, 0-9, '-', at most one '/')"};
const Format kBlockId{is_block_id, "an id such as ring-1177 (a-z, 0-9, '-')"};
const Format kMessageKey{is_message_key, "a message's key such as bar.home"};
const Format kLanguageTag{is_tag, "a language tag such as sv or zh-Hans"};
const Format kFormatLocale{is_tag, "a locale such as ar-SE"};
const Format kScript{is_script, "a script such as Latn or Arab"};
const Format kDigits{is_digits, "a numbering system such as latn, arab or arabext"};
const Format kIsoDate{is_date, "a date such as 2026-11-22"};
const Format kMoment{is_moment, "a time such as 2026-11-24T16:00+01:00, or a date"};
const Format kColour{is_colour, "a colour such as \"#1F5C57\""};
const Format kIconName{is_icon, "an icon's name such as local_hospital"};
const Format kFontFile{is_font_file, "a font file's name such as NotoSans-Regular.ttf or NotoSansCJK-Regular.ttc#2"};
const Format kPackageName{is_package, "a Debian package such as fonts-noto-core"};
const Format kVoice{is_voice, "an espeak-ng voice such as sv or cmn-latn-pinyin"};
const Format kPictureName{is_picture_name,
                          "a picture of the folder media such as 0f1e2d3c4b5a69788796a5b4c3d2e1f0.png"};
const Format kSoundName{is_sound_name, "a recording of the folder media such as 0f1e2d3c4b5a69788796a5b4c3d2e1f0.opus"};
const Format kContactKind{is_contact_kind, "phone, email, url, address, hours or note"};

}  // namespace kiosk::content
