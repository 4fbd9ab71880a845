// The staff's export: what was counted, as a report on a stick.
#include "ui/staff_page.h"
#include "ui/staff_panel.h"

namespace kiosk::ui {

int compose_staff_export(Composer& c, Rect area) {
  StaffPage page(c, area);
  page.title("panel.export", "assessment");
  page.line("export-text", Role::kText, page.words("export.text"));
  page.line("export-private", Role::kText, page.words("export.private"));
  page.space();
  const ExportOutcome& outcome = c.model.staff->exported;
  if (outcome.is == ExportOutcome::Is::kDone)
    page.line("export-status", Role::kStatus, page.words("export.done", outcome.file), StaffPage::Weight::kBold);
  if (outcome.is == ExportOutcome::Is::kNoStick)
    page.line("export-status", Role::kStatus, page.words("export.no-stick"), StaffPage::Weight::kBold);
  if (outcome.is == ExportOutcome::Is::kFailed)
    page.line("export-status", Role::kStatus, page.words("export.failed"), StaffPage::Weight::kBold);
  page.space();
  page.buttons({{"staff:export:now", "save", page.words("export.now")}}, 3);
  return page.height();
}

}  // namespace kiosk::ui
