// The kiosk: arguments in, exit status out. What it opens and wires for a run is device.cpp's.
#include "app/options.h"
#include "app/run.h"
#include "app/supervisor.h"
#include "base/heap.h"
#include "device.h"
#include "i18n/locale.h"

int main(int argc, char** argv) {
  using namespace kiosk;
  keep_heap_small();
  i18n::use_root_locale();
  app::Supervisor supervisor;
  sdl::DisplayConnection display;  // from one run to the next
  for (;;) {
    app::Options options;
    if (const int status = app::parse_options(argc, argv, options); status >= 0) return status;
    if (options.set_pin) return app::run_set_pin(options.state);
    const int status = run_device(options, supervisor, display);
    if (status == app::kAgain) continue;  // with the changed configuration
    supervisor.stopping();
    return status;
  }
}
