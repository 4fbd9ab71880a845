#include "unit/tool/tool_run.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>

#include "base/check.h"
#include "base/file.h"
#include "command.h"

namespace kiosk::tool {

Outcome run_tool(std::vector<std::string> arguments) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Outcome outcome;
  outcome.status = run_command(arguments);
  outcome.out = testing::internal::GetCapturedStdout();
  outcome.err = testing::internal::GetCapturedStderr();
  return outcome;
}

TestProject::TestProject(const std::string& name) {
  static int count = 0;
  root_ = testing::TempDir() + "kiosk-tool-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
  std::filesystem::copy(KIOSK_SOURCE_DIR "/tests/unit/tool/projects/" + name, root_,
                        std::filesystem::copy_options::recursive);
}

TestProject::~TestProject() {
  std::error_code error;
  std::filesystem::remove_all(root_, error);
}

std::string TestProject::read(const std::string& path) const {
  return read_file(root_ + "/" + path).value_or("(no file)");
}

void TestProject::write(const std::string& path, const std::string& text) const {
  KIOSK_CHECK(write_file(root_ + "/" + path, text).has_value());
}

void TestProject::edit(const std::string& path, const std::string& from, const std::string& to) const {
  std::string text = read(path);
  const std::size_t at = text.find(from);
  ASSERT_NE(at, std::string::npos) << path << " has no '" << from << "'";
  text.replace(at, from.size(), to);
  write(path, text);
}

Outcome TestProject::run(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), {"--root", root_});
  return run_tool(std::move(arguments));
}

std::string output_of(const std::string& command) {
  FILE* pipe = ::popen(command.c_str(), "r");
  std::string out;
  char buffer[4096];
  for (std::size_t n; pipe != nullptr && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, n);
  const int status = pipe == nullptr ? -1 : ::pclose(pipe);
  return status == 0 ? out : std::string();
}

}  // namespace kiosk::tool
