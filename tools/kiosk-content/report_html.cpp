#include <algorithm>
#include <cmath>

#include "base/html_page.h"
#include "base64.h"
#include "i18n/locale.h"
#include "report_values.h"

namespace kiosk::tool {
namespace {

constexpr UnitState kStates[] = {UnitState::kReviewed, UnitState::kTranslated, UnitState::kReview,
                                 UnitState::kMachine,  UnitState::kOutdated,   UnitState::kMissing};

std::string percent(int part, int whole) {
  return whole == 0 ? "-" : std::to_string(std::lround(std::floor(100.0 * part / whole))) + " %";
}

std::string counted(std::size_t n, const char* noun) { return std::to_string(n) + " " + noun + (n == 1 ? "" : "s"); }

class Page {
 public:
  explicit Page(const Report& report) : report_(report) {}

  std::string write() {
    out_ = html_head("Pages and translations, " + report_.today, "en");
    put_languages();
    put_due();
    put_readability();
    out_ += "<h2 id=\"pages\">Page by page</h2>\n";
    for (const ReportPage& page : report_.pages) put_page(page);
    if (!report_.elsewhere.empty()) {
      out_ += "<h2 id=\"elsewhere\">Findings elsewhere</h2>\n";
      for (const Diagnostic& d : report_.elsewhere) put_finding(d);
    }
    out_ += kHtmlEnd;
    return std::move(out_);
  }

 private:
  void cell(const std::string& text, const char* kind = "") {
    out_ += "<td" + (*kind ? std::string(" class=\"") + kind + "\"" : "") + ">" + escaped(text) + "</td>";
  }

  void heads(std::initializer_list<const char*> names) {
    out_ += "<tr>";
    for (const char* name : names) out_ += std::string("<th>") + name + "</th>";
    out_ += "</tr>\n";
  }

  void put_languages() {
    out_ += "<h2 id=\"languages\">Languages</h2>\n<table>\n";
    heads({"language", "tag", "has a text", "read by a person", "reviewed", "translated", "review", "machine",
           "outdated", "missing", "findings"});
    for (const ReportLanguage& language : report_.languages) {
      const auto count = [&](UnitState state) {
        const auto found = language.of.find(state);
        return found == language.of.end() ? 0 : found->second;
      };
      out_ += "<tr>";
      cell(language.language.name_en + " (" + language.language.autonym + ")");
      cell(language.language.tag);
      cell(percent(language.units - count(UnitState::kMissing), language.units), "n");
      cell(percent(count(UnitState::kReviewed) + count(UnitState::kTranslated), language.units), "n");
      for (const UnitState state : kStates) cell(std::to_string(count(state)), "n");
      cell(std::to_string(language.findings), "n");
      out_ += "</tr>\n";
    }
    out_ += "</table>\n";
  }

  // Soonest first; what is overdue says so.
  void put_due() {
    std::vector<const ReportPage*> pages;
    for (const ReportPage& page : report_.pages)
      if (page.is_page && !page.review_by.empty()) pages.push_back(&page);
    std::stable_sort(pages.begin(), pages.end(),
                     [](const ReportPage* a, const ReportPage* b) { return a->review_by < b->review_by; });
    out_ += "<h2 id=\"due\">When pages are due for review</h2>\n<table>\n";
    heads({"review by", "page", "owner"});
    for (const ReportPage* page : pages) {
      const bool overdue = page->review_by < report_.today;
      out_ += "<tr>";
      cell(page->review_by + (overdue ? " (overdue)" : ""), overdue ? "outdated" : "");
      link(*page);
      cell(page->owner);
      out_ += "</tr>\n";
    }
    out_ += "</table>\n";
  }

  void put_readability() {
    out_ +=
        "<h2 id=\"readability\">How hard the Swedish is to read</h2>\n"
        "<p>LIX below 30 is very easy, below 40 easy; easy text has at most 15 words in a sentence.</p>\n<table>\n";
    heads({"page", "LIX", "words", "sentences", "words in the longest sentence"});
    for (const ReportPage& page : report_.pages) {
      if (!page.is_page) continue;
      out_ += "<tr>";
      link(page);
      for (const long n : {std::lround(page.lix), long{page.words}, long{page.sentences}, long{page.longest_sentence}})
        cell(std::to_string(n), "n");
      out_ += "</tr>\n";
    }
    out_ += "</table>\n";
  }

  static std::string anchor(const ReportPage& page) { return escaped(page.domain + "/" + page.id); }

  void link(const ReportPage& page) {
    out_ += "<td><a href=\"#" + anchor(page) + "\">" + escaped(page.domain + ": " + page.title) + "</a></td>";
  }

  void put_page(const ReportPage& page) {
    out_ += "<h3 id=\"" + anchor(page) + "\">" + escaped(page.title) + "</h3>\n";
    if (page.is_page) {
      out_ += "<p>" + escaped(page.domain + ", " + page.id + ", " + page.owner) + "</p>\n";
      out_ += "<details><summary>Swedish: " + counted(page.findings.size(), "finding") + "</summary>\n";
      for (const Diagnostic& d : page.findings) put_finding(d);
      put_picture(page.picture, page.title + " in Swedish");
      out_ += "</details>\n";
    }
    for (const ReportTranslation& translation : page.translations) put_translation(page, translation);
  }

  void put_translation(const ReportPage& page, const ReportTranslation& translation) {
    const auto known = std::find_if(report_.languages.begin(), report_.languages.end(),
                                    [&](const ReportLanguage& l) { return l.language.tag == translation.language; });
    const content::Language& language = known->language;
    std::size_t findings = 0, open = 0;
    for (const ReportUnit& unit : translation.units) {
      findings += unit.findings.size();
      open += unit.state != UnitState::kReviewed && unit.state != UnitState::kTranslated;
    }
    const bool rtl = i18n::is_right_to_left_script(language.script);
    out_ += "<details><summary>" + escaped(language.name_en + " (" + language.tag + "): ") + std::to_string(open) +
            " of " + counted(translation.units.size(), "text") + " to be read, " + counted(findings, "finding") +
            "</summary>\n<table>\n";
    heads({"Swedish", "translation", "state"});
    for (const ReportUnit& unit : translation.units) {
      out_ += "<tr title=\"" + escaped(unit.context) + "\"><td class=\"text\" lang=\"sv\">" + escaped(unit.source) +
              "</td><td class=\"text\"><div lang=\"" + escaped(language.tag) + "\" dir=\"" + (rtl ? "rtl" : "ltr") +
              "\">" + escaped(unit.target) + "</div>";
      for (const Diagnostic& d : unit.findings) put_finding(d);
      out_ += "</td>";
      cell(to_string(unit.state), (std::string("state ") + to_string(unit.state)).c_str());
      out_ += "</tr>\n";
    }
    out_ += "</table>\n";
    put_picture(translation.picture, page.title + " in " + language.name_en);
    out_ += "</details>\n";
  }

  void put_picture(const std::string& png, const std::string& what) {
    if (!png.empty())
      out_ +=
          "<img loading=\"lazy\" alt=\"" + escaped(what) + "\" src=\"data:image/png;base64," + base64(png) + "\" />\n";
  }

  void put_finding(const Diagnostic& d) {
    out_ += std::string("<p class=\"finding ") + to_string(d.severity) + "\">" + escaped(d.check + ": " + d.message);
    if (!d.hint.empty()) out_ += "<br />" + escaped(d.hint);
    out_ += "<br /><small>" + escaped(d.at.path) + (d.at.line > 0 ? ":" + std::to_string(d.at.line) : "") +
            "</small></p>\n";
  }

  const Report& report_;
  std::string out_;
};

}  // namespace

std::string report_html(const Report& report) { return Page(report).write(); }

}  // namespace kiosk::tool
