// The main of every test program: each run has a temporary folder of its own (testing::TempDir()), gone when it ends,
// because ctest runs tests at the same time and their names for files are only theirs.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  testing::InitGoogleMock(&argc, argv);
  std::string folder = (std::filesystem::temp_directory_path() / "kiosk-test-XXXXXX").string();
  if (!::mkdtemp(folder.data()) || ::setenv("TEST_TMPDIR", folder.c_str(), 1) != 0) {
    std::cerr << "no temporary folder can be made: " << folder << "\n";
    return 2;
  }
  const int failures = RUN_ALL_TESTS();
  std::error_code ignored;  // a test may have left a folder that only its owner cannot write
  std::filesystem::remove_all(folder, ignored);
  return failures;
}
