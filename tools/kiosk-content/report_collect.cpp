#include <algorithm>
#include <set>

#include "readability.h"
#include "report_values.h"

namespace kiosk::tool {
namespace {

class Collector {
 public:
  Collector(const Project& project, const std::vector<std::string>& languages, const std::vector<Diagnostic>& findings)
      : project_(project), findings_(findings) {
    for (const std::string& tag : languages) report_.languages.push_back({*project.sources.language(tag), 0, 0, {}});
  }

  Report run(const std::string& today) {
    report_.today = today;
    add_part(project_.sources.core);
    for (const SourcePart& site : project_.sources.sites) add_part(site);
    add_rest("ui", "The kiosk's own words");
    for (const Domain& domain : project_.domains)
      if (domain.name != "ui") add_rest(domain.name, "Topics, contacts and other texts of " + domain.name);
    for (std::size_t i = 0; i < findings_.size(); ++i)
      if (!used_.contains(i)) report_.elsewhere.push_back(findings_[i]);
    return std::move(report_);
  }

 private:
  void add_part(const SourcePart& part) {
    for (const SourcePage& from : part.pages) {
      ReportPage page{from.id, part.domain, from.title.text, from.owner, from.review_by, true, 0, 0, 0, 0, {}, {}, {}};
      measure(from, page);
      add_translations(page);
      report_.pages.push_back(std::move(page));
    }
  }

  void add_rest(const std::string& domain, const std::string& title) {
    ReportPage page{{}, domain, title, {}, {}, false, 0, 0, 0, 0, {}, {}, {}};
    add_translations(page);
    report_.pages.push_back(std::move(page));
  }

  static void measure(const SourcePage& from, ReportPage& page) {
    std::vector<std::string_view> sentences = {from.title.text};
    for (const SourceBlock& block : from.blocks) {
      for (const SourceText& sentence : block.sentences) sentences.push_back(sentence.text);
      for (const SourceItem& item : block.items)
        for (const SourceText& sentence : item.sentences) sentences.push_back(sentence.text);
    }
    page.sentences = static_cast<int>(sentences.size());
    page.lix = lix(sentences);
    for (const std::string_view sentence : sentences) {
      const int words = static_cast<int>(words_in(sentence).size());
      page.words += words;
      page.longest_sentence = std::max(page.longest_sentence, words);
    }
  }

  void add_translations(ReportPage& page) {
    const auto domain = std::find_if(project_.domains.begin(), project_.domains.end(),
                                     [&](const Domain& d) { return d.name == page.domain; });
    if (domain == project_.domains.end()) return;
    for (ReportLanguage& language : report_.languages) {
      ReportTranslation translation{language.language.tag, {}, {}};
      for (const Unit& unit : domain->units)
        if (unit.page == page.id) translation.units.push_back(unit_of(domain->name, unit, language));
      page.translations.push_back(std::move(translation));
    }
    if (!page.is_page) return;
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      const bool swedish = findings_[i].language.empty() || findings_[i].language == kSourceLanguage;
      if (swedish && findings_[i].page == page.id && used_.insert(i).second) page.findings.push_back(findings_[i]);
    }
  }

  ReportUnit unit_of(const std::string& domain, const Unit& from, ReportLanguage& language) {
    ReportUnit unit{from.context, from.source, {}, UnitState::kMissing, {}};
    const std::string& tag = language.language.tag;
    if (const PoEntry* entry = project_.translations.at(tag).find(domain, from.context, from.source)) {
      unit.target = entry->text();
      unit.state = state_of(*entry);
    }
    ++language.units;
    ++language.of[unit.state];
    const std::string& block = from.block.empty() ? from.context : from.block;
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      const Diagnostic& d = findings_[i];
      const bool of_unit = d.language == tag && d.page == from.page && d.block == block && d.source_line == unit.target;
      if (!of_unit || !used_.insert(i).second) continue;
      ++language.findings;
      unit.findings.push_back(d);
    }
    return unit;
  }

  const Project& project_;
  const std::vector<Diagnostic>& findings_;
  std::set<std::size_t> used_;  // findings that have found their place
  Report report_;
};

}  // namespace

Report collect_report(const Project& project, const std::vector<std::string>& languages,
                      const std::vector<Diagnostic>& findings, const std::string& today) {
  return Collector(project, languages, findings).run(today);
}

}  // namespace kiosk::tool
