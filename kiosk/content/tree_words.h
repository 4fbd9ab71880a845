// The words of the compiled tree for its enumerations, in the order of the enumerators.
#pragma once

#include <string>
#include <vector>

#include "content/tree.h"

namespace kiosk::content {

const std::vector<std::string>& state_words();
const std::vector<std::string>& run_kind_words();
const std::vector<std::string>& block_kind_words();

const std::string& word_of(RunKind kind);
const std::string& word_of(BlockKind kind);

}  // namespace kiosk::content
