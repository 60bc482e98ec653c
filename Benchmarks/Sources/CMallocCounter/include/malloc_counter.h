#ifndef LEGBRIEF_MALLOC_COUNTER_H
#define LEGBRIEF_MALLOC_COUNTER_H

/// How many blocks this process has asked the allocator for; a `realloc` that is given a block counts as well.
unsigned long malloc_counter_blocks(void);

/// How many bytes it has asked for.
unsigned long malloc_counter_bytes(void);

#endif
