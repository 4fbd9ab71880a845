#include "app/pair_text.h"

#include <charconv>

namespace kiosk::app {

namespace {

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (fault != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::pair<double, double>> parse_pair(std::string_view text) {
  const std::size_t cross = text.find('x');
  if (cross == std::string_view::npos) return std::nullopt;
  const auto a = number(text.substr(0, cross)), b = number(text.substr(cross + 1));
  if (!a || !b) return std::nullopt;
  return std::pair{*a, *b};
}

}  // namespace

std::optional<Size> parse_pixel_size(std::string_view text) {
  constexpr double kLargest = 16384;
  const auto pair =
      text.find('.') == std::string_view::npos ? parse_pair(text) : std::nullopt;  // there is no half a px
  if (!pair || !(pair->first >= 320 && pair->second >= 240 && pair->first <= kLargest && pair->second <= kLargest))
    return std::nullopt;
  return Size{static_cast<int>(pair->first), static_cast<int>(pair->second)};
}

std::optional<std::pair<double, double>> parse_mm_size(std::string_view text) {
  constexpr double kLeast = 50, kMost = 5000;
  const auto pair = parse_pair(text);
  const auto fits = [](double mm) { return mm >= kLeast && mm <= kMost; };
  if (!pair || !fits(pair->first) || !fits(pair->second)) return std::nullopt;
  return pair;
}

}  // namespace kiosk::app
