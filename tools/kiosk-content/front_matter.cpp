#include "front_matter.h"

#include "content/field_reader.h"
#include "source_text.h"

namespace kiosk::tool {

void read_front_matter(const PageLines& lines, std::string_view path, SourcePage& page, DiagnosticSink& sink) {
  const auto error = [&](const SourcePosition& at, std::string message, std::string hint) {
    sink.error("syntax", {std::string(path), std::max(at.line, 1), std::max(at.column, 1)}, std::move(message),
               std::move(hint));
  };
  if (!lines.has_front_matter) {
    error({}, "the page has no front matter", "begin the file with a line '---', then id, title and so on, then '---'");
    return;
  }
  const auto yaml = content::parse_yaml(lines.front_matter, path, sink);
  if (!yaml) return;
  static const content::MapShape kShape{"a page's front matter",
                                        {"id", "title"},
                                        {"summary", "icon", "owner", "order", "valid-from", "review-by", "audience"}};
  content::FieldReader fields(path, sink);
  if (!fields.map(*yaml, kShape)) return;
  page.title = source_text(*yaml, "title", path);
  page.summary = source_text(*yaml, "summary", path);
  page.icon = fields.text(*yaml, "icon", content::kIconName);
  page.owner = fields.text(*yaml, "owner");
  page.valid_from = fields.text(*yaml, "valid-from", content::kIsoDate);
  page.review_by = fields.text(*yaml, "review-by", content::kIsoDate);
  page.review_by_at = source_text(*yaml, "review-by", path).at;
  page.audience = fields.text(*yaml, "audience");
  page.order = fields.integer(*yaml, "order", 0, -10000, 10000);
  if (page.title.text.empty() && yaml->find("title") != nullptr)
    error(page.title.at, "the title is empty", "write the page's name as a resident would say it");
  const SourceText id = source_text(*yaml, "id", path);
  if (yaml->find("id") != nullptr && id.text != page.id)
    error(id.at, "the id '" + id.text + "' is not the file's, '" + page.id + "'", "write 'id: " + page.id + "'");
}

SourceText source_text(const content::Yaml& map, std::string_view key, std::string_view path) {
  const content::Yaml* value = map.find(key);
  if (value == nullptr || !value->is_scalar()) return {{}, {std::string(path), 0, 0}};
  return {value->scalar, {std::string(path), value->line, value->column}};
}

}  // namespace kiosk::tool
