#include "exchange.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "xliff.h"

namespace kiosk::tool {
namespace {

// Windows-1252 from 0x80 to 0x9F; the five bytes without a meaning are U+FFFD.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                   0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte);
  }
  return out;
}

struct CsvRow {
  std::vector<std::string> cells;
  int line = 0;
};

std::vector<CsvRow> read_csv(std::string_view text, char separator, std::string_view path, DiagnosticSink& sink) {
  std::vector<CsvRow> rows;
  CsvRow row{{}, 1};
  std::string cell;
  int line = 1;
  const auto end_row = [&] {
    row.cells.push_back(std::move(cell));
    cell.clear();
    if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
    row = {{}, line};
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' && cell.empty()) {
      const int opened = line;
      for (++i; i < text.size(); ++i) {
        if (text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"')
          ++i;
        else if (text[i] == '"')
          break;
        if (text[i] == '\n') ++line;
        if (text[i] != '\r') cell += text[i];
      }
      if (i >= text.size())
        sink.error("syntax", {std::string(path), opened, 1}, "a '\"' is not closed",
                   "save the table anew from the spreadsheet");
    } else if (c == separator) {
      row.cells.push_back(std::move(cell));
      cell.clear();
    } else if (c == '\n') {
      ++line;
      end_row();
    } else if (c != '\r') {
      cell += c;
    }
  }
  if (!cell.empty() || !row.cells.empty()) end_row();
  return rows;
}

char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  char best = ';';
  for (const char c : {';', ',', '\t'})
    if (std::count(header.begin(), header.end(), c) > std::count(header.begin(), header.end(), best)) best = c;
  return best;
}

std::vector<ExchangeRow> from_csv(std::string_view text, std::string_view path, DiagnosticSink& sink) {
  const std::vector<CsvRow> rows = read_csv(text, separator_of(text), path, sink);
  std::vector<ExchangeRow> out;
  if (rows.empty()) return out;
  const std::vector<std::string>& header = rows.front().cells;
  const auto column = [&](const char* name) {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end())
      sink.error("syntax", {std::string(path), 1, 1}, "the table has no column '" + std::string(name) + "'",
                 "its first line is context;source;target");
    return static_cast<std::size_t>(found - header.begin());
  };
  const std::size_t context = column("context"), source = column("source"), target = column("target");
  if (std::max({context, source, target}) >= header.size()) return out;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::vector<std::string>& cells = rows[i].cells;
    if (cells.size() <= std::max({context, source, target}))
      sink.error("syntax", {std::string(path), rows[i].line, 1},
                 std::to_string(cells.size()) + " cells, the header has " + std::to_string(header.size()),
                 "put a text that holds the separator between double quotes");
    else
      out.push_back({cells[context], cells[source], cells[target], rows[i].line, {}, false});
  }
  return out;
}

std::vector<ExchangeRow> from_json_lines(std::string_view text, std::string_view path, DiagnosticSink& sink) {
  std::vector<ExchangeRow> out;
  int line = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view row = text.substr(start, end - start);
    start = end + 1;
    ++line;
    if (row.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto json = nlohmann::json::parse(row, nullptr, false);
    const auto has_text = [&](const char* key) { return json.contains(key) && json[key].is_string(); };
    if (!json.is_object() || !has_text("context") || !has_text("source") || !has_text("target")) {
      sink.error("syntax", {std::string(path), line, 1}, "not a row of context, source and target",
                 R"(write {"context": "…", "source": "…", "target": "…"} on one line)");
      continue;
    }
    out.push_back({json["context"], json["source"], json["target"], line, {}, false});
  }
  return out;
}

}  // namespace

std::vector<ExchangeRow> read_exchange(std::string_view bytes, std::string_view path, DiagnosticSink& sink) {
  if (looks_like_xml(bytes)) return read_xliff(bytes, path, sink);
  std::string converted;
  if (find_invalid_utf8(bytes) != std::string_view::npos) {
    converted = from_windows_1252(bytes);
    bytes = converted;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return bytes[first] == '{' ? from_json_lines(bytes, path, sink) : from_csv(bytes, path, sink);
}

}  // namespace kiosk::tool
