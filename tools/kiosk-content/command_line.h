// The command line, declared verb by verb without naming the library that reads it: only command_line.cpp sees CLI11,
// which is slow to compile. Whatever help says is in the Words' language.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "words.h"

namespace kiosk::tool {

// One verb with its options. A value is borrowed until the verb has run; what follows a value (`required` …) speaks of
// the value declared last.
class Verb {
 public:
  // `names` as "--site", or "page" for a value by its place.
  Verb& text(const char* names, std::string& into, const char* help);
  Verb& texts(const char* names, std::vector<std::string>& into, const char* help);  // with commas between
  Verb& repeated(const char* names, std::vector<std::string>& into, const char* help);
  Verb& number(const char* names, int& into, const char* help, std::vector<std::string> allowed);
  Verb& number(const char* names, double& into, const char* help, double least, double most);
  Verb& flag(const char* names, bool& into, const char* help);

  Verb& required();
  Verb& one_of(std::vector<std::string> allowed);
  Verb& date();                       // ISO: 2026-11-22
  Verb& excludes(const char* names);  // of a value declared before

  // Of the values declared with these names exactly one is given.
  Verb& exactly_one(std::vector<const char*> names);

  // Returns the exit status.
  void run(std::function<int()> action);

 private:
  friend class CommandLine;
  struct Data;
  explicit Verb(std::shared_ptr<Data> data) : data_(std::move(data)) {}
  std::shared_ptr<Data> data_;
};

class CommandLine {
 public:
  CommandLine(std::string& root, const Words& words);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  // `example` is a whole command.
  Verb verb(const char* name, const char* help, const char* example);

  // Runs the verb. 2 when the line is wrong, with the reason on stderr; 0 for --help.
  int parse(const std::vector<std::string>& arguments);

  // All that help says, in English: for a test of the catalogue.
  const std::vector<std::string>& texts() const;

 private:
  friend class Verb;
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::tool
