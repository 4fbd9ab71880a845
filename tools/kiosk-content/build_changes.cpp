#include "build_changes.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <set>
#include <unordered_set>

#include "base/file.h"
#include "bundle/sha256.h"
#include "content/tree_reader.h"
#include "content/tree_writer.h"
#include "on_all_cores.h"
#include "tree_builder.h"

namespace kiosk::tool {
namespace {

using Pages = std::set<std::string, std::less<>>;

// "locales/ar/core.po" is of "ar" and of "core".
std::string_view tag_of(std::string_view path) {
  path.remove_prefix(std::min(path.find('/') + 1, path.size()));
  return path.substr(0, path.find('/'));
}
std::string_view domain_of(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

std::vector<StampedFile> of_languages(const std::vector<StampedFile>& catalogues,
                                      const std::vector<std::string>& tags) {
  std::vector<StampedFile> chosen;
  for (const StampedFile& file : catalogues)
    if (std::find(tags.begin(), tags.end(), tag_of(file.path)) != tags.end()) chosen.push_back(file);
  return chosen;
}

template <class A, class B>
bool same_paths(const std::vector<A>& a, const std::vector<B>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const A& x, const B& y) { return x.path == y.path; });
}

// The pages that one list of parts has otherwise than the other.
void add_differences(const std::vector<PoPart>& before, const std::vector<PoPart>& after, Pages& pages) {
  auto a = before.begin();
  auto b = after.begin();
  while (a != before.end() || b != after.end()) {
    if (b == after.end() || (a != before.end() && a->page < b->page)) {
      pages.insert((a++)->page);
    } else if (a == before.end() || b->page < a->page) {
      pages.insert((b++)->page);
    } else {
      if (a->sha256 != b->sha256) pages.insert(a->page);
      ++a;
      ++b;
    }
  }
}

class ChangedBuild {
 public:
  ChangedBuild(const BuildRequest& request, BuildMemory memory) : request_(request), memory_(std::move(memory)) {}

  std::optional<ChangedResult> run() {
    if (memory_.request != request_.text()) return std::nullopt;
    if (!tree_is_as_it_was() || !find_changed_sources() || !surroundings_are_as_they_were()) return std::nullopt;
    if (nothing_has_changed()) return unchanged();
    project_ = load_project(request_.root, request_.site, sink_);
    site_ = project_.sources.site(request_.site);
    languages_ = request_.languages_in(project_.sources);
    if (site_ == nullptr || languages_.empty()) return std::nullopt;
    if (!find_changed_translations()) return std::nullopt;
    if (!spread()) return std::nullopt;
    narrow();
    if (!stays_in_its_pages()) return std::nullopt;
    check_project(project_, request_.date, sink_);
    if (sink_.errors() > 0 || !write()) return std::nullopt;
    remember();
    return ChangedResult{languages_.size(), tree_size_, made_.size(), pages_};
  }

 private:
  static bool has_known_stamp(const BuildMemory::File& known, const FileStamp& stamp) {
    return known.stamp == stamp && stamp != FileStamp{};  // an all-zero stamp in the memory is no file's
  }

  // Takes stamp and hash of a file that has another stamp than before; false where its bytes are others.
  static bool has_known_bytes(BuildMemory::File& known, const FileStamp& stamp, const std::string& path,
                              std::int64_t looked_at_ns) {
    const auto bytes = read_file(path);
    known.stamp = settled(stamp, looked_at_ns);
    if (!bytes) return false;
    const bundle::Sha256 sha256 = bundle::sha256(*bytes);
    const bool same = sha256 == known.sha256;
    known.sha256 = sha256;
    return same;
  }

  // Looks at all the tree's files, and whether there are others.
  bool tree_is_as_it_was() {
    constexpr std::size_t kSlice = 512;
    const std::int64_t now = now_ns();
    std::vector<BuildMemory::File>& files = memory_.tree;
    std::atomic<bool> same = true, touched = false;
    std::size_t there = 0;
    on_all_cores(1 + (files.size() + kSlice - 1) / kSlice, [&](std::size_t slice) {
      if (slice == 0) {
        there = count_files(request_.out);
        return;
      }
      for (std::size_t i = (slice - 1) * kSlice; i < std::min(files.size(), slice * kSlice) && same; ++i) {
        const std::string path = request_.out + "/" + files[i].path;
        const FileStamp stamp = stamp_of(path, Links::kRefuse);
        if (has_known_stamp(files[i], stamp)) continue;
        touched = true;
        if (stamp == FileStamp{} || !has_known_bytes(files[i], stamp, path, now)) same = false;
      }
    });
    others_in_tree_ = there != files.size();
    has_new_stamps_ = touched;
    return same;
  }

  bool surroundings_are_as_they_were() const {
    const auto text = read_file(request_.root + "/" + kFontStacksFile);
    DiagnosticSink found;
    const auto fonts = text ? content::parse_font_stacks(*text, kFontStacksFile, found) : std::nullopt;
    return fonts && surroundings(*fonts) == memory_.surroundings;
  }

  // As far as stamps tell: a file that was only touched is found out later.
  bool nothing_has_changed() const {
    return changed_files_.empty() &&
           std::equal(catalogues_.begin(), catalogues_.end(), memory_.catalogues.begin(), memory_.catalogues.end(),
                      [](const StampedFile& a, const BuildMemory::Catalogue& b) {
                        return a.path == b.path && a.stamp == b.stamp;
                      });
  }

  std::optional<ChangedResult> unchanged() {
    const auto manifest = content::TreeReader(request_.out).manifest();
    if (!manifest) return std::nullopt;
    const auto pages = std::count_if(inputs_.sources.begin(), inputs_.sources.end(),
                                     [](const StampedFile& file) { return file.path.ends_with(".md"); });
    if (others_in_tree_) {
      StagedTree tree(request_.out);
      for (const BuildMemory::File& file : memory_.tree) tree.keep(file.path, file.sha256);
      tree.remove_stale();
    }
    const ChangedResult result{manifest->languages.size(), memory_.tree.size(), 0, static_cast<std::size_t>(pages)};
    if (has_new_stamps_) static_cast<void>(write_file(memory_path(request_.out), write_memory(std::move(memory_))));
    return result;
  }

  // Only pages may be others.
  bool find_changed_sources() {
    looked_at_ns_ = now_ns();
    inputs_ = build_inputs(request_.root, request_.site);
    catalogues_ = of_languages(inputs_.catalogues, memory_.tags);
    if (!same_paths(inputs_.sources, memory_.sources)) return false;
    for (std::size_t i = 0; i < inputs_.sources.size(); ++i) {
      const auto& [path, stamp] = inputs_.sources[i];
      if (has_known_stamp(memory_.sources[i], stamp)) continue;
      has_new_stamps_ = true;
      if (has_known_bytes(memory_.sources[i], stamp, request_.root + "/" + path, looked_at_ns_)) continue;
      if (!path.ends_with(".md")) return false;
      changed_files_.insert(path);
    }
    return true;
  }

  bool find_changed_translations() {
    if (!same_paths(catalogues_, memory_.catalogues)) return false;
    std::vector<Pages> changed(catalogues_.size());
    std::atomic<bool> readable = true;
    on_all_cores(catalogues_.size(), [&](std::size_t i) {
      BuildMemory::Catalogue& known = memory_.catalogues[i];
      if (known.stamp == catalogues_[i].stamp) return;
      known.stamp = settled(catalogues_[i].stamp, looked_at_ns_);
      const auto domain = std::find_if(project_.domains.begin(), project_.domains.end(),
                                       [&](const Domain& d) { return d.name == domain_of(known.path); });
      const auto text = read_file(request_.root + "/" + known.path);
      DiagnosticSink found;
      if (!text || domain == project_.domains.end()) {
        readable = false;
        return;
      }
      const PoFile file = read_po(*text, known.path, found);
      if (!found.all().empty()) {
        readable = false;
        return;
      }
      std::vector<PoPart> parts = po_parts(*text, file, pages_of(*domain));
      add_differences(known.parts, parts, changed[i]);
      known.parts = std::move(parts);
    });
    for (const Pages& pages : changed) made_.insert(pages.begin(), pages.end());
    return readable && !made_.contains("");  // the empty name: something that is shared
  }

  template <class Use>
  void each_page(Use use) const {
    for (const SourcePart* part : {&project_.sources.core, site_})
      for (const SourcePage& page : part->pages) use(page);
  }

  // From what has changed to what is to be made, and to what must be known for that. False where a changed file is no
  // page that could be read.
  bool spread() {
    std::size_t changed_files = 0;
    for (const BuildMemory::Catalogue& catalogue : memory_.catalogues)
      made_.insert(catalogue.loose.begin(), catalogue.loose.end());
    Pages changed;
    each_page([&](const SourcePage& page) {
      ++pages_;
      const bool has_changed = changed_files_.contains(page.title.at.path);
      changed_files += has_changed;
      if (has_changed || made_.contains(page.id)) changed.insert(page.id);
    });
    if (changed_files != changed_files_.size()) return false;
    const auto shows = [](const SourcePage& page, auto use) {
      for (const SourceBlock& block : page.blocks)
        for (const SourceText& name : block.names) use(name.text);
    };
    made_ = changed;
    each_page([&](const SourcePage& page) {
      shows(page, [&](const std::string& other) {
        if (changed.contains(other)) made_.insert(page.id);
      });
    });
    known_ = made_;
    each_page([&](const SourcePage& page) {
      if (made_.contains(page.id)) shows(page, [&](const std::string& other) { known_.insert(other); });
    });
    return true;
  }

  void narrow() {
    project_.scope = PageScope(made_);
    std::erase_if(project_.domains, [](const Domain& domain) { return domain.name == kUiDomain; });  // of no page
    for (Domain& domain : project_.domains) {
      std::vector<Unit>& units = domain.units;
      const auto others = std::stable_partition(units.begin(), units.end(), [&](const Unit& unit) {
        return unit.page.empty() || known_.contains(unit.page);
      });
      others_.insert(others_.end(), std::make_move_iterator(others), std::make_move_iterator(units.end()));
      units.erase(others, units.end());
    }
    for (const auto& [page, count] : memory_.counted)
      if (!made_.contains(page)) {
        project_.elsewhere.texts += count.texts;
        project_.elsewhere.allowed += count.allowed;
      }
    LoadPo load;
    load.texts_only = true;
    load.read = [this](const std::string& path, const Domain&) -> Result<std::string> {
      const BuildMemory::Catalogue* known = memory_.catalogue(path);
      if (known == nullptr) return fail("a new file: " + path);
      return read_parts(request_.root + "/" + path, known->parts, known_);
    };
    project_.load_translations(request_.root, languages_, sink_, load);
  }

  // A sentence that a page has lost may be carried to the block of the same name in another page (carry.cpp), if that
  // has the sentence without a translation: then more is to be made than these pages.
  bool stays_in_its_pages() const {
    const auto key = [](std::string_view context, std::string_view source) {
      return std::string(block_of(context)) + "\n" + std::string(source);
    };
    std::unordered_set<std::string> lost;
    for (const auto& [tag, translations] : project_.translations)
      for (const TranslatedDomain& domain : translations.domains())
        for (const LeftOver& left : domain.left_over) lost.insert(key(left.context, left.source));
    return lost.empty() || std::none_of(others_.begin(), others_.end(), [&](const Unit& unit) {
             return lost.contains(key(unit.context, unit.source));
           });
  }

  // The files beside the texts that the pages needed, as they stand in the tree; nullopt where one cannot be read.
  std::optional<std::set<std::string>> media_before(const TreeBuilder& builder, const content::TreeReader& old,
                                                    const std::string& tag) const {
    std::set<std::string> media;
    for (const SourcePage* source : builder.pages()) {
      if (!made_.contains(source->id)) continue;
      const auto page = old.page(tag, source->id);
      if (!page) return std::nullopt;
      media.merge(page->media());
    }
    return media;
  }

  bool write() {
    const TreeBuilder builder({&project_.sources, site_, languages_, request_.date}, project_.translations,
                              project_.domains);
    const content::TreeReader old(request_.out);
    StagedTree tree(request_.out);
    for (const BuildMemory::File& file : memory_.tree)
      if (file.path != kTreeManifest) tree.keep(file.path, file.sha256);
    std::atomic<bool> good = true;
    on_all_cores(languages_.size(), [&](std::size_t i) {
      const std::string& tag = languages_[i];
      std::set<std::string> media;
      const auto files = builder.page_files(
          tag, made_, [&](const std::string& topic) { return old.topic(tag, topic); }, &media);
      // A page may show another picture than before, or lose a recording of what it said: then a file comes or goes.
      if (!files || media != media_before(builder, old, tag)) {
        good = false;
        return;
      }
      for (const auto& [path, bytes] : *files)
        if (!tree.add(path, bytes)) good = false;
    });
    content::Manifest manifest = builder.manifest();
    manifest.version = tree.version();
    const auto others = others_in_tree_ ? StagedTree::Others::kRemove : StagedTree::Others::kNone;
    if (!good || !tree.commit(content::write_manifest(manifest), others)) return false;
    note_tree(tree);
    return true;
  }

  // The same files as before: others would have called for a whole build.
  void note_tree(const StagedTree& tree) {
    const std::int64_t now = now_ns();
    tree_size_ = tree.size();
    auto known = memory_.tree.begin();
    for (const auto& [path, sha256] : tree.hashes()) {
      while (known != memory_.tree.end() && known->path < path) ++known;
      if (known == memory_.tree.end() || known->path != path) {
        known = memory_.tree.insert(known, {path, sha256, {}});
      } else if (known->sha256 != sha256) {
        known->sha256 = sha256;
        known->stamp = settled(stamp_of(request_.out + "/" + path, Links::kRefuse), now);
      }
    }
  }

  void remember() {
    if (build_inputs(request_.root, request_.site) != inputs_) return;
    for (const auto& [page, count] : project_.counted) memory_.counted[page] = count;
    for (BuildMemory::Catalogue& catalogue : memory_.catalogues) {
      const auto translations = project_.translations.find(tag_of(catalogue.path));
      if (translations == project_.translations.end()) continue;
      for (const TranslatedDomain& domain : translations->second.domains())
        if (domain.path == catalogue.path) catalogue.loose = domain.loose;
    }
    static_cast<void>(write_file(memory_path(request_.out), write_memory(std::move(memory_))));
  }

  const BuildRequest& request_;
  BuildMemory memory_;
  bool has_new_stamps_ = false;  // the memory should be written even where nothing has changed
  bool others_in_tree_ = false;  // files that the last build did not write
  BuildInputs inputs_;
  std::vector<StampedFile> catalogues_;  // those of inputs_ that are read
  std::int64_t looked_at_ns_ = 0;
  Project project_;
  DiagnosticSink sink_;
  const SourcePart* site_ = nullptr;
  std::vector<std::string> languages_;
  std::set<std::string> changed_files_;
  Pages made_, known_;
  std::vector<Unit> others_;  // of pages that are not looked at
  std::size_t tree_size_ = 0, pages_ = 0;
};

}  // namespace

std::optional<ChangedResult> build_changes(const BuildRequest& request) {
  const auto bytes = read_file(memory_path(request.out));
  if (!bytes) return std::nullopt;
  std::optional<BuildMemory> memory = read_memory(*bytes);
  if (!memory) return std::nullopt;
  // Kept until the process ends: to take 25,000 units and 40,000 names apart costs a tenth of the build.
  static auto* const kept = new std::vector<std::unique_ptr<ChangedBuild>>;
  return kept->emplace_back(std::make_unique<ChangedBuild>(request, std::move(*memory)))->run();
}

void remember_build(const BuildRequest& request, const BuildInputs& inputs, std::int64_t looked_at_ns,
                    const Project& project, const StagedTree& tree) {
  BuildMemory memory;
  memory.request = request.text();
  memory.surroundings = surroundings(project.sources.fonts);
  memory.counted = project.counted;
  for (const auto& [tag, translations] : project.translations) memory.tags.push_back(tag);
  for (const auto& [path, stamp] : inputs.sources) {
    const auto bytes = read_file(request.root + "/" + path);
    if (!bytes) return;
    memory.sources.push_back({path, bundle::sha256(*bytes), settled(stamp, looked_at_ns)});
  }
  for (const auto& [path, stamp] : of_languages(inputs.catalogues, memory.tags)) {
    BuildMemory::Catalogue& catalogue = memory.catalogues.emplace_back();
    catalogue.path = path;
    catalogue.stamp = settled(stamp, looked_at_ns);
    for (const TranslatedDomain& domain : project.translations.find(tag_of(path))->second.domains())
      if (domain.path == path) {
        catalogue.parts = domain.parts;
        catalogue.loose = domain.loose;
      }
  }
  const std::int64_t now = now_ns();
  for (const auto& [path, sha256] : tree.hashes())
    memory.tree.push_back({path, sha256, settled(stamp_of(request.out + "/" + path, Links::kRefuse), now)});
  // Somebody who saves while it is built is seen by the next build, whole.
  if (build_inputs(request.root, request.site) != inputs) return;
  static_cast<void>(write_file(memory_path(request.out), write_memory(std::move(memory))));
}

}  // namespace kiosk::tool
