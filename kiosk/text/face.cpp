#include "text/face.h"

#include <hb-ot.h>
#include <hb.h>

#include <cmath>
#include <map>

#include "base/check.h"
#include "text/shape_cache.h"

namespace kiosk::text {

namespace {

struct HbDeleter {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using FacePointer = std::unique_ptr<hb_face_t, HbDeleter>;
using FontPointer = std::unique_ptr<hb_font_t, HbDeleter>;

struct MeasuredInk {
  GlyphInk ink;
  bool known = false;
};

}  // namespace

struct Face::Data {
  FacePointer face;
  FontPointer em;  // scaled to units per em, for coverage and measures
  double units_per_em = 1;
  std::vector<MeasuredInk> inks;
  std::map<int, FontPointer> fonts;  // by scale; as many as the theme has text sizes
  ShapeCache shapes;
};

static std::string read_postscript_name(hb_face_t* face) {
  char name[256];
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  return {name, size};
}

Result<std::unique_ptr<Face>> Face::open(const std::string& path, unsigned index) {
  const std::unique_ptr<hb_blob_t, HbDeleter> blob(hb_blob_create_from_file_or_fail(path.c_str()));
  if (!blob) return fail("cannot read the font " + path);
  const unsigned faces = hb_face_count(blob.get());
  if (faces == 0) return fail(path + " is not a font");
  if (index >= faces)
    return fail(path + " has " + std::to_string(faces) + " faces, there is no #" + std::to_string(index));

  std::unique_ptr<Face> opened(new Face);
  opened->data_ = std::make_unique<Data>();
  Data& data = *opened->data_;
  data.face.reset(hb_face_create(blob.get(), index));
  opened->glyph_count_ = hb_face_get_glyph_count(data.face.get());
  if (opened->glyph_count_ == 0) return fail(path + " is not a font");
  data.em.reset(hb_font_create(data.face.get()));
  const auto units = static_cast<int>(hb_face_get_upem(data.face.get()));
  hb_font_set_scale(data.em.get(), units, units);
  data.units_per_em = units;
  opened->path_ = path;
  opened->index_ = index;
  opened->postscript_name_ = read_postscript_name(data.face.get());
  opened->read_metrics();
  return opened;
}

Face::~Face() = default;

void Face::read_metrics() {
  const auto em = [&](hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position(data_->em.get(), tag, &value);
    return value / data_->units_per_em;
  };
  metrics_.ascent = em(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
  metrics_.descent = -em(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
  metrics_.cap_height = em(HB_OT_METRICS_TAG_CAP_HEIGHT);
  hb_codepoint_t capital = 0;
  if (metrics_.cap_height == 0 && hb_font_get_nominal_glyph(data_->em.get(), 'H', &capital))
    metrics_.cap_height = static_cast<double>(ink(capital).top);
}

bool Face::look_up(char32_t character) const {
  std::unique_ptr<CoveragePage>& page = coverage_[character >> 8];
  if (!page) page = std::make_unique<CoveragePage>();
  const std::size_t word = character >> 6 & 3;
  const std::uint64_t bit = std::uint64_t{1} << (character & 63);
  page->known[word] |= bit;
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(data_->em.get(), character, &glyph) || glyph == 0) return false;
  page->present[word] |= bit;
  return true;
}

const GlyphInk& Face::ink(std::uint32_t gid) const {
  KIOSK_CHECK(gid < glyph_count_);
  if (data_->inks.empty()) data_->inks.resize(glyph_count_);
  MeasuredInk& measured = data_->inks[gid];
  if (measured.known) return measured.ink;
  measured.known = true;
  hb_glyph_extents_t box;
  if (hb_font_get_glyph_extents(data_->em.get(), gid, &box)) {
    const auto em = [&](hb_position_t value) { return static_cast<float>(value / data_->units_per_em); };
    measured.ink = {em(box.x_bearing), em(box.y_bearing + box.height), em(box.x_bearing + box.width),
                    em(box.y_bearing)};
  }
  return measured.ink;
}

hb_font_t* Face::font(double size_px) const {
  const int scale = static_cast<int>(std::lround(size_px * 1024));
  FontPointer& font = data_->fonts[scale];
  if (!font) {
    font.reset(hb_font_create(data_->face.get()));
    hb_font_set_scale(font.get(), scale, scale);
    hb_font_make_immutable(font.get());
  }
  return font.get();
}

ShapeCache& Face::shapes() const { return data_->shapes; }

}  // namespace kiosk::text
