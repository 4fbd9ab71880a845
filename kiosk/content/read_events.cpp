// What happens at a place, and when.
#include <set>

#include "content/quote.h"
#include "content/read_sentence.h"
#include "content/tree_parts.h"

namespace kiosk::content {

namespace {

constexpr std::size_t kMostTimes = 500;

EventTime read_time(const Yaml& value, FieldReader& fields) {
  static const MapShape kShape{"a time of an event", {"end", "start"}, {"cancelled", "moved", "place"}};
  EventTime time;
  if (!fields.map(value, kShape)) return time;
  time.start = fields.required(value, "start", kMoment);
  time.end = fields.required(value, "end", kMoment);
  if (time.start.size() != time.end.size()) fields.error(value, "a date and a time cannot be one event's");
  time.cancelled = fields.flag(value, "cancelled");
  time.moved = fields.flag(value, "moved");
  time.place = fields.text(value, "place");
  return time;
}

}  // namespace

Events read_events(const Yaml& root, FieldReader& fields) {
  static const MapShape kShape{"the events", {"events", "lang"}, {}};
  static const MapShape kEvent{"an event", {"calendar", "id", "times", "title"}, {"place", "sample", "text"}};
  Events events;
  if (!fields.map(root, kShape)) return events;
  SentenceReader sentences(fields);
  events.lang = fields.required(root, "lang", kLanguageTag);
  std::set<std::string> ids;
  std::size_t times = 0;
  for (const Yaml& item : fields.items(root, "events")) {
    if (!fields.map(item, kEvent)) continue;
    Event& event = events.events.emplace_back();
    event.id = fields.required(item, "id", kBlockId);
    event.calendar = fields.required(item, "calendar", kBlockId);
    event.place = fields.text(item, "place");
    event.sample = fields.flag(item, "sample");
    event.title = sentences.required(item, "title");
    if (const Yaml* text = item.find("text")) event.text = sentences.list(*text, "the text of an event");
    for (const Yaml& time : fields.items(item, "times")) event.times.push_back(read_time(time, fields));
    times += event.times.size();
    if (!event.id.empty() && !ids.insert(event.id).second)
      fields.error(item, "the event " + quote(event.id) + " stands twice", "remove one of them", "duplicate-id");
  }
  if (times > kMostTimes)
    fields.error(root,
                 "the events have " + std::to_string(kMostTimes) + " times at most, found " + std::to_string(times), {},
                 "limit");
  return events;
}

}  // namespace kiosk::content
