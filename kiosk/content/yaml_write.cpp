#include <algorithm>
#include <array>
#include <cstdio>

#include "base/check.h"
#include "base/utf8.h"
#include "content/yaml.h"

namespace kiosk::content {

namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_plain_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '.' || c == '-' || c == '_';
  });
}

void put_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    const char32_t c = d.character;
    // Escaped: what ends the text, what YAML 1.1 takes for a line break, and the byte order mark.
    const bool invisible = c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (invisible) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04X", static_cast<unsigned>(c));
      out += escape.data();
    } else {
      append_utf8(out, c);
    }
    i += d.length;
  }
  out += '"';
}

// Plain where no reader could take it for anything but this text.
void put_key(std::string& out, const std::string& key) {
  const bool word = is_plain_word(key) && is_ascii_letter(key[0]);
  const bool null = key == "null" || key == "Null" || key == "NULL";
  if (word && !null) {
    out += key;
  } else {
    put_quoted(out, key);
  }
}

class Writer {
 public:
  std::string take() { return std::move(out_); }

  // The value stands where the text now ends; further lines of it start at `indent`.
  void put(const Yaml& value, int indent) {
    switch (value.kind) {
      case Yaml::Kind::kNull:
        out_ += "null\n";
        return;
      case Yaml::Kind::kScalar:
        put_scalar(value);
        return;
      case Yaml::Kind::kList:
        put_list(value, indent);
        return;
      case Yaml::Kind::kMap:
        put_map(value, indent);
        return;
    }
  }

 private:
  static bool spans_lines(const Yaml& value) { return !value.list.empty() || !value.map.empty(); }

  void put_scalar(const Yaml& value) {
    if (value.plain) {
      KIOSK_CHECK(is_plain_word(value.scalar));
      out_ += value.scalar;
    } else {
      put_quoted(out_, value.scalar);
    }
    out_ += '\n';
  }

  void put_list(const Yaml& value, int indent) {
    if (value.list.empty()) out_ += "[]\n";
    for (std::size_t i = 0; i < value.list.size(); ++i) {
      if (i > 0) out_.append(static_cast<std::size_t>(indent), ' ');
      out_ += "- ";
      put(value.list[i], indent + 2);
    }
  }

  void put_map(const Yaml& value, int indent) {
    if (value.map.empty()) out_ += "{}\n";
    std::vector<const std::pair<std::string, Yaml>*> entries;
    for (const auto& entry : value.map) entries.push_back(&entry);
    std::sort(entries.begin(), entries.end(), [](auto* a, auto* b) { return a->first < b->first; });
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const auto& [key, entry] = *entries[i];
      KIOSK_CHECK(i == 0 || entries[i - 1]->first != key);
      if (i > 0) out_.append(static_cast<std::size_t>(indent), ' ');
      put_key(out_, key);
      out_ += spans_lines(entry) ? ":\n" + std::string(static_cast<std::size_t>(indent) + 2, ' ') : ": ";
      put(entry, indent + 2);
    }
  }

  std::string out_;
};

}  // namespace

std::string write_yaml(const Yaml& value) {
  Writer writer;
  writer.put(value, 0);
  return writer.take();
}

}  // namespace kiosk::content
