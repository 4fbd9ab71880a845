#include "i18n/language_data.h"

#include "i18n/collation.h"
#include "i18n/date_time.h"
#include "i18n/locale.h"
#include "i18n/message.h"
#include "i18n/pinyin.h"
#include "i18n/search_keys.h"
#include "i18n/words.h"

namespace kiosk::i18n {

void load_language_data(std::string_view tag, const std::string& name, std::string_view format_locale,
                        std::string_view collation) {
  constexpr std::int64_t kOne = 1;
  static_cast<void>(format_clock(0, format_locale));
  static_cast<void>(format_date("2026-01-01", format_locale));
  static_cast<void>(format_span(60, 120, format_locale));
  static_cast<void>(
      format_message(format_locale, "{n, plural, one {#} other {#}} {n, number, integer}", {{"n", kOne}}));
  static_cast<void>(language_name(tag, format_locale));
  static_cast<void>(SearchKeys(tag, collation).keys_of(name));
  static_cast<void>(WordBreaker(tag).words_of(name));
  static_cast<void>(by_letter({name}, collation));
  if (is_han(name)) static_cast<void>(Pinyin().of(name));
}

}  // namespace kiosk::i18n
