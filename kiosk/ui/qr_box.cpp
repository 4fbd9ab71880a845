#include "ui/qr_box.h"

#include <algorithm>
#include <optional>

#include "ui/explanation_box.h"
#include "ui/qr_code.h"
#include "ui/qr_text.h"

namespace kiosk::ui {

namespace {

constexpr Color kBlack{0, 0, 0, 255}, kWhite{255, 255, 255, 255};  // in every theme: cameras want it so

// Runs of black modules in a row are one fill. The composer mirrors for right-to-left languages; a code must not be.
void draw_code(Composer& c, const QrCode& code, int module_px, Point at) {
  const int whole = (code.side + 2 * kQrQuietZone) * module_px;
  c.fill({at.x, at.y, whole, whole}, kWhite);
  for (int row = 0; row < code.side; ++row)
    for (int from = 0; from < code.side; ++from) {
      if (!code.at(row, from)) continue;
      int to = from;
      while (to < code.side && code.at(row, to)) ++to;
      const int first = c.rtl() ? code.side - to : from;
      c.fill({at.x + (kQrQuietZone + first) * module_px, at.y + (kQrQuietZone + row) * module_px,
              (to - from) * module_px, module_px},
             kBlack);
      from = to;
    }
}

struct Sized {
  QrCode code;
  int module_px = 0;
  int side_px() const { return (code.side + 2 * kQrQuietZone) * module_px; }
};

// As large as the room, up to 90 mm; a module is never smaller than half a millimetre. Where the room is too small for
// the whole page, the code holds its beginning: one that scrolls out of view no camera can read.
std::optional<Sized> code_for(const Composer& c, const content::Page& page, const std::string& block, int room_px) {
  const int smallest = c.display.mm(0.5), room = std::min(room_px, c.display.mm(90));
  std::optional<Sized> found;
  for (std::size_t bytes = kMostQrBytes; bytes >= 60; bytes = bytes * 4 / 5) {
    auto code = encode_qr(qr_text_of(page, block, bytes));
    if (!code) continue;
    const int fits = room / (code->side + 2 * kQrQuietZone);
    found = Sized{std::move(*code), std::max(smallest, fits)};
    if (fits >= smallest || block != kWholePage) break;
  }
  return found;
}

}  // namespace

int compose_qr_button(Composer& c, const std::string& block, Rect area) {
  Tile tile;
  tile.id = "qr:" + block;
  tile.icon = "smartphone";
  tile.title = plain_text(c.message("qr.button"), c.state.language, c.body_px(), true);
  tile.title.line_height = 1.25;
  return compose_tiles(c, {tile}, area, 1);
}

void compose_qr_box(Composer& c, const content::Page& page, Rect area) {
  const std::string& block = c.state.explanation.id;
  // At 100 %: the room is the code's.
  const TextSpec heading = plain_text(c.message("qr.button"), c.state.language, c.label_px(), true);
  compose_explanation_box(c, area, heading, [&](Composer& inside, Rect body) {
    const TextSpec words = plain_text(inside.message("qr.text"), inside.state.language, inside.body_px());
    const int gap = inside.space.gap;
    const int height = area.h - (body.y - area.y) - inside.space.primary - 3 * gap;
    // Beside the words where these keep room enough, else below them.
    const int words_w = std::max(inside.body_px() * 7, inside.typesetter.longest_word(words));
    const bool beside = body.w >= 2 * words_w && (body.w - height - 2 * gap >= words_w || body.w > 2 * height);
    const int below_h = beside ? 0 : inside.typesetter.set(words, body.w)->height + gap;
    const int room = std::min(height - below_h, beside ? body.w - words_w - 2 * gap : body.w);
    const auto sized = code_for(inside, page, block, room);
    if (!sized) return compose_box_texts(inside, {{"qr-text", words}}, body);
    const int side = sized->side_px();
    const Rect words_area{body.x, body.y, beside ? body.w - side - 2 * gap : body.w, 0};
    const int words_h = compose_box_texts(inside, {{"qr-text", words}}, words_area);
    const Point at{beside ? body.right() - side : body.x + std::max(0, (body.w - side) / 2),
                   body.y + (beside ? 0 : words_h)};
    draw_code(inside, sized->code, sized->module_px, at);
    return std::max(words_h, at.y + side - body.y + gap);
  });
}

}  // namespace kiosk::ui
