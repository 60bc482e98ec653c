// Stands in front of glibc's allocator in a program with one thread and counts; glibc lets a program define these names for itself and
// keeps its own under `__libc_`. Source: https://www.gnu.org/software/libc/manual/html_node/Replacing-malloc.html
#include "malloc_counter.h"

#include <errno.h>
#include <stddef.h>

#ifdef __GLIBC__

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *block);

static unsigned long blocks;
static unsigned long bytes;

static void count(size_t size) {
  blocks += 1;
  bytes += size;
}

void *malloc(size_t size) {
  count(size);
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count(number * size);
  return __libc_calloc(number, size);
}

void *realloc(void *block, size_t size) {
  count(size);
  return __libc_realloc(block, size);
}

void *memalign(size_t alignment, size_t size) {
  count(size);
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size) {
  void *made = memalign(alignment, size);
  if (made == NULL) return ENOMEM;
  *block = made;
  return 0;
}

void free(void *block) { __libc_free(block); }

unsigned long malloc_counter_blocks(void) { return blocks; }
unsigned long malloc_counter_bytes(void) { return bytes; }
#else
unsigned long malloc_counter_blocks(void) { return 0; }
unsigned long malloc_counter_bytes(void) { return 0; }
#endif
