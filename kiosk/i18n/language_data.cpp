#include "i18n/language_data.h"

#include "i18n/date_time.h"
#include "i18n/message.h"
#include "i18n/pinyin.h"
#include "i18n/search_keys.h"

namespace kiosk::i18n {

void load_language_data(std::string_view tag, std::string_view format_locale, std::string_view collation) {
  constexpr std::int64_t kOne = 1;
  static_cast<void>(format_clock(0, format_locale));
  static_cast<void>(format_date("2026-01-01", format_locale));
  static_cast<void>(format_span(60, 120, format_locale));
  static_cast<void>(format_message(format_locale, "{n, plural, other {#}} {n, number, integer}", {{"n", kOne}}));
  static_cast<void>(SearchKeys(tag, collation).keys_of("a"));
  if (tag.starts_with("zh")) static_cast<void>(Pinyin().of("中"));
}

}  // namespace kiosk::i18n
