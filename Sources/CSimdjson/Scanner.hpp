#pragma once
#include "CSimdjson.h"

#include <simdjson.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

struct cjson_scanner {
  uint8_t *text = nullptr;  // a copy, followed by SIMDJSON_PADDING zero bytes
  size_t capacity = 0;
  uint32_t length = 0;
  uint32_t first = 0;  // 3 after a byte order mark
  std::unique_ptr<simdjson::internal::dom_parser_implementation> stage1;
  uint32_t *slow_index = nullptr;
  const uint32_t *index = nullptr;
  uint32_t index_count = 0;
  bool slow = false;
  cjson_fault faults[CJSON_FAULT_LIMIT];
  size_t fault_count = 0;

  ~cjson_scanner() {
    std::free(text);
    std::free(slow_index);
  }
};

namespace cjson {

inline bool is_space(uint8_t c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
inline bool is_operator(uint8_t c) { return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ','; }

// The offset after the closing quote of the string that opens at `open`, or 0 when there is none before `end`.
inline uint32_t string_end(const uint8_t *text, uint32_t open, uint32_t end) {
  for (uint32_t i = open + 1; i < end; i++) {
    if (text[i] == '"') return i + 1;
    if (text[i] == '\\') i++;
  }
  return 0;
}

// The same index as stage 1 makes, whatever the text holds.
inline bool index_slowly(cjson_scanner &s) {
  std::free(s.slow_index);
  s.slow_index = static_cast<uint32_t *>(std::malloc((size_t(s.length) + 1) * sizeof(uint32_t)));
  if (!s.slow_index) return false;
  uint32_t count = 0;
  for (uint32_t i = s.first; i < s.length;) {
    uint8_t c = s.text[i];
    if (is_space(c)) {
      i++;
      continue;
    }
    s.slow_index[count++] = i;
    if (is_operator(c)) {
      i++;
    } else if (c == '"') {
      uint32_t end = string_end(s.text, i, s.length);
      i = end ? end : s.length;
    } else {
      while (i < s.length && !is_space(s.text[i]) && !is_operator(s.text[i]) && s.text[i] != '"') i++;
    }
  }
  s.index = s.slow_index;
  s.index_count = count;
  s.slow = true;
  return true;
}

// The offset of the first byte that is not UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF), or `length`.
inline uint32_t first_invalid_utf8(const uint8_t *t, uint32_t length) {
  uint32_t i = 0;
  while (i < length) {
    uint8_t c = t[i];
    if (c < 0x80) {
      i++;
      continue;
    }
    uint32_t more = c >= 0xC2 && c <= 0xDF ? 1 : c >= 0xE0 && c <= 0xEF ? 2 : c >= 0xF0 && c <= 0xF4 ? 3 : 0;
    if (more == 0 || more >= length - i) return i;
    uint8_t low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
    uint8_t high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
    if (t[i + 1] < low || t[i + 1] > high) return i;
    for (uint32_t k = 2; k <= more; k++)
      if ((t[i + k] & 0xC0) != 0x80) return i;
    i += more + 1;
  }
  return length;
}

}  // namespace cjson
