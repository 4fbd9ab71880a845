// A QR code of a text (ISO/IEC 18004, error correction level M, UTF-8 announced by ECI 26). The only file that sees
// libqrencode. Knows no sizes but modules.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace kiosk::ui {

// Larger ones have modules that a phone cannot tell apart on a small screen: version 25 is 117 modules wide.
inline constexpr int kLargestQrVersion = 25;
inline constexpr int kQrQuietZone = 4;  // modules, on every side

struct QrCode {
  int side = 0;             // modules, without the quiet zone
  std::vector<bool> black;  // row by row
  bool at(int row, int column) const { return black[static_cast<std::size_t>(row * side + column)]; }
};

// nullopt for an empty text and for one that does not fit.
std::optional<QrCode> encode_qr(std::string_view utf8);

}  // namespace kiosk::ui
