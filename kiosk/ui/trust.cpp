#include "ui/trust.h"

#include <algorithm>

#include "i18n/date_time.h"
#include "i18n/locale.h"
#include "ui/explanation_box.h"

namespace kiosk::ui {

namespace {

using TextState = content::State;

int rank(TextState state) {
  switch (state) {
    case TextState::kSource:
    case TextState::kFallback:  // a block in another language carries its own mark
      return 0;
    case TextState::kReviewed:
      return 1;
    case TextState::kTranslated:
      return 2;
    case TextState::kReview:
      return 3;
    case TextState::kMachine:
      return 4;
    case TextState::kOutdated:
      return 5;
  }
  return 0;
}

// Of the state: the icon, and the words of the line.
struct Line {
  const char* icon;
  const char* message;
};

Line line_of(TextState state) {
  switch (state) {
    case TextState::kSource:
      return {"edit", "trust.source"};
    case TextState::kReviewed:
      return {"verified_user", "trust.reviewed"};
    case TextState::kTranslated:
      return {"person", "trust.translated"};
    case TextState::kReview:
      return {"translate", "trust.review"};
    case TextState::kMachine:
      return {"translate", "trust.machine"};
    case TextState::kOutdated:
      return {"update", "trust.outdated"};
    case TextState::kFallback:
      return {"translate", "trust.fallback"};
  }
  return {"info", "trust.source"};
}

std::string sentence_of(const Composer& c, TextState state, const content::Page& page) {
  switch (state) {
    case TextState::kSource:
      return c.message("trust.source");
    case TextState::kReviewed:
      return c.message("trust.reviewed-long");
    case TextState::kTranslated:
      return c.message("trust.translated-long");
    case TextState::kReview:
      return c.message("page.review");
    case TextState::kMachine:
      return c.message("page.machine");
    case TextState::kOutdated:
      return c.message("page.outdated");
    case TextState::kFallback:
      return fallback_text(c, page.lang);
  }
  return {};
}

content::State worst_of(const content::Page& page) {
  TextState worst = page.title.state;
  const auto take = [&](const content::Sentence& s) {
    if (!s.runs.empty() && rank(s.state) > rank(worst)) worst = s.state;
  };
  for (const content::Block& block : page.blocks) {
    for (const content::Sentence& s : block.sentences) take(s);
    for (const content::ListItem& item : block.items)
      for (const content::Sentence& s : item.sentences) take(s);
    for (const content::ContactLine& l : block.contact) {
      take(l.label);
      take(l.value);
    }
  }
  return worst;
}

}  // namespace

std::string fallback_text(const Composer& c, const std::string& language) {
  const std::string& reader = c.typesetter.language(c.state.language).format_locale;
  const std::string name = i18n::language_name(language, reader);
  return c.message("page.fallback", {{"language", name.empty() ? c.typesetter.language(language).autonym : name}});
}

content::State trust_state(const content::Page& page, const std::string& reader) {
  return page.lang == reader ? worst_of(page) : TextState::kFallback;
}

int compose_trust_line(Composer& c, const content::Page& page, Rect area) {
  const TextState state = trust_state(page, c.state.language);
  const Line line = line_of(state);
  const bool warns = rank(state) >= rank(TextState::kReview) || state == TextState::kFallback;
  const int body = c.body_px(), pad = c.space.gap / 2, icon = body * 5 / 4;
  TextSpec spec = plain_text(c.message(line.message), c.state.language, body);
  const int around = 2 * (icon + 4 * pad);
  constexpr int kAnyWidth = 100'000;
  const int wanted = static_cast<int>(c.typesetter.set(spec, kAnyWidth)->width) + body / 2;
  const int text_w = std::min(wanted, area.w - around);
  const int height = std::max({c.space.secondary, c.typesetter.set(spec, text_w)->height + 2 * pad, icon + 2 * pad});
  const Rect rect{area.x, area.y, text_w + around, height};
  Element& element = c.control("trust", Role::kButton, rect, Target::kSecondary,
                               warns ? c.theme.notice : c.theme.surface, c.theme.border);
  element.state = to_string(state);
  const Color color = element.pressed || !warns ? c.theme.text : c.theme.on_notice;
  const int icon_y = rect.y + (height - icon) / 2;
  c.icon(line.icon, {rect.x + 2 * pad, icon_y, icon, icon}, color);
  c.label(spec, {rect.x + icon + 4 * pad, rect.y, text_w, height}, color);
  c.icon("info_outline", {rect.right() - icon - 2 * pad, icon_y, icon, icon}, color);
  return height + c.space.gap;
}

void compose_trust_box(Composer& c, const content::Page& page, Rect area) {
  const int body = c.body_px();
  const std::string& language = c.state.language;
  const std::string& locale = c.typesetter.language(language).format_locale;
  std::vector<BoxText> texts;
  const auto add = [&](const char* id, const std::string& words) {
    texts.push_back({id, plain_text(words, language, body)});
  };
  const TextState state = trust_state(page, language);
  add("trust-state", sentence_of(c, state, page));
  if (state == TextState::kFallback && rank(worst_of(page)) > rank(TextState::kReviewed))
    add("trust-text", sentence_of(c, worst_of(page), page));
  if (!page.owner.empty()) add("trust-owner", c.message("page.owner", {{"board", page.owner}}));
  const auto date = [&](const std::string& iso) { return i18n::format_date(iso, locale); };
  if (!page.valid_from.empty()) add("trust-from", c.message("page.updated", {{"date", date(page.valid_from)}}));
  if (!page.review_by.empty()) {
    const bool due = i18n::iso_date(c.state.now_ms) > page.review_by;
    add("trust-check", due ? c.message("trust.due") : c.message("trust.confirmed", {{"date", date(page.review_by)}}));
  }
  compose_explanation_box(c, area, plain_text(c.message("trust.title"), language, body * 5 / 4, true),
                          [&](Composer& composer, Rect inside) { return compose_box_texts(composer, texts, inside); });
}

}  // namespace kiosk::ui
