#include <iostream>
#include <memory>

#include "command.h"
#include "one_page.h"

namespace kiosk::tool {
namespace {

struct PreviewOptions {
  OnePageOptions page;
  std::string out;
  int text_scale = 100;
};

int run_preview(const std::string& root, const PreviewOptions& options) {
  const auto one = OnePage::open(root, options.page);
  if (!one) return 2;
  PictureOptions picture = one->picture();
  picture.text_scale = options.text_scale;
  const auto drawn = PagePictures(one->tree(), picture).save(one->page(), one->language(), options.out);
  const bool sound = one->is_sound();
  if (!drawn) {
    std::cerr << drawn.error().message << "\n";
    return 2;
  }
  std::cout << options.out << ": " << one->page().id << " in " << one->language().tag << ", " << one->site().domain
            << "\n";
  return sound ? 0 : 1;
}

}  // namespace

void add_preview(CommandLine& line, const Context& context) {
  auto options = std::make_shared<PreviewOptions>();
  Verb verb = line.verb("preview", "Draws a page as the kiosk shows it, in one picture from top to end",
                        "kiosk-content preview health/where-to-turn ar --out page.png");
  add_page_options(verb, options->page);
  verb.text("--out", options->out, "The PNG file to write").required();
  verb.number("--scale", options->text_scale, "The text size in percent", {"100", "125", "150", "200"});
  verb.run([options, &context] { return run_preview(context.root, *options); });
}

}  // namespace kiosk::tool
