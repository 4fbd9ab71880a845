#include "app/speech_log.h"

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "i18n/date_time.h"

namespace kiosk::app {

speech::Speaker::Log speech_log(const std::string& path) {
  const auto file = std::make_shared<std::ofstream>(path, std::ios::trunc);
  return [file](const speech::Utterance& u, std::int64_t now_ms, const Result<std::int64_t>& duration_ms) {
    nlohmann::ordered_json line;
    line["now"] = i18n::iso_time(now_ms);
    line["lang"] = u.language;
    line["voice"] = u.voice;
    // The keys of the PIN: what was heard and pressed would stand here.
    const bool secret = u.element.starts_with("pin:");
    line["text"] = secret ? "•" : u.text;
    line["element"] = secret ? "pin:•" : u.element;
    line["rate"] = u.rate;
    if (!u.recording.empty()) line["recording"] = u.recording.substr(u.recording.rfind('/') + 1);
    if (duration_ms)
      line["ms"] = *duration_ms;
    else
      line["error"] = duration_ms.error().message;
    *file << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
  };
}

}  // namespace kiosk::app
