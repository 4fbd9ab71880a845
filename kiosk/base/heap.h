// How glibc's malloc is to behave: in a program that runs for months what is freed goes back to the system, in one that
// runs for a second it does not.
#pragma once

namespace kiosk {

// Call first in main. One arena, so that what one thread frees serves all; large blocks straight from the system and
// back to it. Left to itself, malloc takes them from the heap after the first of them, and what small ones then hold on
// to stays.
void keep_heap_small();

// Call first in the main of a short run: nothing goes back to the system, which costs it a tenth of its time.
void keep_heap_whole();

// What is free now and not at the end of the heap, too. Takes some milliseconds.
void give_back_free_heap();

}  // namespace kiosk
