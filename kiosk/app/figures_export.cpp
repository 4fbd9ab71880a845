#include "app/figures_export.h"

#include <sys/stat.h>

#include <filesystem>

#include "app/stick_watch.h"
#include "bundle/durable.h"
#include "i18n/date_time.h"
#include "ui/compose.h"

namespace kiosk::app {

namespace {

namespace fs = std::filesystem;

bool is_mounted(const fs::path& folder) {
  struct stat here {
  }, above{};
  return ::stat(folder.c_str(), &here) == 0 && S_ISDIR(here.st_mode) &&
         ::stat(folder.parent_path().c_str(), &above) == 0 && here.st_dev != above.st_dev;
}

}  // namespace

stats::Subjects subjects_of(const content::TreeReader& tree, const content::Manifest& manifest) {
  stats::Subjects subjects;
  for (const content::Language& language : manifest.languages) subjects.languages[language.tag] = language.name_sv;
  if (const auto site = tree.site("sv")) {
    for (const content::Site::TopicRef& ref : site->topics) {
      subjects.topics[ref.id] = ui::plain_words(ref.title);
      const auto topic = tree.topic("sv", ref.id);
      if (!topic) continue;
      for (const content::PageRef& listed : topic->pages)
        if (const auto page = tree.page("sv", listed.id))
          subjects.pages[page->id] = {ui::plain_words(page->title), page->owner, page->topic};
    }
  }
  if (const auto polls = tree.polls("sv"))
    for (const content::Poll& poll : polls->polls) {
      stats::Subjects::Poll& of = subjects.polls[poll.id] = {ui::plain_words(poll.question), {}};
      for (const content::PollChoice& choice : poll.choices)
        of.choices.emplace_back(choice.id, ui::plain_words(choice.text));
    }
  return subjects;
}

std::string find_stick(const std::vector<std::string>& folders) {
  for (const std::string& candidate : below_stick_folders(folders))
    if (is_mounted(candidate)) return candidate;
  return {};
}

Result<std::string> export_figures(stats::Store& store, const stats::Subjects& subjects, const std::string& stick,
                                   std::int64_t now_ms, const std::string& language) {
  const auto rows = store.rows();
  if (!rows) return tl::unexpected(rows.error());
  const auto figures = stats::collect_figures(*rows, subjects);
  if (!figures) return tl::unexpected(figures.error());
  const std::string name = "kiosk-" + i18n::iso_date(now_ms);
  for (const auto& [file, text] : {std::pair(name + ".html", stats::figures_html(*figures, language)),
                                   std::pair(name + ".csv", stats::figures_csv(*figures, language))})
    if (auto written = bundle::replace_file(stick + "/" + file, text); !written) return tl::unexpected(written.error());
  if (auto synced = bundle::sync_folder(stick); !synced) return tl::unexpected(synced.error());
  return name + ".html";
}

}  // namespace kiosk::app
