# Makes a C++ file of a folder of small text files:  cmake -DFOLDER=… -DOUT=… -P standby.cmake
# A text is cut into pieces of a few lines, since a compiler need not take a literal of any length.
file(GLOB_RECURSE paths RELATIVE ${FOLDER} ${FOLDER}/*.yaml)
list(SORT paths)
set(code "// Made by the build from locales/ (kiosk-content standby).\n#include \"app/standby.h\"\n\nnamespace kiosk::app {\n\n")
string(APPEND code "const StandbyFile kStandbyFiles[] = {\n")
foreach(path ${paths})
  file(READ ${FOLDER}/${path} text)
  string(REPLACE "\n" "\n)words\"\n     R\"words(" text "${text}")
  string(APPEND code "    {\"${path}\",\n     R\"words(${text})words\"},\n")
endforeach()
string(APPEND code "    {nullptr, nullptr}};\n\n}  // namespace kiosk::app\n")
file(WRITE ${OUT} "${code}")
