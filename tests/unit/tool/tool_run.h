// Runs kiosk-content's verbs inside the test, on a copy of a fixture project.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kiosk::tool {

struct Outcome {
  int status = 0;
  std::string out, err;
};
Outcome run_tool(std::vector<std::string> arguments);

// A copy of projects/<name> that is deleted with the value.
class TestProject {
 public:
  explicit TestProject(const std::string& name = "small");
  ~TestProject();
  TestProject(const TestProject&) = delete;
  TestProject& operator=(const TestProject&) = delete;

  const std::string& root() const { return root_; }
  std::string read(const std::string& path) const;
  void write(const std::string& path, const std::string& text) const;
  // Replaces the one place where `from` stands; a test with a stale fixture fails.
  void edit(const std::string& path, const std::string& from, const std::string& to) const;
  // `run_tool` with --root.
  Outcome run(std::vector<std::string> arguments) const;

 private:
  std::string root_;
};

// The standard output of a program of Debian's; empty when it failed.
std::string output_of(const std::string& command);

}  // namespace kiosk::tool
