#include "unit/tool/tool_run.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "base/check.h"
#include "base/file.h"
#include "command.h"
#include "support/source_dir.h"

namespace kiosk::tool {

namespace {

// Every finding, hint and error of usage that any test provokes has a Swedish entry.
void expect_swedish(const std::string& output, bool all_lines) {
  static const Words kSwedish("sv");
  for (std::size_t start = 0; start < output.size();) {
    const std::size_t end = std::min(output.find('\n', start), output.size());
    std::string line = output.substr(start, end - start);
    start = end + 1;
    if (line.empty() || line.starts_with(" ") || line.starts_with("{") || line.starts_with("kiosk: ")) continue;
    bool said = all_lines;
    for (const char* mark : {": error: ", ": warning: ", ": hint: ", "hint: "})
      if (const std::size_t at = line.find(mark); !line.starts_with("<") && at != std::string::npos) {
        line = line.substr(at + std::string_view(mark).size());
        said = true;
        break;
      }
    if (!said) continue;
    EXPECT_TRUE(kSwedish.find(line).has_value()) << "messages/sv.po has no: " << line;
  }
}

}  // namespace

Outcome run_tool(std::vector<std::string> arguments) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Outcome outcome;
  outcome.status = run_command(arguments);
  outcome.out = testing::internal::GetCapturedStdout();
  outcome.err = testing::internal::GetCapturedStderr();
  const bool english = std::find(arguments.begin(), arguments.end(), "--messages") == arguments.end();
  if (english) {
    expect_swedish(outcome.out, false);
    expect_swedish(outcome.err, true);
  }
  return outcome;
}

TestProject::TestProject(const std::string& name) {
  static int count = 0;
  root_ = testing::TempDir() + "kiosk-tool-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
  std::filesystem::copy(test::source_dir() + "/tests/unit/tool/projects/" + name, root_,
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
