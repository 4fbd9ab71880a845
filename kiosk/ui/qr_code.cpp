#include "ui/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace kiosk::ui {

std::optional<QrCode> encode_qr(std::string_view utf8) {
  constexpr unsigned kUtf8 = 26;             // ECI designator
  constexpr std::size_t kMostBytes = 1'000;  // more than version 25 holds at level M
  if (utf8.empty() || utf8.size() > kMostBytes) return std::nullopt;
  const std::unique_ptr<QRinput, decltype(&QRinput_free)> input(QRinput_new2(0, QR_ECLEVEL_M), QRinput_free);
  if (!input || QRinput_appendECIheader(input.get(), kUtf8) != 0) return std::nullopt;
  if (QRinput_append(input.get(), QR_MODE_8, static_cast<int>(utf8.size()),
                     reinterpret_cast<const unsigned char*>(utf8.data())) != 0)
    return std::nullopt;
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeInput(input.get()), QRcode_free);
  if (!code || code->version > kLargestQrVersion) return std::nullopt;
  QrCode out{code->width, {}};
  const std::size_t modules = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  out.black.reserve(modules);
  for (std::size_t i = 0; i < modules; ++i) out.black.push_back((code->data[i] & 1) != 0);
  return out;
}

}  // namespace kiosk::ui
