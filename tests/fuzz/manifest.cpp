// Any bytes as each file of the compiled tree: refused with a reason, or read; and what was read is written, read and
// written again without a change. The first byte chooses the file.
#include <cstdint>

#include "base/check.h"
#include "content/field_reader.h"
#include "content/tree_parts.h"
#include "content/tree_writer.h"

using namespace kiosk::content;

template <class T>
static std::optional<T> read(std::string_view text, T (*reader)(const Yaml&, FieldReader&)) {
  kiosk::DiagnosticSink sink;
  const std::optional<Yaml> root = parse_yaml(text, "f.yaml", sink);
  if (!root) return std::nullopt;
  FieldReader fields("f.yaml", sink);
  T value = reader(*root, fields);
  for (const kiosk::Diagnostic& diagnostic : sink.all())
    KIOSK_CHECK(!diagnostic.message.empty() && diagnostic.at.line >= 1);
  if (sink.errors() > 0) return std::nullopt;
  return value;
}

template <class T>
static void check(std::string_view text, T (*reader)(const Yaml&, FieldReader&), std::string (*writer)(const T&)) {
  const std::optional<T> value = read(text, reader);
  if (!value) return;
  const std::string written = writer(*value);
  const std::optional<T> back = read(written, reader);
  // Written out in full a file may be over the limits that its short form kept.
  if (back) KIOSK_CHECK(writer(*back) == written);
  if (!back) KIOSK_CHECK(text.size() > 10'000);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      check<Manifest>(text, read_manifest, write_manifest);
      break;
    case 1:
      check<Site>(text, read_site, write_site);
      break;
    case 2:
      check<Topic>(text, read_topic, write_topic);
      break;
    case 3:
      check<Page>(text, read_page, write_page);
      break;
  }
  return 0;
}
