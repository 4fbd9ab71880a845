#include "xliff.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>
#include <utility>

#include "base/utf8.h"

namespace kiosk::tool {
namespace {

constexpr int kDeepest = 32;  // inline elements in each other

// Length of the fact "{name}" at `start`; 0 where there is none.
std::size_t fact_length(std::string_view text, std::size_t start) {
  if (text[start] != '{') return 0;
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_", start + 1);
  return end != std::string_view::npos && text[end] == '}' && end > start + 1 ? end + 1 - start : 0;
}

// XML 1.0 has no way to write them.
bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n'; });
}

class Writer {
 public:
  Writer(XliffVersion version, std::string_view language, std::string_view domain)
      : version_(version), language_(language), domain_(domain) {}

  std::string write(const std::vector<XliffUnit>& units) {
    pugi::xml_node declaration = document_.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    pugi::xml_node parent = version_ == XliffVersion::k12 ? begin_12() : begin_21();
    int number = 0;
    for (const XliffUnit& unit : units)
      version_ == XliffVersion::k12 ? add_12(parent, unit, ++number) : add_21(parent, unit, ++number);
    std::ostringstream out;
    document_.save(out, " ", pugi::format_indent, pugi::encoding_utf8);
    return out.str();
  }

 private:
  static void set(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name).set_value(value.c_str());
  }

  // Also an empty text: beside it pugixml does not break lines, which would become part of the translation.
  static void add_text(pugi::xml_node node, std::string_view text) {
    node.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
  }

  pugi::xml_node begin_12() {
    pugi::xml_node root = document_.append_child("xliff");
    set(root, "version", "1.2");
    set(root, "xmlns", "urn:oasis:names:tc:xliff:document:1.2");
    pugi::xml_node file = root.append_child("file");
    set(file, "original", domain_);
    set(file, "source-language", std::string(kSourceLanguage));
    set(file, "target-language", language_);
    set(file, "datatype", "plaintext");
    return file.append_child("body");
  }

  pugi::xml_node begin_21() {
    pugi::xml_node root = document_.append_child("xliff");
    set(root, "xmlns", "urn:oasis:names:tc:xliff:document:2.0");
    set(root, "version", "2.1");
    set(root, "srcLang", std::string(kSourceLanguage));
    set(root, "trgLang", language_);
    pugi::xml_node file = root.append_child("file");
    set(file, "id", domain_);
    return file;
  }

  void add_12(pugi::xml_node body, const XliffUnit& from, int number) {
    pugi::xml_node unit = body.append_child("trans-unit");
    set(unit, "id", std::to_string(number));
    set(unit, "resname", from.unit->context);
    if (from.state == UnitState::kReviewed) set(unit, "approved", "yes");
    set(unit, "xml:space", "preserve");
    facts_.clear();
    add_words(unit.append_child("source"), from.unit->source, from.unit->message);
    if (!from.target.empty() && !has_control(from.target)) {
      pugi::xml_node target = unit.append_child("target");
      set_state_12(target, from.state);
      begin_target();
      add_words(target, from.target, from.unit->message);
    }
    if (!from.unit->note.empty()) add_text(unit.append_child("note"), from.unit->note);
  }

  static void set_state_12(pugi::xml_node target, UnitState state) {
    switch (state) {
      case UnitState::kMissing:
        return;
      case UnitState::kMachine:
        set(target, "state", "needs-review-translation");
        return set(target, "state-qualifier", "mt-suggestion");
      case UnitState::kReview:
        return set(target, "state", "needs-review-translation");
      case UnitState::kOutdated:
        set(target, "state", "needs-translation");
        return set(target, "state-qualifier", "fuzzy-match");
      case UnitState::kTranslated:
        return set(target, "state", "translated");
      case UnitState::kReviewed:
        return set(target, "state", "signed-off");
    }
  }

  void add_21(pugi::xml_node file, const XliffUnit& from, int number) {
    pugi::xml_node unit = file.append_child("unit");
    set(unit, "id", "u" + std::to_string(number));
    set(unit, "name", from.unit->context);
    if (!from.unit->note.empty()) add_text(unit.append_child("notes").append_child("note"), from.unit->note);
    pugi::xml_node segment = unit.append_child("segment");
    facts_.clear();
    pugi::xml_node source = segment.append_child("source");
    set(source, "xml:space", "preserve");
    add_words(source, from.unit->source, from.unit->message);
    if (!from.target.empty() && !has_control(from.target)) {
      set_state_21(segment, from.state);
      pugi::xml_node target = segment.append_child("target");
      set(target, "xml:space", "preserve");
      begin_target();
      add_words(target, from.target, from.unit->message);
    }
    if (facts_.empty()) return;
    pugi::xml_node data = unit.insert_child_before("originalData", segment);
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      pugi::xml_node fact = data.append_child("data");
      set(fact, "id", "d" + std::to_string(i + 1));
      add_text(fact, facts_[i].text);
    }
  }

  static void set_state_21(pugi::xml_node segment, UnitState state) {
    const bool done = state == UnitState::kTranslated || state == UnitState::kReviewed;
    set(segment, "state", done ? to_string(state) : "initial");
    if (!done) set(segment, "subState", std::string("kiosk:") + to_string(state));
  }

  void begin_target() {
    for (Fact& fact : facts_) fact.used = false;
  }

  // The same fact has the same number in source and target.
  std::size_t number_of(std::string_view fact) {
    auto found = std::find_if(facts_.begin(), facts_.end(), [&](const Fact& f) { return !f.used && f.text == fact; });
    if (found == facts_.end()) found = facts_.insert(facts_.end(), {std::string(fact), false});
    found->used = true;
    return static_cast<std::size_t>(found - facts_.begin()) + 1;
  }

  void add_words(pugi::xml_node node, std::string_view text, bool message) {
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size() && !message;) {
      const std::size_t length = fact_length(text, i);
      if (length == 0) {
        ++i;
        continue;
      }
      add_text(node, text.substr(start, i - start));
      const std::string_view fact = text.substr(i, length);
      const std::string number = std::to_string(number_of(fact));
      pugi::xml_node place = node.append_child("ph");
      set(place, "id", number);
      if (version_ == XliffVersion::k12)
        add_text(place, fact);
      else
        set(place, "dataRef", "d" + number);
      start = i += length;
    }
    add_text(node, text.substr(start));
  }

  struct Fact {
    std::string text;
    bool used = false;
  };

  XliffVersion version_;
  std::string language_, domain_;
  pugi::xml_document document_;
  std::vector<Fact> facts_;  // of the unit
};

// Without the prefix that some programs give to every element.
std::string_view name_of(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
  return node.find_child([&](pugi::xml_node child) { return name_of(child) == name; });
}

// In the order of the document; pugixml's walk does not recurse, however deep a hostile file is.
class Reader : public pugi::xml_tree_walker {
 public:
  Reader(std::string_view bytes, std::string_view path, DiagnosticSink& sink)
      : bytes_(bytes), path_(path), sink_(sink) {}

  bool for_each(pugi::xml_node& node) override {
    const std::string_view name = name_of(node);
    if (name == "xliff") language_ = node.attribute("trgLang").value();
    if (name == "file" && node.attribute("target-language")) language_ = node.attribute("target-language").value();
    if (name == "trans-unit") read_12(node);
    if (name == "unit") read_21(node);
    return true;
  }

  std::vector<ExchangeRow> rows;

 private:
  int line_of(pugi::xml_node node) {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
    for (; counted_ < std::min(offset, bytes_.size()); ++counted_) line_ += bytes_[counted_] == '\n';
    return line_;
  }

  void error(int line, const char* check, std::string message, std::string hint) {
    sink_.error(check, {std::string(path_), line, 1}, std::move(message), std::move(hint));
  }

  void read_12(pugi::xml_node unit) {
    ExchangeRow row{unit.attribute("resname").value(), {}, {}, line_of(unit), language_, false};
    const pugi::xml_node target = child_of(unit, "target");
    add_words(child_of(unit, "source"), unit, 0, row.source);
    add_words(target, unit, 0, row.target);
    const std::string_view state = target.attribute("state").value();
    row.unfinished = state == "new" || state.starts_with("needs-");
    keep(std::move(row));
  }

  // An agency may have cut the unit into segments.
  void read_21(pugi::xml_node unit) {
    ExchangeRow row{unit.attribute("name").value(), {}, {}, line_of(unit), language_, false};
    bool whole = true;
    for (const pugi::xml_node part : unit.children()) {
      const bool segment = name_of(part) == "segment";
      if (!segment && name_of(part) != "ignorable") continue;
      const pugi::xml_node source = child_of(part, "source"), target = child_of(part, "target");
      add_words(source, unit, 0, row.source);
      add_words(target || segment ? target : source, unit, 0, row.target);
      whole = whole && (target || !segment);
      row.unfinished = row.unfinished || std::string_view(part.attribute("state").value()) == "initial";
    }
    if (!whole) row.target.clear();
    keep(std::move(row));
  }

  void keep(ExchangeRow row) {
    if (std::exchange(too_deep_, false))
      return error(row.line, "limit", "inline elements are nested deeper than " + std::to_string(kDeepest),
                   "export the text anew");
    if (row.context.empty())
      return error(row.line, "syntax", "the unit has no name",
                   "keep the attribute 'resname' (XLIFF 1.2) or 'name' (2.1) as it was exported");
    for (const std::string& text : {row.context, row.source, row.target})
      if (find_invalid_utf8(text) != std::string::npos)
        return error(row.line, "encoding", "the unit has bytes that are no UTF-8", "save the file as UTF-8");
    if (row.target.find_first_not_of(" \t\n") == std::string::npos) row.target.clear();
    rows.push_back(std::move(row));
  }

  std::string original(pugi::xml_node unit, const char* id) const {
    const pugi::xml_node data = child_of(unit, "originalData").find_child([&](pugi::xml_node child) {
      return name_of(child) == "data" && std::string_view(child.attribute("id").value()) == id;
    });
    return data.child_value();
  }

  void add_words(pugi::xml_node node, pugi::xml_node unit, int depth, std::string& out) {
    if (depth > kDeepest) {
      too_deep_ = true;
      return;
    }
    for (const pugi::xml_node child : node.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        out += child.value();
        continue;
      }
      if (child.type() != pugi::node_element) continue;
      const std::string_view name = name_of(child);
      const auto value = [&](const char* attribute) { return child.attribute(attribute).value(); };
      if (name == "x" || name == "bx" || name == "ex") {  // 1.2, without their text inside
        out += value("equiv-text");
      } else if (child.attribute("dataRef")) {  // 2.1: ph, sc, ec
        out += original(unit, value("dataRef"));
      } else if (name == "ph" && !child.first_child()) {
        out += child.attribute("equiv") ? value("equiv") : value("disp");
      } else {  // what stands inside, between what the element opens and closes
        out += original(unit, value("dataRefStart"));
        add_words(child, unit, depth + 1, out);
        out += original(unit, value("dataRefEnd"));
      }
    }
  }

  std::string_view bytes_, path_;
  DiagnosticSink& sink_;
  std::string language_;
  std::size_t counted_ = 0;
  int line_ = 1;
  bool too_deep_ = false;  // the unit
};

}  // namespace

std::string write_xliff(XliffVersion version, std::string_view language, std::string_view domain,
                        const std::vector<XliffUnit>& units) {
  return Writer(version, language, domain).write(units);
}

bool looks_like_xml(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<';
}

std::vector<ExchangeRow> read_xliff(std::string_view bytes, std::string_view path, DiagnosticSink& sink) {
  pugi::xml_document document;
  // White space between two inline elements is text.
  const pugi::xml_parse_result parsed =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed) {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
    const auto line = 1 + std::count(bytes.begin(),
                                     bytes.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes.size())), '\n');
    sink.error("syntax", {std::string(path), static_cast<int>(line), 1},
               std::string("not readable as XML: ") + parsed.description(), "export the file anew");
    return {};
  }
  if (name_of(document.document_element()) != "xliff") {
    sink.error("syntax", {std::string(path), 1, 1},
               "expected 'xliff', found '" + std::string(document.document_element().name()) + "'",
               "export as XLIFF 1.2 or 2.1");
    return {};
  }
  Reader reader(bytes, path, sink);
  document.traverse(reader);
  return std::move(reader.rows);
}

}  // namespace kiosk::tool
