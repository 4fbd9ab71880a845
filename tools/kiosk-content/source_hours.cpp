// hours.yaml: when places are open.
#include "content/field_reader.h"
#include "content/hours_fields.h"
#include "source_files.h"
#include "source_text.h"

namespace kiosk::tool {

using content::Yaml;

void read_hours(const Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink) {
  static const content::MapShape kFile{"the file", {"hours"}, {}};
  static const content::MapShape kPlace{"a place's hours", {"name", "week"}, {"dates", "eves", "holidays", "sample"}};
  content::FieldReader fields(path, sink);
  if (!fields.map(root, kFile)) return;
  const Yaml* places = root.find("hours");
  if (places == nullptr) return;
  if (!places->is_map())
    return fields.error(*places, "expected places under 'hours'", "write 'library:' and its hours");
  for (const auto& [id, value] : places->map) {
    const int errors_before = fields.errors();
    if (!content::kBlockId.matches(id))
      fields.error(value, "'" + id + "' is no place's id", "use small letters a-z, digits and '-'");
    if (!fields.map(value, kPlace)) continue;
    HoursSource place;
    place.name = source_text(value, "name", path);
    if (place.name.text.empty()) fields.error(value, "the place '" + id + "' has no name", "write name: …");
    place.hours = content::read_hours(value, fields);
    place.sample = fields.flag(value, "sample");
    if (fields.errors() == errors_before) part.hours.emplace(id, std::move(place));
  }
}

}  // namespace kiosk::tool
