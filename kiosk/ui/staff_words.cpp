#include "ui/staff_words.h"

namespace kiosk::ui {

namespace {

struct Words {
  std::string_view key, swedish, english;
};

constexpr Words kWords[] = {
    {"update.title", "Innehållet i kiosken", "The content of this kiosk"},
    {"update.working", "Kiosken läser in nytt innehåll. Ta inte ut stickan.",
     "The kiosk is reading new content. Leave the stick in."},
    {"update.done", "Kiosken visar nytt innehåll.", "The kiosk shows new content."},
    {"update.same", "Kiosken har redan det här innehållet.", "The kiosk has this content already."},
    {"update.waiting", "Nytt innehåll är klart. Det visas när besökaren är färdig.",
     "New content is ready. It comes when the visitor has finished."},
    {"update.reverted", "Det nya innehållet fungerade inte. Kiosken visar det gamla.",
     "The new content did not work. The kiosk shows the old."},
    {"update.remove", "Du kan ta ut stickan nu.", "You can take the stick out now."},
    {"update.kept", "Kiosken visar sitt gamla innehåll.", "The kiosk shows its old content."},
    {"update.ask", "Be kommunen om en ny sticka.", "Ask the municipality for a new stick."},
    {"refusal.no-bundle", "Det finns inget innehåll till kiosken på stickan.",
     "There is no content for the kiosk on the stick."},
    {"refusal.unknown-key", "Innehållet kommer från någon som kiosken inte känner.",
     "The content comes from somebody this kiosk does not know."},
    {"refusal.bad-signature", "Någon har ändrat innehållet efter att det blev klart.",
     "Somebody changed the content after it was finished."},
    {"refusal.damaged", "Innehållet på stickan är skadat.", "The content on the stick is damaged."},
    {"refusal.other-kiosk", "Innehållet är till en annan kiosk.", "The content is for another kiosk."},
    {"refusal.other-channel", "Innehållet är av en annan sort än den här kiosken visar.",
     "The content is of another kind than this kiosk shows."},
    {"refusal.older", "Innehållet på stickan är äldre än det som visas.",
     "The content on the stick is older than what is shown."},
    {"refusal.failed-before", "Det här innehållet fungerade inte förra gången.",
     "This content did not work the last time."},
    {"refusal.no-space", "Kiosken kunde inte spara innehållet.", "The kiosk could not store the content."},
    {"refusal.cannot-read", "Stickan gick inte att läsa.", "The stick could not be read."},
    {"refusal.no-answer", "Kiosken nådde inte servern.", "The kiosk could not reach the server."},
    {"installed.version", "Innehåll nummer", "Content number"},
    {"installed.built", "Gjort", "Made"},
    {"installed.valid", "Gäller till", "Valid until"},
    {"installed.expired", "Innehållet är för gammalt. Be kommunen om nytt.",
     "The content is too old. Ask the municipality for new content."},
    {"installed.last-try", "Senaste försöket", "Last try"},
};

}  // namespace

std::string staff_language(std::string_view language) { return language == "en" ? "en" : "sv"; }

std::string staff_words(std::string_view key, std::string_view language) {
  for (const Words& words : kWords)
    if (words.key == key) return std::string(language == "en" ? words.english : words.swedish);
  return std::string(key);
}

}  // namespace kiosk::ui
