#include "ui/glossary_box.h"

#include "ui/explanation_box.h"

namespace kiosk::ui {

void compose_glossary_box(Composer& c, Rect area) {
  const int body = c.body_px();
  const std::string& language = c.state.language;
  const content::GlossaryEntry* entry = c.model.glossary ? c.model.glossary->find(c.state.explanation.id) : nullptr;
  const TextSpec heading = plain_text(c.message("glossary.title"), language, body, true);
  const auto texts = [&](Composer& composer, Rect inside) {
    if (entry == nullptr)
      return compose_box_texts(composer, {{"damaged", plain_text(c.message("page.damaged"), language, body)}}, inside);
    std::vector<BoxText> all{{"glossary-term", spec_of(entry->term, language, body * 5 / 4, true)}};
    for (std::size_t i = 0; i < entry->explanation.size(); ++i)
      all.push_back({"glossary-explanation#" + std::to_string(i + 1), spec_of(entry->explanation[i], language, body)});
    if (language != "sv")
      all.push_back(
          {"glossary-swedish", plain_text(c.message("glossary.swedish", {{"term", entry->swedish}}), language, body)});
    return compose_box_texts(composer, all, inside);
  };
  compose_explanation_box(c, area, heading, texts);
}

}  // namespace kiosk::ui
