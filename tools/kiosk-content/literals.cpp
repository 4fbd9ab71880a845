#include "literals.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "i18n/character.h"

namespace kiosk::tool {
namespace {

bool ascii_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

int digit_at(std::string_view text, std::size_t i, std::size_t& length) {
  const Decoded d = decode_utf8(text, i);
  length = d.length;
  return i18n::digit_value(d.character);
}

// Words without spaces that hold '@', begin as an address does, or end in a domain that Swedes meet.
void add_addresses(std::string_view text, std::vector<Literal>& out) {
  constexpr std::array<std::string_view, 6> kDomains = {".se", ".com", ".org", ".nu", ".eu", ".net"};
  for (std::size_t i = 0; i < text.size();) {
    const auto in_address = [&](char c) {
      return ascii_alnum(c) || std::string_view("@.-_/:?=&%+#~").find(c) != std::string_view::npos;
    };
    std::size_t end = i;
    while (end < text.size() && in_address(text[end])) ++end;
    std::string_view word = text.substr(i, end - i);
    while (!word.empty() && !ascii_alnum(word.back()) && word.back() != '/') word.remove_suffix(1);
    const std::string_view host = word.substr(0, word.find('/'));
    const bool has_domain = std::any_of(kDomains.begin(), kDomains.end(), [&](std::string_view domain) {
      return host.size() > domain.size() && host.ends_with(domain);
    });
    const bool url =
        word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.") || has_domain;
    const std::size_t at = word.find('@');
    if (at != std::string_view::npos && at > 0 && word.find('.', at) != std::string_view::npos)
      out.push_back({Literal::Kind::kEmail, std::string(word), i});
    else if (url)
      out.push_back({Literal::Kind::kUrl, std::string(word), i});
    i = std::max(end, i + 1);
  }
}

// At least six digits, with single spaces and hyphens between groups, that begin with 0 or '+'.
void add_phones(std::string_view text, std::vector<Literal>& out) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 0;
    const bool plus = text[i] == '+';
    if (!plus && digit_at(text, i, length) < 0) {
      i += decode_utf8(text, i).length;
      continue;
    }
    std::string digits;
    std::size_t at = plus ? i + 1 : i;
    while (at < text.size()) {
      const int digit = digit_at(text, at, length);
      if (digit >= 0) {
        digits += static_cast<char>('0' + digit);
      } else {
        const char32_t c = decode_utf8(text, at).character;
        const bool separator = c == U' ' || c == U'-' || c == U'\u2013' || c == U'\u2011' || c == U'\u00A0';
        std::size_t next_length = 0;
        if (!separator || at + length >= text.size() || digit_at(text, at + length, next_length) < 0) break;
      }
      at += length;
    }
    if (digits.size() >= 6 && (plus || digits.front() == '0')) out.push_back({Literal::Kind::kPhone, digits, i});
    i = std::max(at, i + 1);
  }
}

}  // namespace

const char* check_name(Literal::Kind kind) {
  switch (kind) {
    case Literal::Kind::kPhone:
      return "phone";
    case Literal::Kind::kUrl:
      return "url";
    case Literal::Kind::kEmail:
      return "email";
  }
  return "phone";
}

std::vector<Literal> literals_in(std::string_view text) {
  std::vector<Literal> out;
  add_addresses(text, out);
  add_phones(text, out);
  return out;
}

}  // namespace kiosk::tool
