// What a host sees while a stick is in: one pictogram, one sentence for what happened, one for what to do, and which
// content the kiosk has.
#include "i18n/date_time.h"
#include "i18n/swedish_holidays.h"
#include "ui/staff_page.h"

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

// Of a stick that brought a new PIN, or tried to.
Said said_of_order(const std::string& order) {
  if (order == "done") return {"check_circle", "pin-order.done", {"update.remove"}};
  return {"report_problem", "pin-order." + order, {"pin-order.kept", "update.remove"}};
}

// " (12 dagar)"; nothing on the day itself.
std::string age_words(const StaffPage& page, const std::string& built) {
  const auto from = i18n::day_number(built), today = i18n::day_number(i18n::iso_date(page.c.state.now_ms));
  if (!from || !today || *today <= *from) return {};
  return " (" + page.words(*today - *from == 1 ? "staff.day" : "staff.days", std::to_string(*today - *from)) + ")";
}

}  // namespace

int compose_update(Composer& c, Rect area) {
  const DeviceStatus none;
  const DeviceStatus& device = c.model.device ? *c.model.device : none;
  StaffPage page(c, area);
  page.title("update.title", "usb");
  const std::string order = c.model.staff ? c.model.staff->order : "";
  const Said said = order.empty() ? said_of(device) : said_of_order(order);
  if (!said.what.empty()) {
    page.picture(said.icon);
    std::string words = page.words(said.what);
    if (device.stick == StickState::kWorking && device.all > 0)
      words += " " + std::to_string(device.done) + "/" + std::to_string(device.all);
    page.line("update-status", Role::kStatus, words, StaffPage::Weight::kBold);
    for (const std::string& key : said.then) page.line(key, Role::kText, page.words(key));
    page.space();
  }
  page.fact("installed.version", device.version);
  const std::string built = device.built.empty() && c.model.manifest ? c.model.manifest->built : device.built;
  if (!built.empty()) page.fact("installed.built", i18n::format_date(built, page.locale) + age_words(page, built));
  if (!device.valid_until.empty()) page.fact("installed.valid", i18n::format_date(device.valid_until, page.locale));
  if (device.expired)
    page.line("installed.expired", Role::kStatus, page.words("installed.expired"), StaffPage::Weight::kBold);
  if (device.last_try.size() >= 16) {
    page.fact("installed.last-try",
              i18n::format_date(device.last_try.substr(0, 10), page.locale) + " " + device.last_try.substr(11, 5));
    // While a stick is in, the large words above say it.
    const std::string key = device.last_outcome == "refused" ? "refusal." + device.refusal
                            : device.last_outcome.empty()    ? ""
                                                             : "update." + device.last_outcome;
    if (device.stick == StickState::kNone && !key.empty()) page.line("last-outcome", Role::kText, page.words(key));
  }
  if (c.model.staff && !c.model.staff->pin.set) {
    page.space();
    page.line("pin.none", Role::kText, page.words("pin.none"));
    page.fact("pin.code", c.model.staff->pin.code);
  }
  return page.height();
}

}  // namespace kiosk::ui
