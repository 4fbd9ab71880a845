// polls.yaml: questions to the residents.
#include <algorithm>

#include "content/field_reader.h"
#include "source_files.h"
#include "source_text.h"

namespace kiosk::tool {

using content::Yaml;

void read_polls(const Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink) {
  static const content::MapShape kFile{"the file", {"polls"}, {}};
  static const content::MapShape kPoll{"a poll", {"id", "question", "choices", "valid-until"}, {}};
  static const content::MapShape kChoice{"a choice", {"id", "text"}, {}};
  constexpr std::size_t kMostChoices = 8;
  content::FieldReader fields(path, sink);
  if (!fields.map(root, kFile)) return;
  for (const Yaml& item : fields.items(root, "polls")) {
    const int errors_before = fields.errors();
    if (!fields.map(item, kPoll)) continue;
    PollSource poll;
    poll.at = {std::string(path), item.line, item.column};
    poll.id = fields.required(item, "id", content::kBlockId);
    poll.valid_until = fields.required(item, "valid-until", content::kIsoDate);
    poll.question = source_text(item, "question", path);
    for (const Yaml& entry : fields.items(item, "choices")) {
      if (!fields.map(entry, kChoice)) continue;
      PollSource::Choice choice{fields.required(entry, "id", content::kBlockId), source_text(entry, "text", path)};
      const auto same = [&](const PollSource::Choice& other) { return other.id == choice.id; };
      if (std::any_of(poll.choices.begin(), poll.choices.end(), same))
        fields.error(entry, "the choice '" + choice.id + "' stands twice", "give it another id", "duplicate-id");
      if (choice.id == "send") fields.error(entry, "'send' is the button's name and no choice's", "give it another id");
      if (choice.text.text.empty()) fields.error(entry, "the choice '" + choice.id + "' has no text", "write text: …");
      poll.choices.push_back(std::move(choice));
    }
    if (poll.question.text.empty()) fields.error(item, "the poll has no question", "write question: …");
    if (poll.choices.size() < 2 || poll.choices.size() > kMostChoices)
      fields.error(item, "a poll has 2 to 8 choices", "write them under choices:, each with id and text");
    const auto same = [&](const PollSource& other) { return other.id == poll.id; };
    if (std::any_of(part.polls.begin(), part.polls.end(), same))
      fields.error(item, "the poll '" + poll.id + "' stands twice", "take one of them away", "duplicate-id");
    if (fields.errors() == errors_before) part.polls.push_back(std::move(poll));
  }
}

}  // namespace kiosk::tool
