#include "support/source_dir.h"

namespace kiosk::test {

std::string source_dir() { return KIOSK_SOURCE_DIR; }

}  // namespace kiosk::test
