// An index of 1,000 pages: what building it costs (off the drawing thread) and what a keystroke costs, against one
// frame of 16 ms and against the floor, a plain scan of all text for the typed bytes. bench_search TREE [LANG]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "app/search.h"

namespace {

using namespace kiosk;
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::vector<content::Page> pages_of(const content::TreeReader& reader, const std::string& tag, std::size_t wanted) {
  std::vector<content::Page> pages;
  if (const auto site = reader.site(tag))
    for (const auto& topic : site->topics)
      if (const auto listed = reader.topic(tag, topic.id))
        for (const content::PageRef& page : listed->pages)
          if (auto read = reader.page(tag, page.id)) pages.push_back(std::move(*read));
  const std::size_t own = pages.size();
  for (std::size_t i = 0; own > 0 && pages.size() < wanted; ++i) {
    pages.push_back(pages[i % own]);
    pages.back().id += "-" + std::to_string(i);
    // Words of its own, so that the vocabulary grows as it does with real pages.
    pages.back().title.runs.push_back({" ord" + std::to_string(i * 7919) + " sak" + std::to_string(i), {}, false, {}});
  }
  return pages;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: bench_search TREE [LANG]\n"), 2;
  const content::TreeReader reader(argv[1]);
  const std::string tag = argc > 2 ? argv[2] : "ar";
  const auto manifest = reader.manifest();
  if (!manifest) return std::fprintf(stderr, "%s\n", manifest.error().message.c_str()), 2;
  const auto language_of = [&](const std::string& wanted) {
    return *std::find_if(manifest->languages.begin(), manifest->languages.end(),
                         [&](const content::Language& l) { return l.tag == wanted; });
  };
  constexpr std::size_t kPages = 1000;
  std::shared_ptr<const app::SearchIndex> own, swedish;
  for (const std::string& each : {tag, std::string("sv")}) {
    auto pages = pages_of(reader, each, kPages);
    const auto start = Clock::now();
    (each == tag ? own : swedish) = app::SearchIndex::build(std::move(pages), language_of(each));
    std::printf("index of %zu pages in %s: %.0f ms, off the drawing thread\n", kPages, each.c_str(), ms_since(start));
  }
  const std::string title = own->sentences()[own->pages()[3].sentences.front()].text;
  std::vector<std::string> typed;
  for (std::size_t at = 1; at <= title.size(); ++at)
    if (at == title.size() || (static_cast<unsigned char>(title[at]) & 0xC0) != 0x80)
      typed.push_back(title.substr(0, at));
  for (const char* word : {"bibliotek", "biblotek", "b", "a", "förskola", "xyzzyx"}) typed.emplace_back(word);
  std::vector<double> costs, floor;
  std::size_t found = 0;
  for (const std::string& text : typed) {
    auto start = Clock::now();
    found += app::search(text, *own, tag == "sv" ? nullptr : swedish.get()).items.size();
    costs.push_back(ms_since(start));
    start = Clock::now();
    for (const auto* index : {own.get(), swedish.get()}) {
      if (index == nullptr) continue;
      for (const auto& sentence : index->sentences()) found += sentence.text.find(text) != std::string::npos ? 1 : 0;
    }
    floor.push_back(ms_since(start));
  }
  std::sort(costs.begin(), costs.end());
  std::sort(floor.begin(), floor.end());
  const double median = costs[costs.size() / 2], scan = floor[floor.size() / 2];
  std::printf("a keystroke: median %.2f ms, worst %.2f ms of a frame of 16 ms (%zu keystrokes, %zu found)\n", median,
              costs.back(), costs.size(), found);
  std::printf("floor, a plain scan: median %.2f ms; ratio %.2f\n", scan, median / scan);
  return 0;
}
