// The kiosk is killed while it counts. Every tap that it had acknowledged is in the store, and at most one more.
#include <gtest/gtest.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "stats/store.h"

namespace kiosk::stats {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNine = 1'772'438'400'000;

std::string fresh_folder(const std::string& name) {
  const std::string folder = testing::TempDir() + "/kill-" + name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

std::int64_t total(const std::string& path) {
  Store store(path);
  const auto rows = store.rows();
  EXPECT_TRUE(rows.has_value()) << rows.error().message;
  std::int64_t sum = 0;
  if (rows)
    for (const Row& row : *rows) sum += row.n;
  return sum;
}

// Taps until it is killed; writes one byte for each acknowledged tap.
[[noreturn]] void tap_on(const std::string& path, int acknowledge) {
  Store store(path);
  for (;;) {
    if (!store.add({{CountKind::kGood, "health/care", "ar", ""}}, kNine)) ::_exit(1);
    if (::write(acknowledge, "+", 1) != 1) ::_exit(2);
  }
}

int kills() {
  const char* wanted = std::getenv("KIOSK_KILLS");
  constexpr int kOrdinary = 50;
  return wanted ? std::atoi(wanted) : kOrdinary;
}

TEST(Kill, AtRandomMomentsLosesNoAcknowledgedTap) {
  const std::string path = fresh_folder("random") + "/counts.db";
  std::mt19937 random(20260302);
  std::int64_t acknowledged = 0, counted = 0;
  for (int i = 0; i < kills(); ++i) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::close(ends[0]);
      tap_on(path, ends[1]);
    }
    ::close(ends[1]);
    const std::int64_t taps = std::uniform_int_distribution<int>(0, 12)(random);
    const int more = std::uniform_int_distribution<int>(0, 200'000)(random);  // turns of a loop: up to some 0.2 ms
    std::int64_t seen = 0;
    char byte = 0;
    while (seen < taps && ::read(ends[0], &byte, 1) == 1) ++seen;
    for (volatile int turn = 0; turn < more;) turn = turn + 1;
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child gave up: " << status;
    while (::read(ends[0], &byte, 1) == 1) ++seen;
    ::close(ends[0]);
    ASSERT_GE(seen, taps);
    acknowledged = counted + seen;
    counted = total(path);
    ASSERT_GE(counted, acknowledged) << "kill " << i;
    ASSERT_LE(counted, acknowledged + 1) << "kill " << i;
  }
  EXPECT_FALSE(fs::exists(path + ".damaged-1"));
  RecordProperty("kills", kills());
  RecordProperty("counted", static_cast<int>(counted));
}

// Before and after each call to the kernel that one tap makes, the opening of the store included.
TEST(Kill, AtEveryCallToTheKernelLosesNoAcknowledgedTap) {
  const std::string path = fresh_folder("calls") + "/counts.db";
  std::int64_t before = 0;
  constexpr int kMost = 2000;
  int stop = 1;
  bool ended = false;
  for (; stop < kMost && !ended; ++stop) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::close(ends[0]);
      if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(3);
      ::raise(SIGSTOP);
      Store store(path);
      if (!store.add({{CountKind::kGood, "health/care", "ar", ""}}, kNine)) ::_exit(1);
      if (::write(ends[1], "+", 1) != 1) ::_exit(2);
      ::_exit(0);
    }
    ::close(ends[1]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSTOPPED(status)) << "the kernel forbids tracing";
    for (int call = 0; call < stop && WIFSTOPPED(status); ++call) {
      ASSERT_EQ(::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr), 0);
      ASSERT_EQ(::waitpid(child, &status, 0), child);
    }
    if (WIFSTOPPED(status)) {
      ASSERT_EQ(::kill(child, SIGKILL), 0);
      ASSERT_EQ(::waitpid(child, &status, 0), child);
    } else {
      ended = true;
      ASSERT_EQ(WEXITSTATUS(status), 0);
    }
    char byte = 0;
    const std::int64_t seen = ::read(ends[0], &byte, 1) == 1 ? 1 : 0;
    ::close(ends[0]);
    const std::int64_t after = total(path);
    ASSERT_GE(after, before + seen) << "call " << stop;
    ASSERT_LE(after, before + 1) << "call " << stop;
    before = after;
  }
  EXPECT_TRUE(ended);
  EXPECT_GT(stop, 50);
  EXPECT_FALSE(fs::exists(path + ".damaged-1"));
  RecordProperty("stops", stop);
}

}  // namespace
}  // namespace kiosk::stats
