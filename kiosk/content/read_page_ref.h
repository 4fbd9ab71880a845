// What a list or a tile needs of a page: the same map in a topic and in a block of links.
#pragma once

#include "content/read_sentence.h"

namespace kiosk::content {

PageRef read_page_ref(const Yaml& value, FieldReader& fields, SentenceReader& sentences);

}  // namespace kiosk::content
