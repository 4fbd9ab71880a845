#include "allowance.h"

namespace kiosk::tool {

Allowances::Allowances(const Project& project) : elsewhere_(project.elsewhere) {
  add_part(project.sources.core);
  for (const SourcePart& site : project.sources.sites) add_part(site);
  for (std::size_t i = 0; i < project.domains.size(); ++i) {
    const Domain& domain = project.domains[i];
    for (const Unit& unit : domain.units) {
      if (!project.scope.has(unit.page)) continue;
      TextCount& count = counted_[unit.page];
      ++count.texts;
      for (const auto& [tag, translations] : project.translations)
        if (const PoEntry* entry = translations.find(domain.name, unit.context, unit.source))
          add_entry(*entry, unit, tag, translations.domains()[i].path, count);
    }
  }
}

// Field by field: GCC 12 sees uninitialised memory in the braces (bug 105562).
Allowances::Line Allowances::line_at(const std::string& path, int line, std::string language, std::string page,
                                     std::string block) {
  Line made;
  made.at.path = path;
  made.at.line = line;
  made.at.column = 1;
  made.language = std::move(language);
  made.page = std::move(page);
  made.block = std::move(block);
  return made;
}

void Allowances::add_part(const SourcePart& part) {
  for (const SourcePage& page : part.pages)
    for (const SourcePage::Allow& allow : page.allows) {
      const std::string& path = page.title.at.path;
      lines_.emplace(Key(path, allow.line + 1, allow.check),
                     line_at(path, allow.line, std::string(kSourceLanguage), page.id, {}));
    }
}

void Allowances::add_entry(const PoEntry& entry, const Unit& unit, const std::string& language, const std::string& path,
                           TextCount& count) {
  count.texts += !entry.text().empty();
  constexpr std::string_view kStart = " kiosk: allow ";
  for (const std::string& comment : entry.comments) {
    if (!comment.starts_with(kStart)) continue;
    const std::string_view rest = std::string_view(comment).substr(kStart.size());
    const std::size_t space = std::min(rest.find(' '), rest.size());
    const Line line = line_at(path, entry.line, language, unit.page, unit.block.empty() ? unit.context : unit.block);
    const std::string_view reason = rest.substr(std::min(space + 1, rest.size()));
    if (reason.size() > 2 && reason.front() == '"')
      count.allowed += lines_.emplace(Key(path, entry.string_line, rest.substr(0, space)), line).second;
    else
      without_reason_.push_back(line);
  }
}

void Allowances::warn(const Line& line, std::string message, std::string hint, DiagnosticSink& sink) {
  Diagnostic d;
  d.severity = Severity::kWarning;
  d.check = "allow";
  d.at = line.at;
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.language = line.language;
  d.page = line.page;
  d.block = line.block;
  sink.add(std::move(d));
}

void Allowances::sift(const std::vector<Diagnostic>& found, const std::set<std::string>& not_run,
                      DiagnosticSink& sink) {
  std::set<Key> used;
  for (const Diagnostic& d : found) {
    const Key key(d.at.path, d.at.line, d.check);
    if (lines_.contains(key))
      used.insert(key);
    else
      sink.add(d);
  }
  for (const auto& [key, line] : lines_)
    if (const std::string& check = std::get<2>(key); !used.contains(key) && !not_run.contains(check))
      warn(line, "the line that allows '" + check + "' silences nothing", "take it away", sink);
  for (const Line& line : without_reason_)
    warn(line, "a line that allows something has no reason", "write it as: # kiosk: allow number \"why\"", sink);
  int texts = elsewhere_.texts;
  for (const auto& [page, count] : counted_) texts += count.texts;
  const int most = (texts + kTextsForEach - 1) / kTextsForEach;
  if (const int lines = static_cast<int>(lines_.size()) + elsewhere_.allowed; lines > most)
    sink.error("allow", {},
               std::to_string(lines) + " findings are allowed in " + std::to_string(texts) + " texts, at most " +
                   std::to_string(most) + " may be",
               "mend what they silence; they are the lines with 'kiosk: allow'");
}

}  // namespace kiosk::tool
