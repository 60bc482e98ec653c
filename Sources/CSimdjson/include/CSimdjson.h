// A flat token tape over a JSON text: simdjson finds the structure, this file checks the grammar and keeps exact byte offsets.
// C only at this border: no exception crosses it, and no pointer into it outlives `cjson_close`.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  CJSON_OBJECT_START = 1,
  CJSON_OBJECT_END,
  CJSON_ARRAY_START,
  CJSON_ARRAY_END,
  CJSON_KEY,
  CJSON_STRING,
  CJSON_NUMBER,
  CJSON_TRUE,
  CJSON_FALSE,
  CJSON_NULL,
  /// A value that has a fault of its own; its place is known, its content is not.
  CJSON_INVALID,
};

enum {
  /// The string or key holds a backslash.
  CJSON_HAS_ESCAPES = 1,
};

/// Byte offsets count from the start of the bytes handed in. Strings and keys include their quotes, a container's start spans all of it.
typedef struct {
  uint32_t start;
  uint32_t end;
  /// The index of the token after this value; for a container's start, the one after its end.
  uint32_t next;
  uint16_t kind;
  uint16_t flags;
} cjson_token;

enum {
  CJSON_FAULT_EMPTY = 1,
  CJSON_FAULT_UNEXPECTED_END,
  CJSON_FAULT_UNCLOSED_STRING,
  CJSON_FAULT_EXPECTED_VALUE,
  CJSON_FAULT_EXPECTED_KEY,
  CJSON_FAULT_EXPECTED_COLON,
  CJSON_FAULT_EXPECTED_COMMA,
  CJSON_FAULT_TRAILING_COMMA,
  CJSON_FAULT_WRONG_BRACKET,
  CJSON_FAULT_TRAILING_CONTENT,
  CJSON_FAULT_SECOND_DOCUMENT,
  CJSON_FAULT_BAD_NUMBER,
  CJSON_FAULT_BAD_LITERAL,
  CJSON_FAULT_BAD_ESCAPE,
  CJSON_FAULT_LONE_SURROGATE,
  CJSON_FAULT_CONTROL_CHARACTER,
  CJSON_FAULT_INVALID_UTF8,
  CJSON_FAULT_TOO_DEEP,
  CJSON_FAULT_OUT_OF_MEMORY,
};

typedef struct {
  uint32_t kind;
  uint32_t start;
  uint32_t end;
  /// The offset of the bracket that the fault refers to; equal to `start` when there is none.
  uint32_t related;
} cjson_fault;

/// The largest `max_depth` and the most faults of one text; the walk ends at whichever comes first.
enum { CJSON_DEPTH_LIMIT = 255, CJSON_FAULT_LIMIT = 64 };

typedef struct cjson_scanner cjson_scanner;

/// Copies and indexes the text. NULL only when memory ran out. `length` must be below 2^32 - 64.
cjson_scanner *cjson_open(const uint8_t *bytes, size_t length);

/// How many tokens the tape can have at most.
size_t cjson_token_bound(const cjson_scanner *scanner);

/// Fills `tokens`, which has room for `cjson_token_bound` tokens, and gives their number.
/// The tape is always well formed: containers that a fault leaves open are closed at the fault; `*complete` is then 0.
size_t cjson_walk(cjson_scanner *scanner, uint32_t max_depth, cjson_token *tokens, int *complete);

/// The faults of the walk in the order found; valid until `cjson_close`.
const cjson_fault *cjson_faults(const cjson_scanner *scanner, size_t *count);

/// Gives the memory back, or keeps a small scanner for the next text of this thread.
void cjson_close(cjson_scanner *scanner);

#ifdef __cplusplus
}
#endif
