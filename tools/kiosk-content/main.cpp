// kiosk-content: compiles, checks and carries the kiosk's content.
#include "command.h"

int main(int argc, char** argv) { return kiosk::tool::run_command(std::vector<std::string>(argv + 1, argv + argc)); }
