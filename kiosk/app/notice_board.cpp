#include "app/notice_board.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/log.h"
#include "bundle/durable.h"
#include "content/field_reader.h"
#include "content/first_error.h"
#include "content/yaml.h"
#include "i18n/date_time.h"

namespace kiosk::app {

namespace {

using content::Yaml;
using ui::PostedNotice;

// One value of any kind; whether it is the right kind only the tree's notice knows.
bool is_some_value(std::string_view text) {
  for (const char* kind : {"time", "date", "number", "place"})
    if (ui::is_notice_value(kind, text)) return true;
  return false;
}
constexpr content::Format kValue{is_some_value, "a time, a date, a number or a name"};

PostedNotice read_one(const Yaml& item, content::FieldReader& fields) {
  static const content::MapShape kShape{"a posted notice", {"id", "until"}, {"values"}};
  PostedNotice notice;
  if (!fields.map(item, kShape)) return notice;
  notice.id = fields.required(item, "id", content::kBlockId);
  notice.until_ms = i18n::parse_iso_time(fields.required(item, "until", content::kMoment)).value_or(0);
  if (const Yaml* values = item.find("values")) {
    for (const auto& [name, value] : values->map) {
      if (!content::kBlockId.matches(name)) fields.error(value, "'" + name + "' is no name of a value");
      notice.values.emplace(name, fields.required(*values, name, kValue));
    }
  }
  return notice;
}

Result<std::vector<PostedNotice>> read_board(const std::string& path) {
  auto root = content::load_yaml(path);
  if (!root) return tl::unexpected(root.error());
  static const content::MapShape kShape{"the board", {"notices"}, {}};
  DiagnosticSink sink;
  content::FieldReader fields(path, sink);
  std::vector<PostedNotice> posted;
  if (fields.map(*root, kShape))
    for (const Yaml& item : fields.items(*root, "notices")) posted.push_back(read_one(item, fields));
  if (posted.size() > NoticeBoard::kMost) fields.error(*root, "more notices than a board holds", {}, "limit");
  if (sink.errors() > 0) return fail(content::first_error(sink));
  return posted;
}

// "2026-03-02T18:00+01:00": to the minute.
std::string moment_text(std::int64_t ms) {
  std::string text = i18n::iso_time(ms);
  return text.erase(16, 3);
}

std::string write_board(const std::vector<PostedNotice>& posted) {
  std::vector<Yaml> items;
  for (const PostedNotice& notice : posted) {
    std::vector<std::pair<std::string, Yaml>> entries{{"id", content::yaml_text(notice.id)},
                                                      {"until", content::yaml_text(moment_text(notice.until_ms))}};
    std::vector<std::pair<std::string, Yaml>> values;
    for (const auto& [name, value] : notice.values) values.emplace_back(name, content::yaml_text(value));
    if (!values.empty()) entries.emplace_back("values", content::yaml_map(std::move(values)));
    items.push_back(content::yaml_map(std::move(entries)));
  }
  return content::write_yaml(content::yaml_map({{"notices", content::yaml_list(std::move(items))}}));
}

}  // namespace

NoticeBoard::NoticeBoard(std::string path) : path_(std::move(path)) {
  if (path_.empty() || !file_exists(path_)) return;
  auto read = read_board(path_);
  if (read)
    posted_ = std::move(*read);
  else
    log_error(read.error().message + "; no notice is posted");
}

Result<void> NoticeBoard::post(PostedNotice notice, std::int64_t now_ms) {
  std::vector<PostedNotice> posted = posted_;
  std::erase_if(posted, [&](const PostedNotice& one) { return one.id == notice.id; });
  posted.push_back(std::move(notice));
  return replace(std::move(posted), now_ms);
}

Result<void> NoticeBoard::withdraw(const std::string& id, std::int64_t now_ms) {
  std::vector<PostedNotice> posted = posted_;
  std::erase_if(posted, [&](const PostedNotice& one) { return one.id == id; });
  return replace(std::move(posted), now_ms);
}

Result<void> NoticeBoard::replace(std::vector<PostedNotice> posted, std::int64_t now_ms) {
  std::erase_if(posted, [&](const PostedNotice& one) { return one.until_ms <= now_ms; });
  if (posted.size() > kMost) return fail("the board is full: take a notice down first");
  if (!path_.empty()) {
    if (auto written = bundle::replace_file(path_, write_board(posted)); !written) return written;
    if (auto synced = bundle::sync_folder(std::filesystem::path(path_).parent_path().string()); !synced) return synced;
  }
  posted_ = std::move(posted);
  return {};
}

}  // namespace kiosk::app
