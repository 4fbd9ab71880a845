// Each file of the compiled tree from its parsed text to its value. Errors go to the field reader's sink.
#pragma once

#include "content/field_reader.h"
#include "content/tree.h"

namespace kiosk::content {

Manifest read_manifest(const Yaml& root, FieldReader& fields);
Site read_site(const Yaml& root, FieldReader& fields);
Topic read_topic(const Yaml& root, FieldReader& fields);
Phrases read_phrases(const Yaml& root, FieldReader& fields);
Notices read_notices(const Yaml& root, FieldReader& fields);
Glossary read_glossary(const Yaml& root, FieldReader& fields);
Polls read_polls(const Yaml& root, FieldReader& fields);
Events read_events(const Yaml& root, FieldReader& fields);
Keyboards read_keyboards(const Yaml& root, FieldReader& fields);
Page read_page(const Yaml& root, FieldReader& fields);

}  // namespace kiosk::content
