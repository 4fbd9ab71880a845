// Value or error, for failures that are expected (a missing file, a damaged page). Bugs use KIOSK_CHECK instead.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace kiosk {

// One line, lower case, no full stop; names the culprit ("cannot read pages/a.yaml: no such file").
struct Error {
  std::string message;
};

// Functions that return it are declared [[nodiscard]].
template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string message) { return tl::unexpected<Error>(Error{std::move(message)}); }

}  // namespace kiosk
