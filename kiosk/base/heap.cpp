#include "base/heap.h"

#include <malloc.h>

namespace kiosk {

void keep_heap_small() {
  ::mallopt(M_ARENA_MAX, 1);
  ::mallopt(M_MMAP_THRESHOLD, 128 << 10);
}

void keep_heap_whole() {
  ::mallopt(M_TOP_PAD, 64 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 1 << 30);
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
}

void give_back_free_heap() { ::malloc_trim(0); }

}  // namespace kiosk
