/* How glibc deals with memory, which Swift's own module of it leaves out. */
#pragma once
#include <malloc.h>

/* Gives large blocks back to the system when they are freed. Otherwise glibc keeps what a large file
   was read into: each such block that is freed raises the size from which on they are given back. */
static inline void wallchart_give_back_large_blocks(void) {
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}
