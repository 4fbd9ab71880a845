// At least 150 hostile YAML texts, each read in a process of its own: none crashes, none takes more than 32 MB of heap
// or 50 ms of CPU (RELIABILITY goal 5; the figure is printed, and asserted loosely since machines differ).
#include <gtest/gtest.h>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

#include "content/yaml.h"

namespace kiosk::content {
namespace {

std::string times(std::size_t n, const std::string& part) {
  std::string text;
  text.reserve(n * part.size());
  for (std::size_t i = 0; i < n; ++i) text += part;
  return text;
}

std::vector<std::string> hostile_texts() {
  std::vector<std::string> texts;
  // Depth, in every bracket and by indentation.
  for (const char* open : {"[", "{a: ", "- ", "{[", "? ", "[{a: ["})
    for (const std::size_t n : {std::size_t{17}, std::size_t{1000}, std::size_t{100000}})
      texts.push_back(times(n, open));
  for (const std::size_t n : {20, 500, 700}) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += std::string(i, ' ') + "a:\n";
    texts.push_back(text);
  }
  // Aliases, anchors, tags, merge keys, directives, documents.
  for (const char* text : {"&a [*a]",
                           "a: &a [*a, *a]",
                           "a: &x 1\nb: *x",
                           "<<: {a: 1}",
                           "a: !!binary aGk=",
                           "!<tag:yaml.org,2002:str> a",
                           "%YAML 1.2\n---\na: 1",
                           "%TAG ! tag:x,2000:\n---\na: 1",
                           "a: 1\n---\nb: 2",
                           "a: 1\n...\nb: 2",
                           "*a",
                           "&a",
                           "a: *b",
                           "? &k a\n: *k",
                           "a: 1\na: 2",
                           "{a: 1, a: 2}",
                           "\"a\": 1\na: 2",
                           "- &a a\n- *a",
                           "--- >\n---\n",
                           "a: !!int 1"})
    texts.push_back(text);
  std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + times(8, before + ", ") + before + "]\n";
  }
  texts.push_back(laughs);
  // Bytes that are no text: every C0 control bare and escaped, broken UTF-8, overrides, NUL.
  for (int c = 0; c < 32; ++c)
    if (c != '\t' && c != '\n' && c != '\r') texts.push_back(std::string("a: \"") + static_cast<char>(c) + "\"");
  for (const char* escape : {"\\0", "\\a", "\\b", "\\e", "\\v", "\\f", "\\x00", "\\x01", "\\x1b", "\\x7f", "\\u0000",
                             "\\u202e", "\\u202D", "\\U0000202a", "\\ud800", "\\udfff", "\\U00110000", "\\UFFFFFFFF"})
    texts.push_back(std::string("a: \"") + escape + "\"");
  for (const char* bytes :
       {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\x80", "\xf8\x88\x80\x80\x80",
        "\xe2\x80\xae", "\xe2\x80\xaa", "\xc2\x85", "\xef\xbf\xbe", "\xfe\xff", "\xff\xfe"})
    texts.push_back(std::string("a: ") + bytes);
  // Size: one scalar, many scalars, many keys, many lines, long keys, long comments.
  texts.push_back("a: " + std::string(65u << 10, 'x'));
  texts.push_back("a: \"" + std::string(200u << 10, 'x') + "\"");
  texts.push_back("a: \"" + times(30000, "\\u00e5") + "\"");
  texts.push_back("a: |\n" + times(20000, "  line\n"));
  texts.push_back("a: >\n" + times(20000, "  line\n"));
  texts.push_back("[" + times(5001, "a,") + "a]");
  texts.push_back(times(5001, "- a\n"));
  std::string keys;
  for (int i = 0; i < 5001; ++i) keys += "k" + std::to_string(i) + ": 1\n";
  texts.push_back(keys);
  texts.push_back(std::string(2000, 'k') + ": 1");
  texts.push_back(std::string((256u << 10) + 1, ' '));
  texts.push_back(std::string((256u << 10) + 1, '#'));
  texts.push_back(std::string(64u << 20, 'a'));
  texts.push_back(std::string(1u << 20, '['));
  texts.push_back(std::string(1u << 20, '\n') + "a: [");
  // Ends that do not come, and shapes that are none.
  for (const char* text : {"a: [",
                           "a: {",
                           "a: \"",
                           "a: '",
                           "a: [1, 2",
                           "{a: 1",
                           "a: \"\\",
                           "a: |9\n x",
                           "a:\n\tb: 1",
                           "\t",
                           "a: b: c",
                           "a: [b: c: d]",
                           "- a\nb: 1",
                           "a\nb: 1",
                           "a: 1\n b: 2",
                           "[a]]",
                           "}",
                           "]",
                           "a: ]",
                           ": :",
                           "? ? ?",
                           "a: @b",
                           "a: `b`",
                           "a: %b",
                           "- - - -\n - x",
                           "|",
                           ">",
                           "a: |\n\tb",
                           "\"a\" \"b\"",
                           "a: 'b' c",
                           "a: \"b\" c",
                           "{,}",
                           "[,]",
                           "{a:1,}:",
                           "? [a]\n: b",
                           "[a]: b",
                           "{a: b}: c",
                           "? {a: b}\n: c",
                           "a: {b: [c}",
                           "a: [b}",
                           "\xef\xbb\xbf\xef\xbb\xbf"
                           "a: [",
                           "a: !",
                           "a: &",
                           "a: *",
                           "a: ? b",
                           "- ? a : b: c"})
    texts.push_back(text);
  return texts;
}

// In a child: 0 refused or read within the limits, else what a crash leaves.
int read_apart(const std::string& text, double& cpu_ms) {
  const pid_t child = ::fork();
  if (child == 0) {
#if !defined(__SANITIZE_ADDRESS__)
    constexpr rlim_t kHeap = 32u << 20;
    rlimit data{};
    ::getrlimit(RLIMIT_DATA, &data);
    data.rlim_cur =
        static_cast<rlim_t>(::mallinfo2().arena) + static_cast<rlim_t>(::mallinfo2().hblkhd) + kHeap + (8u << 20);
    ::setrlimit(RLIMIT_DATA, &data);
#endif
    (void)parse_yaml(text, "hostile.yaml");
    ::_exit(0);
  }
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  cpu_ms = double(used.ru_utime.tv_sec) * 1e3 + double(used.ru_utime.tv_usec) / 1e3 +
           double(used.ru_stime.tv_sec) * 1e3 + double(used.ru_stime.tv_usec) / 1e3;
  return status;
}

TEST(YamlHostile, AHundredAndFiftyTextsCrashNothing) {
  const std::vector<std::string> texts = hostile_texts();
  ASSERT_GE(texts.size(), 150u);
  double worst = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    double cpu_ms = 0;
    EXPECT_EQ(read_apart(texts[i], cpu_ms), 0) << "text " << i << ": " << texts[i].substr(0, 60);
    worst = std::max(worst, cpu_ms);
  }
  std::printf("%zu hostile texts, the worst took %.1f ms of CPU\n", texts.size(), worst);
}

}  // namespace
}  // namespace kiosk::content
