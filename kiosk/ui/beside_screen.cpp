// A page in two languages, sentence beside sentence: the reader's own and Swedish. Touching one marks its twin. In a
// narrow (portrait) window the Swedish sentence stands below its own. Blocks have the same ids in every language, so
// the pairs need no guessing.
#include <algorithm>
#include <map>

#include "ui/compose.h"

namespace kiosk::ui {

namespace {

using content::Block;
using content::Sentence;

struct Entry {
  std::string key;  // block#number; "title"
  const Sentence* sentence;
  bool bold = false;
  int step = 0;  // number of a step, 0 = none
};

std::vector<Entry> sentences_of(const content::Page& page) {
  std::vector<Entry> all{{"title", &page.title, true}};
  for (const Block& block : page.blocks) {
    int number = 0;
    const auto add = [&](const Sentence& sentence, bool bold, int step = 0) {
      if (!sentence.runs.empty()) all.push_back({block.id + "#" + std::to_string(++number), &sentence, bold, step});
    };
    const bool strong = block.kind == content::BlockKind::kHeading || block.kind == content::BlockKind::kContact;
    for (const Sentence& sentence : block.sentences) add(sentence, strong);
    for (std::size_t i = 0; i < block.items.size(); ++i)
      for (const Sentence& sentence : block.items[i].sentences)
        add(sentence, false, block.kind == content::BlockKind::kSteps ? static_cast<int>(i) + 1 : 0);
    for (const content::ContactLine& line : block.contact) {
      add(line.label, false);
      add(line.value, true);
    }
  }
  return all;
}

class BesideRows {
 public:
  BesideRows(Composer& composer, Rect area)
      : c_(composer), area_(area), side_by_side_(composer.display.size_px.w >= composer.display.size_px.h) {}

  int run() {
    std::map<std::string, Entry> swedish;
    for (const Entry& entry : sentences_of(*c_.model.swedish_page)) swedish.emplace(entry.key, entry);
    int y = area_.y;
    for (const Entry& own : sentences_of(*c_.model.page)) {
      const auto twin = swedish.find(own.key);
      if (twin != swedish.end()) y += row(own, twin->second, y);
    }
    return y - area_.y;
  }

 private:
  TextSpec spec(const Entry& entry, const std::string& language) const {
    TextSpec s = spec_of(*entry.sentence, language, c_.body_px(), entry.bold);
    for (content::TextRun& run : s.runs) {  // a touch marks the pair; it leads nowhere
      run.link.clear();
      run.term.clear();
    }
    if (entry.step > 0) {
      content::TextRun number;
      number.text = c_.number(entry.step) + ". ";
      s.runs.insert(s.runs.begin(), std::move(number));
    }
    return s;
  }

  int row(const Entry& own, const Entry& swedish, int y) {
    const int pad = c_.space.gap / 2;
    const int width = side_by_side_ ? (area_.w - c_.space.gap) / 2 : area_.w;
    const TextSpec own_spec = spec(own, c_.model.page->lang), swedish_spec = spec(swedish, "sv");
    const auto height_of = [&](const TextSpec& s) {
      return std::max(c_.space.secondary, c_.typesetter.set(s, width - 2 * pad)->height + 2 * pad);
    };
    const int own_h = height_of(own_spec), swedish_h = height_of(swedish_spec);
    if (side_by_side_) {
      const int height = std::max(own_h, swedish_h);
      cell("beside:" + own.key, own, own_spec, {area_.x, y, width, height});
      cell("beside-sv:" + own.key, swedish, swedish_spec, {area_.x + width + c_.space.gap, y, width, height});
      return height + c_.space.gap;
    }
    cell("beside:" + own.key, own, own_spec, {area_.x, y, width, own_h});
    constexpr double kBetweenTwinsMm = 3;  // two targets; pairs stand further apart than twins
    const int below = own_h + c_.display.mm(kBetweenTwinsMm);
    cell("beside-sv:" + own.key, swedish, swedish_spec, {area_.x, y + below, width, swedish_h});
    return below + swedish_h + 2 * c_.space.gap;
  }

  void cell(const std::string& id, const Entry& entry, const TextSpec& s, Rect rect) {
    const std::string key = id.substr(id.find(':') + 1);
    const bool marked = c_.state.marked == key;
    const Color ground = marked ? c_.theme.notice : c_.theme.surface;
    Element& element =
        c_.control(id, Role::kListItem, rect, Target::kSecondary, ground, marked ? c_.theme.text : ground);
    element.selected = marked;
    element.state = to_string(entry.sentence->state);
    element.block = key == "title" ? "" : key.substr(0, key.find('#'));
    const int pad = c_.space.gap / 2;
    c_.label(s, {rect.x + pad, rect.y, rect.w - 2 * pad, rect.h}, marked ? c_.theme.on_notice : c_.theme.text);
  }

  Composer& c_;
  Rect area_;
  bool side_by_side_;
};

}  // namespace

int compose_beside_button(Composer& c, Rect area, const char* message) {
  TextSpec spec = plain_text(c.message(message), c.state.language, c.body_px(), true);
  spec.line_height = 1.25;
  Tile tile;
  tile.id = "beside";
  tile.icon = "compare_arrows";
  tile.title = std::move(spec);
  return compose_tiles(c, {tile}, area, 1);
}

int compose_beside(Composer& c, Rect area) {
  if (!c.model.page || !c.model.swedish_page) return compose_page(c, area);
  int y = area.y + compose_beside_button(c, area, "beside.close");
  y += BesideRows(c, {area.x, y, area.w, 0}).run();
  return y - area.y;
}

}  // namespace kiosk::ui
