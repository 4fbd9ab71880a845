#include "app/updater.h"

#include <random>

#include "base/file.h"
#include "base/log.h"
#include "content/yaml.h"
#include "i18n/date_time.h"

namespace kiosk::app {

using ui::StickState;

Result<std::unique_ptr<Updater>> Updater::open(const UpdaterOptions& options, std::int64_t now_ms) {
  std::unique_ptr<Updater> updater(new Updater());
  constexpr std::size_t kLargestKey = 4096;
  for (const std::string& path : options.trust) {
    const auto file = read_file(path, kLargestKey);
    if (!file) return tl::unexpected(file.error());
    const auto key = bundle::read_public_key(*file);
    if (!key) return fail(path + ": " + key.error().message);
    updater->rules_.trusted.push_back(*key);
  }
  updater->rules_.id = options.id;
  updater->rules_.channel = options.channel;
  updater->address_ = options.address;
  updater->incoming_ = options.store + "/incoming";
  updater->pull_every_ms_ = options.pull_every_ms;
  auto store = bundle::Store::open(options.store);
  if (!store) return tl::unexpected(store.error());
  updater->store_ = std::move(*store);
  const auto reverted = updater->store_->count_start();
  if (!reverted) log_error(reverted.error().message);
  if (reverted && *reverted) {
    log_error("the new content failed at three starts; the old one is back");
    updater->status_.stick = StickState::kReverted;
  }
  updater->recall();
  updater->today_ = i18n::iso_date(now_ms);
  updater->read_live();
  return updater;
}

std::vector<bundle::PublicKey> Updater::trusted() const {
  std::vector<bundle::PublicKey> keys = rules_.trusted;
  for (const bundle::PublicKey& key : store_->next_keys()) keys.push_back(key);
  return keys;
}

std::string Updater::live_tree() const {
  const std::string tree = store_->current();
  return tree.empty() ? "" : store_->tree_folder(tree);
}

void Updater::read_live() {
  status_.version = status_.built = status_.valid_until = "";
  const std::string path = live_tree() + "/manifest.yaml";
  const auto text = live_tree().empty() ? Result<std::string>(fail("")) : read_file(path, bundle::kLargestManifest);
  if (!text) return;
  if (const auto manifest = bundle::read_bundle_manifest(*text, path)) {
    status_.version = std::to_string(manifest->sequence);
    status_.built = manifest->built;
    status_.valid_until = manifest->valid_until;
  }
  set_today(today_);
}

void Updater::remember() {
  using content::yaml_text;
  status_.last_outcome = ui::to_string(status_.stick);
  const std::string text = content::write_yaml(content::yaml_map({{"at", yaml_text(status_.last_try)},
                                                                  {"outcome", yaml_text(status_.last_outcome)},
                                                                  {"refusal", yaml_text(status_.refusal)}}));
  if (const auto written = write_file(store_->folder() + "/last-try.yaml", text); !written)
    log_error(written.error().message);
}

void Updater::recall() {
  const std::string path = store_->folder() + "/last-try.yaml";
  if (!file_exists(path)) return;
  const auto yaml = content::load_yaml(path);
  if (!yaml) return log_error(yaml.error().message);
  status_.last_try = yaml->text("at");
  status_.last_outcome = yaml->text("outcome");
  status_.refusal = yaml->text("refusal");
}

void Updater::set_today(const std::string& iso_date) {
  today_ = iso_date;
  status_.expired = !status_.valid_until.empty() && status_.valid_until < today_;
}

void Updater::insert(const std::string& folder, std::int64_t now_ms) {
  if (background_.busy()) return;  // one stick at a time
  stick_ = folder;
  by_stick_ = true;
  staged_.reset();
  status_.stick = StickState::kWorking;
  status_.done = status_.all = 0;
  status_.last_try = i18n::iso_time(now_ms);
  background_.post([this, folder]() -> std::function<void()> {
    // The store is the worker's until take_in() runs.
    auto staged = bundle::stage(*store_, folder, rules_);
    return [this, staged = std::move(staged)] { take_in(staged); };
  });
}

void Updater::look(std::int64_t now_ms) {
  if (address_.empty() || now_ms < next_pull_ms_ || has_stick() || waits() || background_.busy()) return;
  next_pull_ms_ = now_ms + bundle::with_jitter(pull_every_ms_, std::random_device()());
  by_stick_ = false;
  status_.last_try = i18n::iso_time(now_ms);
  background_.post([this]() -> std::function<void()> {
    auto pulled = bundle::pull(*store_, address_, incoming_, rules_);
    return [this, pulled = std::move(pulled)] { take_in_pulled(pulled); };
  });
}

// Unlike a stick's, the outcome is told nobody who is not looking: it is logged, and what is new waits.
void Updater::take_in_pulled(tl::expected<bundle::Pulled, bundle::Refused> pulled) {
  if (!pulled)
    log_error(std::string("update refused: ") + to_string(pulled.error().why) + ": " + pulled.error().detail);
  else if (!pulled->unchanged && !pulled->staged.is_current)
    staged_ = std::move(pulled->staged);
}

void Updater::remove() {
  stick_.clear();
  if (status_.stick != StickState::kWorking && status_.stick != StickState::kWaiting) status_.stick = StickState::kNone;
}

void Updater::take_in(tl::expected<bundle::Staged, bundle::Refused> staged) {
  if (!staged) {
    status_.stick = StickState::kRefused;
    status_.refusal = to_string(staged.error().why);
    log_error("update refused: " + status_.refusal + ": " + staged.error().detail);
    return remember();
  }
  if (staged->is_current) {
    status_.stick = StickState::kSame;
    return remember();
  }
  status_.stick = StickState::kWaiting;
  staged_ = std::move(*staged);
}

Result<void> Updater::go_live() {
  const auto live = store_->activate(staged_->tree, staged_->floor, staged_->manifest.next_key);
  staged_.reset();
  if (!live) {
    log_error(live.error().message);
    if (by_stick_) {
      status_.stick = StickState::kRefused;
      status_.refusal = to_string(bundle::Refusal::kNoSpace);
    }
    return live;
  }
  read_live();
  return {};
}

void Updater::prove(bool works) {
  const auto done = works ? store_->confirm() : store_->revert();
  if (!done) log_error(done.error().message);
  if (!works) log_error("the new content did not work; the old one is back");
  if (by_stick_ || !works) {
    status_.stick = works ? StickState::kDone : StickState::kReverted;
    remember();
  }
  read_live();
}

}  // namespace kiosk::app
