#include "content/tree_reader.h"

#include "base/file.h"
#include "content/first_error.h"
#include "content/media.h"
#include "content/quote.h"
#include "content/tree_parts.h"

namespace kiosk::content {

namespace {

// A hundred languages with a stack of forty families each are more values than a page may have.
constexpr YamlLimits kManifestLimits{.nodes = 20'000};
// Some hundred terms, each of two or three sentences with their states.
constexpr YamlLimits kGlossaryLimits{.nodes = 20'000};

template <class T>
Result<T> load(const std::string& path, T (*read)(const Yaml&, FieldReader&), const YamlLimits& limits = {}) {
  const Result<std::string> text = read_file(path, limits.bytes);
  if (!text) return tl::unexpected(text.error());
  DiagnosticSink sink;
  T value;
  if (const std::optional<Yaml> root = parse_yaml(*text, path, sink, limits)) {
    FieldReader fields(path, sink);
    value = read(*root, fields);
  }
  if (sink.errors() > 0) return fail(first_error(sink));
  return value;
}

// A file that speaks for another place would put the wrong words on the screen.
template <class T>
Result<T> expect(Result<T> value, const std::string& path, std::string T::*member, std::string_view wanted) {
  if (!value || (*value).*member == wanted) return value;
  return fail(path + ": is " + quote((*value).*member) + ", expected " + quote(wanted));
}

template <class T>
Result<T> of_language(const std::string& folder, std::string_view language, const char* name,
                      T (*read)(const Yaml&, FieldReader&), const YamlLimits& limits = {}) {
  if (!is_language_tag(language)) return fail("no language tag: " + quote(language));
  const std::string path = folder + "/" + std::string(language) + "/" + name + ".yaml";
  return expect(load<T>(path, read, limits), path, &T::lang, language);
}

std::string page_path(const std::string& folder, std::string_view language, std::string_view id) {
  return folder + "/" + std::string(language) + "/pages/" + std::string(id) + ".yaml";
}

}  // namespace

Result<Manifest> TreeReader::manifest() const {
  return load<Manifest>(folder_ + "/manifest.yaml", read_manifest, kManifestLimits);
}

Result<Site> TreeReader::site(std::string_view language) const {
  return of_language<Site>(folder_, language, "site", read_site);
}

Result<Topic> TreeReader::topic(std::string_view language, std::string_view id) const {
  if (!is_language_tag(language)) return fail("no language tag: " + quote(language));
  if (!kBlockId.matches(id)) return fail("no topic's id: " + quote(id));
  const std::string path = folder_ + "/" + std::string(language) + "/topics/" + std::string(id) + ".yaml";
  return expect(load<Topic>(path, read_topic), path, &Topic::id, id);
}

Result<Page> TreeReader::page(std::string_view language, std::string_view id) const {
  if (!is_language_tag(language)) return fail("no language tag: " + quote(language));
  if (!is_content_id(id)) return fail("no page's id: " + quote(id));
  const std::string path = page_path(folder_, language, id);
  return expect(load<Page>(path, read_page), path, &Page::id, id);
}

Result<Phrases> TreeReader::phrases(std::string_view language) const {
  return of_language<Phrases>(folder_, language, "phrases", read_phrases);
}

Result<Notices> TreeReader::notices(std::string_view language) const {
  return of_language<Notices>(folder_, language, "notices", read_notices);
}

Result<Polls> TreeReader::polls(std::string_view language) const {
  return of_language<Polls>(folder_, language, "polls", read_polls);
}

Result<Glossary> TreeReader::glossary(std::string_view language) const {
  return of_language<Glossary>(folder_, language, "glossary", read_glossary, kGlossaryLimits);
}

Result<Events> TreeReader::events(std::string_view language) const {
  return of_language<Events>(folder_, language, "events", read_events);
}

Result<Keyboards> TreeReader::keyboards(std::string_view language) const {
  return of_language<Keyboards>(folder_, language, "keyboard", read_keyboards);
}

Result<std::string> TreeReader::media(std::string_view name) const {
  if (!is_media_name(name)) return fail("no name of a media file: " + quote(name));
  const std::string path = folder_ + "/" + std::string(kMediaFolder) + "/" + std::string(name);
  const MediaFormat& format = format_of_media(name);
  Result<std::string> bytes = read_file(path, format.largest_bytes);
  if (bytes && !format.begins_so(*bytes)) return fail(path + ": is no " + std::string(format.extension) + " file");
  return bytes;
}

bool TreeReader::has_page(std::string_view language, std::string_view id) const {
  return is_language_tag(language) && is_content_id(id) && file_exists(page_path(folder_, language, id));
}

}  // namespace kiosk::content
