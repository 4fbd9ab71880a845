// The virtual sfnt as an SDL stream.
#include <algorithm>

#include "sdl/virtual_sfnt.h"

namespace kiosk::sdl {
namespace {

struct Stream {
  std::shared_ptr<const VirtualSfnt> sfnt;
  Sint64 position = 0;
  Sint64 size() const { return static_cast<Sint64>(sfnt->size()); }
};

Stream& stream_of(SDL_RWops* context) { return *static_cast<Stream*>(context->hidden.unknown.data1); }

Sint64 SDLCALL stream_size(SDL_RWops* context) { return stream_of(context).size(); }

Sint64 SDLCALL seek(SDL_RWops* context, Sint64 offset, int whence) {
  Stream& stream = stream_of(context);
  const Sint64 base = whence == RW_SEEK_SET ? 0 : whence == RW_SEEK_CUR ? stream.position : stream.size();
  const Sint64 wanted = std::clamp(offset, -base, stream.size() - base);
  return stream.position = base + wanted;
}

std::size_t SDLCALL read(SDL_RWops* context, void* to, std::size_t size, std::size_t count) {
  if (size == 0 || count == 0 || count > SIZE_MAX / size) return 0;
  Stream& stream = stream_of(context);
  const std::size_t copied = stream.sfnt->read(static_cast<std::size_t>(stream.position), to, size * count);
  stream.position += static_cast<Sint64>(copied);
  return copied / size;
}

std::size_t SDLCALL write(SDL_RWops*, const void*, std::size_t, std::size_t) { return 0; }

int SDLCALL close(SDL_RWops* context) {
  delete &stream_of(context);
  SDL_FreeRW(context);
  return 0;
}

}  // namespace

SDL_RWops* open_stream(std::shared_ptr<const VirtualSfnt> sfnt) {
  SDL_RWops* context = SDL_AllocRW();
  if (context == nullptr) return nullptr;
  context->type = SDL_RWOPS_UNKNOWN;
  context->size = stream_size;
  context->seek = seek;
  context->read = read;
  context->write = write;
  context->close = close;
  context->hidden.unknown.data1 = new Stream{std::move(sfnt)};
  return context;
}

}  // namespace kiosk::sdl
