// espeak-ng itself, killed or frozen by somebody while it makes a sentence: the sentence is lost, the next one is said.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/file.h"
#include "speech/espeak.h"
#include "speech/speaker.h"

namespace kiosk::speech {
namespace {

// A file of /proc, which has no size; empty when the process is gone.
std::string read_proc(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Bytes that the process has written so far.
std::size_t written_by(pid_t pid) {
  const std::string text = read_proc("/proc/" + std::to_string(pid) + "/io");
  const std::size_t at = text.find("wchar: ");
  return at == std::string::npos ? 0 : std::stoul(text.substr(at + 7));
}

// This process's espeak-ng, once it is in the middle of its sentence: it has written sound and goes on.
std::optional<pid_t> speaking_child() {
  constexpr std::size_t kSomeSound = 20'000;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::istringstream children(read_proc(task.path().string() + "/children"));
    for (pid_t pid = 0; children >> pid;)
      if (read_proc("/proc/" + std::to_string(pid) + "/comm") == "espeak-ng\n" && written_by(pid) > kSomeSound)
        return pid;
  }
  return std::nullopt;
}

std::string long_sentence() {
  std::string text;
  while (text.size() < 2000) text += "Det här är en lång mening om allt som man kan göra på biblioteket, ";
  return text;
}

class LostVoice : public testing::Test {
 protected:
  // The first sentence's child gets the signal; tells what became of each.
  std::vector<std::string> say_and_send(int signal) {
    Speaker speaker(std::make_unique<Espeak>(), std::make_unique<SilentOut>());
    std::vector<std::string> log;
    speaker.on_speak([&](const Utterance& u, std::int64_t, const Result<std::int64_t>& ms) {
      log.push_back(u.element + ": " + (ms ? (*ms > 300 ? "heard" : "too short") : ms.error().message));
    });
    speaker.say({{long_sentence(), "sv", "sv", 0, "first"},
                 {"Den här hörs.", "sv", "sv", 0, "second"},
                 {"Och den här.", "sv", "sv", 0, "third"}});
    std::optional<pid_t> child;
    for (int looks = 0; looks < 2'000'000 && !child; ++looks) child = speaking_child();
    EXPECT_TRUE(child.has_value()) << "espeak-ng was not seen in the middle of its sentence";
    if (child) {
      EXPECT_EQ(::kill(*child, signal), 0);
    }
    for (std::int64_t now = 0; speaker.speaking(); now += 100) {
      speaker.settle();
      speaker.tick(now);
    }
    if (child) {
      EXPECT_NE(::kill(*child, 0), 0) << "the child is left behind";
    }
    return log;
  }
};

TEST_F(LostVoice, KilledInMidSentenceCostsThatSentence) {
  EXPECT_EQ(say_and_send(SIGKILL),
            (std::vector<std::string>{"first: espeak-ng crashed with signal 9", "second: heard", "third: heard"}));
}

TEST_F(LostVoice, FrozenInMidSentenceCostsThatSentence) {
  EXPECT_EQ(say_and_send(SIGSTOP),
            (std::vector<std::string>{"first: espeak-ng takes longer than 5000 ms", "second: heard", "third: heard"}));
}

}  // namespace
}  // namespace kiosk::speech
