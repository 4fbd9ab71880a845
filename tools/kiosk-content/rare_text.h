// A text that few values have: as std::optional<std::string>, but eight bytes where there is none. A project has
// millions of PO units, and hardly any has a previous text or a plural.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace kiosk::tool {

class RareText {
 public:
  RareText() = default;
  RareText(std::string text) : text_(std::make_unique<std::string>(std::move(text))) {}
  RareText(const char* text) : RareText(std::string(text)) {}
  RareText(const RareText& other) : text_(other ? std::make_unique<std::string>(*other) : nullptr) {}
  RareText(RareText&&) noexcept = default;
  RareText& operator=(RareText other) noexcept {
    text_.swap(other.text_);
    return *this;
  }
  ~RareText() = default;

  explicit operator bool() const { return text_ != nullptr; }
  bool has_value() const { return text_ != nullptr; }
  // Only where there is a text.
  std::string& operator*() const { return *text_; }
  std::string* operator->() const { return text_.get(); }
  std::string value_or(std::string_view otherwise) const { return text_ ? *text_ : std::string(otherwise); }
  void emplace() { text_ = std::make_unique<std::string>(); }
  void reset() { text_.reset(); }

  bool operator==(const RareText& other) const { return text_ && other.text_ ? *text_ == *other : !text_ && !other; }
  bool operator==(std::string_view text) const { return text_ && *text_ == text; }
  bool operator==(const std::string& text) const { return *this == std::string_view(text); }
  bool operator==(const char* text) const { return *this == std::string_view(text); }

 private:
  std::unique_ptr<std::string> text_;
};

}  // namespace kiosk::tool
