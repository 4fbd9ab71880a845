// Phone numbers, web and e-mail addresses that stand in a text as such, where a fact should.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::tool {

struct Literal {
  enum class Kind { kPhone, kUrl, kEmail };
  Kind kind = Kind::kPhone;
  std::string value;  // phones: digits alone, in ASCII
  std::size_t offset_utf8 = 0;
  bool operator<(const Literal& other) const { return std::pair(kind, value) < std::pair(other.kind, other.value); }
};
const char* check_name(Literal::Kind kind);  // phone | url | email

std::vector<Literal> literals_in(std::string_view text);

}  // namespace kiosk::tool
