// Any bytes as a PO file: every fault is reported with a place, and a file without faults keeps all it says when it is
// written and read again.
#include "po.h"

#include <cstdint>

#include "base/check.h"
#include "po_state.h"

using kiosk::tool::PoEntry;
using kiosk::tool::PoFile;

static bool same(const PoEntry& a, const PoEntry& b) {
  return a.comments == b.comments && a.extracted == b.extracted && a.references == b.references && a.flags == b.flags &&
         a.previous_context == b.previous_context && a.previous_id == b.previous_id &&
         a.previous_plural == b.previous_plural && a.context == b.context && a.id == b.id && a.plural == b.plural &&
         a.obsolete == b.obsolete && (a.plural ? a.strings == b.strings : a.text() == b.text());
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  kiosk::DiagnosticSink sink;
  const PoFile file = kiosk::tool::read_po(bytes, "x.po", sink);
  for (const kiosk::Diagnostic& d : sink.all()) KIOSK_CHECK(d.at.line > 0 && d.at.column > 0 && !d.hint.empty());
  for (const PoEntry& entry : file.entries) static_cast<void>(kiosk::tool::state_of(entry));
  if (sink.errors() > 0) return 0;

  kiosk::DiagnosticSink again_sink;
  const std::string written = kiosk::tool::write_po(file);
  const PoFile again = kiosk::tool::read_po(written, "x.po", again_sink);
  KIOSK_CHECK(again_sink.all().empty());
  KIOSK_CHECK(again.entries.size() == file.entries.size());
  for (std::size_t i = 0; i < file.entries.size(); ++i) KIOSK_CHECK(same(file.entries[i], again.entries[i]));
  KIOSK_CHECK(kiosk::tool::write_po(again) == written);
  return 0;
}
