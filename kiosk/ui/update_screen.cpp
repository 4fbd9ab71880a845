// What a host sees while a stick is in: one pictogram, one sentence for what happened, one for what to do, and which
// content the kiosk has.
#include <algorithm>

#include "i18n/date_time.h"
#include "ui/compose.h"
#include "ui/staff_words.h"

namespace kiosk::ui {

const char* to_string(StickState state) {
  switch (state) {
    case StickState::kNone:
      return "none";
    case StickState::kWorking:
      return "working";
    case StickState::kDone:
      return "done";
    case StickState::kSame:
      return "same";
    case StickState::kWaiting:
      return "waiting";
    case StickState::kReverted:
      return "reverted";
    case StickState::kRefused:
      return "refused";
  }
  return "none";
}

namespace {

struct Said {
  const char* icon;
  std::string what;
  std::vector<std::string> then;
};

Said said_of(const DeviceStatus& device) {
  switch (device.stick) {
    case StickState::kNone:
      return {"info_outline", {}, {}};
    case StickState::kWorking:
      return {"hourglass_empty", "update.working", {}};
    case StickState::kDone:
      return {"check_circle", "update.done", {"update.remove"}};
    case StickState::kSame:
      return {"check_circle", "update.same", {"update.remove"}};
    case StickState::kWaiting:
      return {"schedule", "update.waiting", {"update.remove"}};
    case StickState::kReverted:
      return {"report_problem", "update.reverted", {"update.ask", "update.remove"}};
    case StickState::kRefused:
      return {"report_problem", "refusal." + device.refusal, {"update.kept", "update.ask", "update.remove"}};
  }
  return {"info_outline", {}, {}};
}

}  // namespace

int compose_update(Composer& c, Rect area) {
  const DeviceStatus none;
  const DeviceStatus& device = c.model.device ? *c.model.device : none;
  const std::string language = staff_language(c.state.language);
  const std::string& locale = c.typesetter.language(language).format_locale;
  const int body = c.body_px();
  int y = area.y;
  const auto line = [&](const std::string& id, Role role, const std::string& words, bool bold) {
    const TextSpec spec = plain_text(words, language, body, bold);
    const auto block = c.typesetter.set(spec, area.w);
    c.text(id, role, spec, *block, {area.x, y, area.w, block->height}, c.theme.text, c.theme.background,
           Align::kScreenStart);
    y += block->height + c.space.gap / 2;
  };
  const auto fact = [&](const std::string& key, const std::string& value) {
    if (!value.empty()) line(key, Role::kText, staff_words(key, language) + ": " + value, false);
  };

  y += compose_heading(c, "title", plain_text(staff_words("update.title", language), language, body * 5 / 4, true),
                       {area.x, y, area.w, 0}, "usb");
  const Said said = said_of(device);
  if (!said.what.empty()) {
    const int side = c.display.mm(40);
    c.icon(said.icon, {area.x, y, side, side}, c.theme.primary);
    y += side + c.space.gap;
    std::string words = staff_words(said.what, language);
    if (device.stick == StickState::kWorking && device.all > 0)
      words += " " + std::to_string(device.done) + "/" + std::to_string(device.all);
    line("update-status", Role::kStatus, words, true);
    for (const std::string& key : said.then) line(key, Role::kText, staff_words(key, language), false);
    y += c.space.gap;
  }
  fact("installed.version", device.version);
  if (!device.built.empty()) fact("installed.built", i18n::format_date(device.built, locale));
  if (!device.valid_until.empty()) fact("installed.valid", i18n::format_date(device.valid_until, locale));
  if (device.expired) line("installed.expired", Role::kStatus, staff_words("installed.expired", language), true);
  if (device.last_try.size() >= 16) {
    fact("installed.last-try",
         i18n::format_date(device.last_try.substr(0, 10), locale) + " " + device.last_try.substr(11, 5));
    // While a stick is in, the large words above say it.
    const std::string key = device.last_outcome == "refused" ? "refusal." + device.refusal
                            : device.last_outcome.empty()    ? ""
                                                             : "update." + device.last_outcome;
    if (device.stick == StickState::kNone && !key.empty())
      line("last-outcome", Role::kText, staff_words(key, language), false);
  }
  return y - area.y;
}

}  // namespace kiosk::ui
