// The staff's settings as a small YAML file. Bounded and checked: what does not fit is refused as a whole.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "ui/staff_settings.h"

namespace kiosk::app {

std::string write_staff_settings(const ui::StaffSettings& settings);
// Error: "path:line:column: …".
[[nodiscard]] Result<ui::StaffSettings> read_staff_settings(std::string_view text, std::string_view path);

// Without the dates before today and beyond the bounds of the file.
void tidy(ui::StaffSettings& settings, const std::string& today);

}  // namespace kiosk::app
