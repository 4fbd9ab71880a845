// What `report` tells, as plain values: report_collect.cpp fills them from the project, report_html.cpp shows them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "content/tree.h"
#include "po_state.h"
#include "project.h"

namespace kiosk::tool {

struct ReportUnit {
  std::string context, source, target;
  UnitState state = UnitState::kMissing;
  std::vector<Diagnostic> findings;
};

struct ReportTranslation {
  std::string language;
  std::vector<ReportUnit> units;
  std::string picture;  // PNG bytes; empty = none
};

// A page, or the texts of a domain that stand on no page.
struct ReportPage {
  std::string id, domain, title, owner, review_by;  // the last two empty where it is no page
  bool is_page = false;
  int words = 0, sentences = 0, longest_sentence = 0;  // words
  double lix = 0;
  std::vector<Diagnostic> findings;  // of the Swedish
  std::string picture;               // of the Swedish
  std::vector<ReportTranslation> translations;
};

struct ReportLanguage {
  content::Language language;
  int units = 0, findings = 0;
  std::map<UnitState, int> of;
};

struct Report {
  std::string today;                  // ISO
  std::vector<Diagnostic> elsewhere;  // findings of no page
  std::vector<ReportLanguage> languages;
  std::vector<ReportPage> pages;  // the core's, then the sites'; pages before other texts
};

// All but the pictures. `findings` are those of the project's checks; `languages` are tags without the source's.
Report collect_report(const Project& project, const std::vector<std::string>& languages,
                      const std::vector<Diagnostic>& findings, const std::string& today);

// One file that needs no other: styles and pictures are inside. Well-formed as XML too.
std::string report_html(const Report& report);

}  // namespace kiosk::tool
