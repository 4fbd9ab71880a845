// Whether every text fits its box: the kiosk's own screens are laid out, in every language, at the largest text size,
// on the three screens that kiosks have. Nothing is guessed from lengths.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "project.h"

namespace kiosk::tool {

struct FitOptions {
  std::vector<std::string> languages;  // empty: all
  std::string today;                   // ISO: the clock on the screens
  // Called before a site's screens of a language are laid out, by one thread at a time: how many of how many are done.
  // May be empty.
  std::function<void(std::size_t done, std::size_t all, const std::string& language)> progress;
};

// Uses all cores. Errors "fit" and "missing-glyph" with language, page and block. A text is reported once, for the
// first screen on which it does not fit. Pages of the core are laid out as the first site shows them.
void check_fit(const Project& project, const FitOptions& options, DiagnosticSink& sink);

}  // namespace kiosk::tool
