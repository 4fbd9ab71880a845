// systemd's side of the notification socket, held by the test.
#include "app/supervisor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <vector>

namespace kiosk::app {
namespace {

class Supervised : public testing::Test {
 protected:
  Supervised() : path_(testing::TempDir() + "notify-" + std::to_string(::getpid())) {
    ::unlink(path_.c_str());
    socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    path_.copy(at.sun_path, sizeof at.sun_path - 1);
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&at), sizeof at), 0);
    ::setenv("NOTIFY_SOCKET", path_.c_str(), 1);
    ::setenv("WATCHDOG_USEC", "3600000000", 1);
  }
  ~Supervised() override {
    ::close(socket_);
    ::unlink(path_.c_str());
    ::unsetenv("NOTIFY_SOCKET");
    ::unsetenv("WATCHDOG_USEC");
  }
  std::vector<std::string> heard() {
    std::vector<std::string> all;
    char text[512];
    for (ssize_t n = 0; (n = ::recv(socket_, text, sizeof text, 0)) > 0;) all.emplace_back(text, text + n);
    return all;
  }

  std::string path_;
  int socket_ = -1;
};

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(Supervised, ReadyIsSaidOnceAndAStatusWhenItChanges) {
  Supervisor supervisor;
  EXPECT_THAT(heard(), IsEmpty());
  supervisor.ready();
  supervisor.ready();
  supervisor.set_status("showing content 7");
  supervisor.set_status("showing content 7");
  supervisor.set_status("showing content 8");
  supervisor.stopping();
  EXPECT_THAT(heard(), ElementsAre("READY=1", "STATUS=showing content 7", "STATUS=showing content 8", "STOPPING=1"));
}

TEST_F(Supervised, ALoopThatTurnsFastGivesFewSignsOfLife) {
  Supervisor supervisor;
  for (int i = 0; i < 1000; ++i) supervisor.turn();
  EXPECT_THAT(heard(), ElementsAre("WATCHDOG=1"));
  EXPECT_EQ(supervisor.longest_wait_ms(60'000), 60'000);
}

TEST_F(Supervised, TheLoopComesRoundTwiceInTheWatchdogsTime) {
  ::setenv("WATCHDOG_USEC", "3000000", 1);
  EXPECT_EQ(Supervisor().longest_wait_ms(60'000), 1500);
  EXPECT_EQ(Supervisor().longest_wait_ms(200), 200);
}

TEST_F(Supervised, WithoutAWatchdogNobodyIsTold) {
  for (const char* usec : {"", "0", "-5", "3s", "99999999999999999999"}) {
    ::setenv("WATCHDOG_USEC", usec, 1);
    Supervisor supervisor;
    supervisor.turn();
    EXPECT_EQ(supervisor.longest_wait_ms(60'000), 60'000) << usec;
  }
  EXPECT_THAT(heard(), IsEmpty());
}

TEST_F(Supervised, WithoutSystemdOrWithoutItsEarNothingHappens) {
  ::unlink(path_.c_str());
  Supervisor deaf;
  deaf.ready();
  deaf.turn();
  for (const std::string& path : {std::string(), std::string("relative"), "/" + std::string(300, 'x')}) {
    ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    Supervisor supervisor;
    supervisor.ready();
    supervisor.turn();
  }
}

// A socket without a file, as containers give.
TEST_F(Supervised, AnAbstractSocketIsReachedToo) {
  const std::string name = "kiosk-test-" + std::to_string(::getpid());
  const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
  sockaddr_un at{};
  at.sun_family = AF_UNIX;
  name.copy(at.sun_path + 1, sizeof at.sun_path - 2);
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
  ASSERT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&at), length), 0);
  ::setenv("NOTIFY_SOCKET", ("@" + name).c_str(), 1);
  Supervisor().ready();
  char text[64];
  const ssize_t n = ::recv(socket, text, sizeof text, 0);
  EXPECT_EQ(std::string(text, static_cast<std::size_t>(std::max<ssize_t>(0, n))), "READY=1");
  ::close(socket);
}

}  // namespace
}  // namespace kiosk::app
