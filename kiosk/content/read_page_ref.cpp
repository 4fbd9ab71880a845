#include "content/read_page_ref.h"

namespace kiosk::content {

PageRef read_page_ref(const Yaml& value, FieldReader& fields, SentenceReader& sentences) {
  static const MapShape kShape{"a page", {"id", "title"}, {"icon", "summary"}};
  PageRef page;
  if (!fields.map(value, kShape)) return page;
  page.id = fields.required(value, "id", kPageId);
  page.icon = fields.text(value, "icon", kIconName);
  page.title = sentences.required(value, "title");
  page.summary = sentences.optional(value, "summary");
  return page;
}

}  // namespace kiosk::content
