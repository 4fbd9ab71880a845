// Any bytes as a page: every fault has a place in the file, and a page without faults gets its block ids once and for
// all.
#include <cstdint>

#include "base/check.h"
#include "block_ids.h"
#include "source_page.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view path = "content/core/pages/health/care.md";
  kiosk::DiagnosticSink sink;
  const kiosk::tool::SourcePage page = kiosk::tool::read_page(bytes, path, sink);
  for (const kiosk::Diagnostic& d : sink.all()) KIOSK_CHECK(d.at.line > 0 && d.at.column > 0);
  if (sink.errors() > 0) return 0;

  const kiosk::tool::InsertedIds inserted = kiosk::tool::insert_block_ids(bytes, page);
  kiosk::DiagnosticSink again_sink;
  const kiosk::tool::SourcePage again = kiosk::tool::read_page(inserted.text, path, again_sink);
  KIOSK_CHECK(again_sink.errors() == 0);
  KIOSK_CHECK(again.blocks.size() == page.blocks.size());
  KIOSK_CHECK(kiosk::tool::insert_block_ids(inserted.text, again).ids.empty());
  return 0;
}
