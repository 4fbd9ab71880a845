// Where the project's sources are. The one place that knows: every other object file is the same in each checkout, so
// that a compiler cache serves them all.
#pragma once

#include <string>

namespace kiosk::test {

// The folder of the top-level CMakeLists.txt, without a slash at the end.
std::string source_dir();

}  // namespace kiosk::test
