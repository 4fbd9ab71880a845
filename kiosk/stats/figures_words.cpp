#include "stats/figures_words.h"

#include <utility>

namespace kiosk::stats {

namespace {

constexpr std::pair<std::string_view, std::string_view> kSwedish[] = {
    {"How the kiosks are used", "Så används kioskerna"},
    {"Counts of these kiosks, added up:", "Dessa kioskers räkneverk, sammanlagda:"},
    {"A number under 5 is not shown, so that nobody can be recognised; nor are others from which it could be worked "
     "out. Then two dots (..) stand there. Sums count only what is shown.",
     "Ett tal under 5 visas inte, så att ingen kan kännas igen. Inte heller visas andra tal som det kunde räknas ut "
     "från. Då står där två punkter (..). Summor räknar bara det som visas."},
    {"Do not compare reports of different groups of kiosks: the difference could give small numbers away.",
     "Jämför inte rapporter för olika grupper av kiosker: skillnaden kan avslöja små tal."},
    {"Nothing has been counted in this time.", "Inget har räknats under den här tiden."},
    {"The whole time", "Hela tiden"},
    {"all", "alla"},
    {"other", "övrigt"},
    {"pages opened, by week", "öppnade sidor per vecka"},
    {"satisfied: good in per cent of all answers, by four weeks", "nöjda: andel bra av alla svar, per fyra veckor"},
    {"satisfied", "nöjda"},
    {"answers", "svar"},
    {"By board", "Per nämnd"},
    {"By topic", "Per ämne"},
    {"By language", "Per språk"},
    {"By page", "Per sida"},
    {"By week", "Per vecka"},
    {"Questions to the residents", "Frågor till invånarna"},
    {"board", "nämnd"},
    {"topic", "ämne"},
    {"language", "språk"},
    {"page", "sida"},
    {"week", "vecka"},
    {"by", "per"},
    {"title", "namn"},
    {"kind", "slag"},
    {"count", "antal"},
    {"poll", "fråga"},
    {"open", "öppnad"},
    {"read-aloud", "uppläst"},
    {"good", "bra"},
    {"middle", "mittemellan"},
    {"bad", "dålig"},
    {"search-without-result", "sökning utan träff"},
    {"language-missing", "språk saknas"},
};

}  // namespace

std::string figures_word(std::string_view english, std::string_view language) {
  if (language == "sv")
    for (const auto& [from, to] : kSwedish)
      if (from == english) return std::string(to);
  return std::string(english);
}

}  // namespace kiosk::stats
