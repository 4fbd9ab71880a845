// New content from a stick: copied and checked beside the running kiosk, taken live between two residents, confirmed
// when it has shown itself to work, else taken back. Knows the store and its files, no screens.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/background.h"
#include "base/result.h"
#include "bundle/pull.h"
#include "ui/device_status.h"

namespace kiosk::app {

struct UpdaterOptions {
  std::string store;               // the store's folder
  std::vector<std::string> trust;  // .pub files
  std::string id, channel;         // empty: what the store had before
  std::string address;             // a web server to pull from; empty: only sticks
  std::int64_t pull_every_ms = 60 * 60'000;
};

class Updater {
 public:
  // Opens the store, which also puts right what a power cut left, and counts this start of a tree that is pending.
  [[nodiscard]] static Result<std::unique_ptr<Updater>> open(const UpdaterOptions& options, std::int64_t now_ms);

  // The live tree's own folder: it stays the same when another one goes live. Empty before the first install.
  std::string live_tree() const;
  bool is_pending() const { return store_->pending().has_value(); }

  // A stick has come in, mounted at this folder; it has gone again. Neither waits.
  void insert(const std::string& folder, std::int64_t now_ms);
  void remove();
  // Asks the web server when it is time; does not wait. Called whenever the kiosk is awake, at least once a minute.
  void look(std::int64_t now_ms);
  bool has_stick() const { return !stick_.empty(); }
  // A stick or a download is being read, or waits to go live.
  bool is_at_work() const { return has_stick() || waits() || background_.busy(); }

  // A checked tree waits for the resident to finish.
  bool waits() const { return staged_.has_value(); }
  [[nodiscard]] Result<void> go_live();
  // Whether the tree that went live shows itself; if not, the one before comes back.
  void prove(bool works);

  // Whoever may sign for this kiosk.
  std::vector<bundle::PublicKey> trusted() const;

  const ui::DeviceStatus& status() const { return status_; }
  void set_today(const std::string& iso_date);
  Background& background() { return background_; }

 private:
  Updater() = default;
  void take_in(tl::expected<bundle::Staged, bundle::Refused> staged);
  void take_in_pulled(tl::expected<bundle::Pulled, bundle::Refused> pulled);
  void read_live();
  // What the last try did, kept beside the content: a host may look only after a restart.
  void remember();
  void recall();

  std::unique_ptr<bundle::Store> store_;
  bundle::InstallRules rules_;
  std::string stick_, today_, address_, incoming_;
  std::int64_t pull_every_ms_ = 0, next_pull_ms_ = 0;
  bool by_stick_ = false;
  std::optional<bundle::Staged> staged_;
  ui::DeviceStatus status_;
  Background background_;  // the last member: its thread ends before what it works on
};

}  // namespace kiosk::app
