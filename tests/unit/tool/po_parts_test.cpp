// The parts of a PO file, page by page.
#include "po_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "unit/tool/tool_run.h"

namespace kiosk::tool {
namespace {

const std::string kHeader = "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n";
const std::string kRent = "# of rent\nmsgctxt \"home/rent#a\"\nmsgid \"x\"\nmsgstr \"y\"\n";
const std::string kCare = "#, fuzzy\nmsgctxt \"health/care#a\"\nmsgid \"x\"\nmsgstr \"y\"\n\n";
const std::string kTopic = "msgctxt \"topic:home#title\"\nmsgid \"x\"\nmsgstr \"y\"\n\n";
const std::string kOldRent = "#~ msgctxt \"home/rent#b\"\n#~ msgid \"x\"\n#~ msgstr \"y\"\n";

std::vector<PoPart> parts_of(const std::string& text) {
  DiagnosticSink sink;
  const PoFile file = read_po(text, "x.po", sink);
  EXPECT_TRUE(sink.all().empty());
  return po_parts(text, file, {"home/rent", "health/care"});
}

// The bytes of a page's part.
std::string bytes_of(const std::string& text, const std::string& page) {
  std::string bytes;
  for (const PoPart& part : parts_of(text))
    for (const PoRange& range : part.ranges)
      if (part.page == page) bytes += text.substr(range.begin, range.end - range.begin);
  return bytes;
}

TEST(PoParts, AUnitGoesWithItsCommentsAndItsPage) {
  const std::string text = kHeader + kTopic + kRent + kCare + kOldRent;
  EXPECT_EQ(bytes_of(text, "home/rent"), kRent + kOldRent);
  EXPECT_EQ(bytes_of(text, "health/care"), kCare);
  EXPECT_EQ(bytes_of(text, ""), kTopic) << "the header is of no part";
}

TEST(PoParts, AByteOrderMarkShiftsNothing) {
  const std::string text = "\xEF\xBB\xBF" + kCare + kRent;
  EXPECT_EQ(bytes_of(text, "home/rent"), kRent);
}

TEST(PoParts, AreReadWithoutTheOthers) {
  const TestProject project;
  const std::string text = kHeader + kTopic + kRent + kCare + kOldRent;
  project.write("x.po", text);
  const std::vector<PoPart> parts = parts_of(text);
  EXPECT_EQ(read_parts(project.root() + "/x.po", parts, {"home/rent"}).value(), kTopic + kRent + kOldRent);
  project.write("x.po", kHeader + kTopic + kCare + kRent + kOldRent);
  EXPECT_FALSE(read_parts(project.root() + "/x.po", parts, {"home/rent"})) << "other bytes stand there";
  project.write("x.po", kHeader);
  EXPECT_FALSE(read_parts(project.root() + "/x.po", parts, {"home/rent"}));
  EXPECT_FALSE(read_parts(project.root() + "/y.po", parts, {"home/rent"}));
}

}  // namespace
}  // namespace kiosk::tool
