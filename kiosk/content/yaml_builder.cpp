#include "content/yaml_builder.h"

#include "content/quote.h"

namespace kiosk::content {

[[noreturn]] static void refuse(std::size_t offset, std::string message, std::string hint = {},
                                std::string check = "syntax") {
  throw YamlRefusal{{std::move(check), offset, std::move(message), std::move(hint)}};
}

YamlFault alias_fault(std::size_t offset) {
  return {"syntax", offset, "an alias ('*' before a name)", "write the value out, or put the text in quotes"};
}

YamlFault misfit_fault(std::size_t offset) {
  return {"syntax", offset, "the line does not fit the map or list it stands in",
          "start all entries of a map or list in one column"};
}

// yaml-cpp takes a quoted text that the end of the file cuts off for a whole one.
static bool is_closed(std::string_view text, std::size_t start) {
  const char quote = text[start];
  for (std::size_t i = start + 1; i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (text[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
      if (!doubled) return true;
      ++i;
    }
  }
  return false;
}

YamlBuilder::YamlBuilder(std::string_view text, const YamlLimits& limits)
    : text_(text), limits_(limits), places_(text) {
  root_.line = root_.column = 1;
}

void YamlBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (++documents_ == 1) return;
  // yaml-cpp also ends a document where an entry does not fit, and starts another unasked.
  const std::size_t offset = offset_of(mark);
  const bool marked =
      text_.substr(offset, 3) == "---" || text_.substr(0, offset).find("\n...") != std::string_view::npos;
  if (!marked) throw YamlRefusal{misfit_fault(offset)};
  refuse(offset, "a second document", "keep one document in a file");
}

void YamlBuilder::OnAnchor(const YAML::Mark& mark, const std::string& name) {
  refuse(offset_of(mark), "anchor " + quote("&" + name), "write the value out where it is needed");
}

void YamlBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) { throw YamlRefusal{alias_fault(offset_of(mark))}; }

void YamlBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t) {
  const std::size_t offset = check_start(mark);
  if (awaits_key()) refuse(offset, "a key must be text", "put the key in quotes");
  // At the end of a file that was cut short yaml-cpp takes the last word for a key and puts its value at the key
  // itself.
  if (!open_.empty() && open_.back().has_key && open_.back().key_offset == offset)
    refuse(offset, "the file ends after " + quote(open_.back().key), "complete the line and close every bracket");
  add(make(Yaml::Kind::kNull, offset));
}

void YamlBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& text) {
  const std::size_t offset = check_start(mark);
  const char first = offset < text_.size() ? text_[offset] : '\0';
  if ((first == '"' || first == '\'') && !is_closed(text_, offset))
    refuse(offset, "a quoted text is not closed", "add the closing quote");
  if (text.size() > limits_.scalar_bytes)
    refuse(offset, "a text is larger than " + std::to_string(limits_.scalar_bytes) + " bytes", {}, "limit");
  if (auto fault = find_forbidden_character(text)) {
    fault->offset = offset;
    throw YamlRefusal{std::move(*fault)};
  }
  if (awaits_key()) return take_key(text, offset);
  Yaml value = make(Yaml::Kind::kScalar, offset);
  value.scalar = text;
  value.plain = tag == "?";
  add(std::move(value));
}

void YamlBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                                  YAML::EmitterStyle::value) {
  open(Yaml::Kind::kList, mark);
}

void YamlBuilder::OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) {
  open(Yaml::Kind::kMap, mark);
}

// A tag of its own stands where the node starts; yaml-cpp gives quoted texts the tag "!" too, so the text decides.
std::size_t YamlBuilder::check_start(const YAML::Mark& mark) const {
  const std::size_t offset = offset_of(mark);
  if (offset < text_.size() && text_[offset] == '!') refuse(offset, "a tag ('!' before a value)", "put text in quotes");
  return offset;
}

Yaml YamlBuilder::make(Yaml::Kind kind, std::size_t offset) {
  if (++nodes_ > limits_.nodes)
    refuse(offset, "more than " + std::to_string(limits_.nodes) + " values in one file", "split the file", "limit");
  const TextPlace place = places_.at(offset);
  Yaml value;
  value.kind = kind;
  value.line = place.line;
  value.column = place.column;
  return value;
}

void YamlBuilder::open(Yaml::Kind kind, const YAML::Mark& mark) {
  const std::size_t offset = check_start(mark);
  if (awaits_key()) refuse(offset, "a key must be text", "put the key in quotes");
  if (static_cast<int>(open_.size()) >= limits_.depth)
    refuse(offset, "more than " + std::to_string(limits_.depth) + " levels of lists and maps", {}, "limit");
  Open opened;
  opened.value = make(kind, offset);
  open_.push_back(std::move(opened));
}

void YamlBuilder::close() {
  Open closed = std::move(open_.back());
  open_.pop_back();
  add(std::move(closed.value));
}

void YamlBuilder::take_key(const std::string& key, std::size_t offset) {
  // YAML ends a key after 1,024 characters; ours must stay under that however they are escaped when written.
  constexpr std::size_t kLongestKey = 128;
  if (key.size() > kLongestKey)
    refuse(offset, "a key is longer than " + std::to_string(kLongestKey) + " bytes", "put long texts after the ':'",
           "limit");
  Open& map = open_.back();
  if (key == "<<") refuse(offset, "merge key '<<'", "write the keys out where they are needed");
  if (!map.keys.insert(key).second)
    refuse(offset, "key " + quote(key) + " stands twice in one map", "remove one of them");
  const TextPlace place = places_.at(offset);
  map.has_key = true;
  map.key = key;
  map.key_offset = offset;
  map.key_at = {{}, place.line, place.column};
}

void YamlBuilder::add(Yaml value) {
  if (open_.empty()) {
    root_ = std::move(value);
    return;
  }
  Open& parent = open_.back();
  if (parent.value.is_list()) {
    parent.value.list.push_back(std::move(value));
    return;
  }
  if (value.kind == Yaml::Kind::kNull) {  // yaml-cpp places what is not there at the next token
    value.line = parent.key_at.line;
    value.column = parent.key_at.column;
  }
  parent.value.map.emplace_back(std::move(parent.key), std::move(value));
  parent.value.key_positions.push_back(std::move(parent.key_at));
  parent.has_key = false;
}

}  // namespace kiosk::content
