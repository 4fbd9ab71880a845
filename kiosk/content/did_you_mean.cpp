#include "content/did_you_mean.h"

#include "base/diagnostic.h"

namespace kiosk::content {

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  // Longer words are no slips of a known one, and comparing them is dear.
  constexpr std::size_t kLongestSlip = 40;
  const std::string near = word.size() <= kLongestSlip ? nearest(word, known) : std::string();
  if (!near.empty()) return "did you mean '" + near + "'?";
  constexpr std::size_t kMostListed = 12;
  if (known.empty() || known.size() > kMostListed) return {};
  std::string all = "known here: " + known[0];
  for (std::size_t i = 1; i < known.size(); ++i) all += ", " + known[i];
  return all;
}

}  // namespace kiosk::content
