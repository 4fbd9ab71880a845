// What the tool says, in the language of the person at the keyboard. The program composes its messages in English, in
// every room; messages/<language>.po gives each pattern's translation, with {1}, {2} … where a text stands. A message
// without an entry stays English.
#pragma once

#include <optional>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosk::tool {

class Words {
 public:
  // "sv"; any other language is English.
  explicit Words(std::string_view language = "en");

  const std::string& language() const { return language_; }

  // The message, or the English where there is none.
  std::string of(std::string_view english) const;
  // nullopt where the catalogue has no pattern that fits.
  std::optional<std::string> find(std::string_view english) const;
  // A line of output: a finding ("path:1:2: error: …"), a hint, a message. A quoted line (indented, or after "- " or "+
  // ") stays.
  std::string line(std::string_view english) const;

 private:
  // A pattern's pieces: literals, and between them the numbers of what stands there.
  struct Pattern {
    std::vector<std::string> literals;  // one more than holes
    std::vector<int> holes;
    std::size_t literal_bytes = 0;
    std::string translation;
  };
  static std::pair<bool, std::size_t> rank(const Pattern& pattern);
  std::optional<std::string> find(std::string_view english, int depth) const;
  std::string fill(const Pattern& pattern, const std::vector<std::string_view>& held, int depth) const;

  std::string language_;
  std::vector<Pattern> patterns_;
};

// The catalogue's language for what the environment says: LC_ALL, else LC_MESSAGES, else LANG; any may be null.
std::string message_language(const char* lc_all, const char* lc_messages, const char* lang);

// The PO file of a language that is compiled in; empty where there is none.
std::string_view message_catalogue(std::string_view language);

// While it lives, whole lines that go to the stream are said in the words' language. A prompt is said at a flush.
class SpokenStream : std::streambuf {
 public:
  SpokenStream(std::ostream& stream, const Words& words);
  ~SpokenStream() override;
  SpokenStream(const SpokenStream&) = delete;
  SpokenStream& operator=(const SpokenStream&) = delete;

 private:
  int overflow(int c) override;
  int sync() override;
  void say();

  std::ostream& stream_;
  std::streambuf* to_;
  std::ios_base::fmtflags flags_;
  const Words& words_;
  std::string line_;
};

}  // namespace kiosk::tool
