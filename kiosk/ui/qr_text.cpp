#include "ui/qr_text.h"

#include <vector>

#include "ui/compose.h"

namespace kiosk::ui {

namespace {

using content::Block;
using content::BlockKind;

// RFC 2426, 4: commas, semicolons, backslashes and line ends of a value.
std::string escaped(const std::string& value) {
  std::string out;
  for (const char c : value) {
    if (c == '\r') continue;
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

const char* property_of(const std::string& kind) {
  if (kind == "phone") return "TEL";
  if (kind == "email") return "EMAIL";
  if (kind == "url") return "URL";
  if (kind == "address") return "ADR";
  return "NOTE";
}

std::vector<std::string> lines_of(const content::Page& page) {
  std::vector<std::string> lines = {plain_words(page.title)};
  for (const Block& block : page.blocks) {
    if (block.kind == BlockKind::kLinks || block.kind == BlockKind::kPoll || block.kind == BlockKind::kEvents ||
        block.kind == BlockKind::kImage)
      continue;
    bool first = true;
    for (const content::Sentence& s : block.sentences) {
      const bool apart = first && (block.kind == BlockKind::kHeading || block.kind == BlockKind::kContact);
      lines.push_back((apart ? "\n" : "") + plain_words(s));
      first = false;
    }
    int number = 0;
    for (const content::ListItem& item : block.items) {
      ++number;
      std::string mark = block.kind == BlockKind::kSteps ? std::to_string(number) + ". " : "- ";
      for (const content::Sentence& s : item.sentences) {
        lines.push_back(mark + plain_words(s));
        mark.clear();
      }
    }
    for (const content::ContactLine& line : block.contact)
      lines.push_back((line.label.runs.empty() ? "" : plain_words(line.label) + ": ") + plain_words(line.value));
  }
  return lines;
}

}  // namespace

std::string vcard_of(const Block& contact) {
  const std::string name = contact.sentences.empty() ? "" : escaped(plain_words(contact.sentences.front()));
  std::string card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:" + name + ";;;;\r\nFN:" + name + "\r\n";
  for (const content::ContactLine& line : contact.contact) {
    const std::string property = property_of(line.kind);
    std::string value = escaped(plain_words(line.value));
    if (property == "ADR") value = ";;" + value + ";;;;";
    if (property == "NOTE" && !line.label.runs.empty()) value = escaped(plain_words(line.label)) + ": " + value;
    card += property + ":" + value + "\r\n";
  }
  return card + "END:VCARD\r\n";
}

std::string page_text(const content::Page& page, std::size_t most_bytes) {
  std::string text;
  for (const std::string& line : lines_of(page)) {
    const std::size_t more = line.size() + (text.empty() ? 0 : 1);
    if (text.size() + more > most_bytes) break;
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

std::string qr_text_of(const content::Page& page, std::string_view block, std::size_t most_bytes) {
  if (block == kWholePage) return page_text(page, most_bytes);
  for (const Block& b : page.blocks)
    if (b.id == block && b.kind == BlockKind::kContact) return vcard_of(b);
  return {};
}

}  // namespace kiosk::ui
