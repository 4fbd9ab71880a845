#include "speech/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

extern char** environ;

namespace kiosk::speech {

namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  void reset(int fd = -1) {
    if (fd_ >= 0) close(fd_);
    fd_ = fd;
  }

 private:
  int fd_;
};

bool make_pipe(Descriptor& read_end, Descriptor& write_end) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  read_end.reset(ends[0]);
  write_end.reset(ends[1]);
  return true;
}

// Kills the child, and waits for it, unless it has ended by itself.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  ~Child() {
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    wait_for_end();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  int wait_for_end() {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return status;
  }

 private:
  pid_t pid_;
};

std::int64_t steady_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

pid_t spawn(const std::vector<std::string>& command, int in, int out) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t pid = -1;
  const int error = posix_spawnp(&pid, arguments[0], &actions, &attributes, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error == 0 ? pid : -1;
}

// Reads no SIGPIPE: a child that closes its input early must not end the kiosk.
ssize_t write_quietly(int fd, const char* data, std::size_t size) {
  sigset_t pipe_signal, before;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  const ssize_t written = write(fd, data, size);
  const int error = errno;
  if (written < 0 && error == EPIPE) {
    const timespec now{0, 0};
    sigtimedwait(&pipe_signal, nullptr, &now);
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  errno = error;
  return written;
}

}  // namespace

Result<std::string> run_child(const std::vector<std::string>& command, const std::string& input,
                              const ChildLimits& limits, const Cancel& cancel) {
  Descriptor in_read, in_write, out_read, out_write;
  if (!make_pipe(in_read, in_write) || !make_pipe(out_read, out_write))
    return fail(std::string("cannot make a pipe: ") + std::strerror(errno));
  const pid_t pid = spawn(command, in_read.get(), out_write.get());
  if (pid < 0) return fail("cannot start " + command[0]);
  Child child(pid);
  in_read.reset();
  out_write.reset();
  fcntl(in_write.get(), F_SETFL, O_NONBLOCK);

  const std::int64_t end_ms = steady_ms() + limits.time_ms;
  std::string output;
  std::size_t sent = 0;
  if (input.empty()) in_write.reset();
  for (;;) {
    const std::int64_t left = end_ms - steady_ms();
    if (left <= 0) return fail(command[0] + " takes longer than " + std::to_string(limits.time_ms) + " ms");
    std::array<pollfd, 3> watched{
        {{out_read.get(), POLLIN, 0}, {cancel.descriptor(), POLLIN, 0}, {in_write.get(), POLLOUT, 0}}};
    if (poll(watched.data(), watched.size(), static_cast<int>(left)) < 0 && errno != EINTR)
      return fail(std::string("cannot wait for ") + command[0] + ": " + std::strerror(errno));
    if ((watched[1].revents & POLLIN) != 0) return fail(command[0] + " was stopped");
    if (watched[2].revents != 0) {
      const ssize_t n = write_quietly(in_write.get(), input.data() + sent, input.size() - sent);
      if (n > 0) sent += static_cast<std::size_t>(n);
      if (sent == input.size() || (n < 0 && errno != EAGAIN && errno != EINTR)) in_write.reset();
    }
    if (watched[0].revents == 0) continue;
    std::array<char, 65536> piece;
    const ssize_t n = read(out_read.get(), piece.data(), piece.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    output.append(piece.data(), static_cast<std::size_t>(n));
    if (output.size() > limits.output_bytes)
      return fail(command[0] + " writes more than " + std::to_string(limits.output_bytes) + " bytes");
  }
  // Its output is closed; it may still hang before it ends.
  for (siginfo_t info{}; steady_ms() < end_ms;) {
    info.si_pid = 0;
    if (waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0) {
      const int status = child.wait_for_end();
      if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return output;
      return fail(command[0] + (WIFSIGNALED(status) ? " crashed with signal " + std::to_string(WTERMSIG(status))
                                                    : " ended with " + std::to_string(WEXITSTATUS(status))));
    }
    pollfd stop{cancel.descriptor(), POLLIN, 0};
    if (poll(&stop, 1, 1) > 0) return fail(command[0] + " was stopped");
  }
  return fail(command[0] + " does not end");
}

}  // namespace kiosk::speech
