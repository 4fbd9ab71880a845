#include <iostream>
#include <memory>

#include "base/file.h"
#include "block_ids.h"
#include "command.h"
#include "findings.h"

namespace kiosk::tool {
namespace {

int run_extract(const std::string& root, bool dry_run) {
  DiagnosticSink sink;
  int inserted = 0;
  for (const std::string& file : list_files(root + "/content", ".md")) {
    const std::string path = "content/" + file;
    if (path.find("/pages/") == std::string::npos) continue;
    const auto text = read_file(root + "/" + path, 1u << 20);
    if (!text) {
      sink.error("syntax", {path, 0, 0}, text.error().message);
      continue;
    }
    DiagnosticSink found;
    const SourcePage page = read_page(*text, path, found);
    for (const Diagnostic& d : found.all()) sink.add(d);
    if (found.errors() > 0) continue;  // what is no block to us must not get an id
    const InsertedIds with_ids = insert_block_ids(*text, page);
    if (with_ids.ids.empty()) continue;
    for (const std::string& id : with_ids.ids) std::cout << path << ": {#" << id << "}\n";
    inserted += static_cast<int>(with_ids.ids.size());
    if (dry_run) continue;
    if (const auto written = write_file(root + "/" + path, with_ids.text); !written)
      sink.error("syntax", {path, 0, 0}, written.error().message);
  }
  print_findings(std::cerr, sorted_findings(sink, root), Format::kText);
  std::cout << inserted << (inserted == 1 ? " new id" : " new ids") << (dry_run ? " (not written)\n" : "\n");
  return sink.errors() > 0 ? 1 : 0;
}

}  // namespace

void add_extract(CommandLine& line, const Context& context) {
  auto dry_run = std::make_shared<bool>(false);
  Verb verb = line.verb("extract", "Gives new blocks of the pages their ids", "kiosk-content extract");
  verb.flag("--dry-run", *dry_run, "Say which, write nothing");
  verb.run([dry_run, &context] { return run_extract(context.root, *dry_run); });
}

}  // namespace kiosk::tool
