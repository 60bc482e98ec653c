#include "CSimdjson.h"

#include <simdjson.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

// simdjson's stage 1 gives the offsets of brackets, commas, colons and value starts at several GB/s, and validates UTF-8.
// Its stage 2 stops at the first fault, without a place. So stage 2 is ours: one loop, no recursion, every offset kept.
// A text that stage 1 refuses is indexed once more by the plain loop `index_slowly`, which finds the places of the faults.

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

namespace {

bool is_space(uint8_t c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_operator(uint8_t c) { return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ','; }

// The offset after the closing quote of the string that opens at `open`, or 0 when there is none before `end`.
uint32_t string_end(const uint8_t *text, uint32_t open, uint32_t end) {
  for (uint32_t i = open + 1; i < end; i++) {
    if (text[i] == '"') return i + 1;
    if (text[i] == '\\') i++;
  }
  return 0;
}

// The same index as stage 1 makes, whatever the text holds.
bool index_slowly(cjson_scanner &s) {
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
uint32_t first_invalid_utf8(const uint8_t *t, uint32_t length) {
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

// One pass over the index. A fault of one value leaves a token of kind CJSON_INVALID; a fault of the structure ends the walk.
class Walk {
 public:
  Walk(cjson_scanner &scanner, uint32_t max_depth, cjson_token *tokens)
      : s(scanner), text(scanner.text), length(scanner.length), out(tokens),
        max_depth(max_depth < CJSON_DEPTH_LIMIT ? max_depth : CJSON_DEPTH_LIMIT) {}

  size_t run(int *complete) {
    *complete = walk() ? 1 : 0;
    while (depth > 0) close_container(last_end(), last_end());
    return count;
  }

 private:
  enum State { value, value_or_end, key, key_or_end, colon, comma_or_end };

  cjson_scanner &s;
  const uint8_t *text;
  uint32_t length;
  cjson_token *out;
  uint32_t max_depth;
  uint32_t count = 0;
  uint32_t position = 0;
  uint32_t depth = 0;
  uint32_t open[CJSON_DEPTH_LIMIT];
  uint32_t next_backslash = 0;

  bool fault(uint32_t kind, uint32_t start, uint32_t end, uint32_t related) {
    if (s.fault_count < CJSON_FAULT_LIMIT) s.faults[s.fault_count++] = {kind, start, end, related};
    return false;
  }
  bool fault(uint32_t kind, uint32_t start, uint32_t end) { return fault(kind, start, end, start); }
  bool exhausted() const { return s.fault_count >= CJSON_FAULT_LIMIT; }

  uint32_t last_end() const {
    if (count == 0) return s.first;
    const cjson_token &last = out[count - 1];
    return last.kind == CJSON_OBJECT_START || last.kind == CJSON_ARRAY_START ? last.start + 1 : last.end;
  }

  uint32_t next_start() const { return position < s.index_count ? s.index[position] : length; }

  void add(uint16_t kind, uint32_t start, uint32_t end, uint16_t flags = 0) {
    out[count] = {start, end, count + 1, kind, flags};
    count++;
  }

  bool in_object() const { return depth > 0 && out[open[depth - 1]].kind == CJSON_OBJECT_START; }

  void close_container(uint32_t start, uint32_t end) {
    cjson_token &opening = out[open[--depth]];
    add(opening.kind == CJSON_OBJECT_START ? CJSON_OBJECT_END : CJSON_ARRAY_END, start, end);
    opening.next = count;
    opening.end = end;
  }

  // The end of a bare word (number, literal, rubbish) that starts at `at`.
  uint32_t word_end(uint32_t at) const {
    uint32_t end = at + 1;
    while (end < length && !is_space(text[end]) && !is_operator(text[end]) && text[end] != '"') end++;
    return end;
  }

  bool ends_word(uint32_t at) const { return at >= length || is_space(text[at]) || is_operator(text[at]); }

  // RFC 8259, section 6. The text is followed by zero bytes, so that no digit is read past its end.
  void number(uint32_t start) {
    uint32_t i = start;
    auto digits = [&] {
      uint32_t from = i;
      while (uint8_t(text[i] - '0') < 10) i++;
      return i > from;
    };
    if (text[i] == '-') i++;
    bool good = text[i] == '0' ? (i++, true) : digits();
    if (good && text[i] == '.') {
      i++;
      good = digits();
    }
    if (good && (text[i] | 0x20) == 'e') {
      i++;
      if (text[i] == '+' || text[i] == '-') i++;
      good = digits();
    }
    if (good && ends_word(i)) return add(CJSON_NUMBER, start, i);
    uint32_t end = word_end(start);
    fault(CJSON_FAULT_BAD_NUMBER, start, end);
    add(CJSON_INVALID, start, end);
  }

  bool literal(uint32_t start, const char *word, uint32_t size, uint16_t kind) {
    if (size > length - start || std::memcmp(text + start, word, size) != 0 || !ends_word(start + size)) return false;
    add(kind, start, start + size);
    return true;
  }

  static int hex(uint8_t c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }

  // The code unit of `\uXXXX` at `at`, or -1.
  int code_unit(uint32_t at, uint32_t end) const {
    if (end - at < 6 || text[at] != '\\' || text[at + 1] != 'u') return -1;
    int unit = 0;
    for (uint32_t k = 2; k < 6; k++) {
      int digit = hex(text[at + k]);
      if (digit < 0) return -1;
      unit = unit * 16 + digit;
    }
    return unit;
  }

  // RFC 8259, section 7, for the content of one string from its first backslash.
  bool escapes(uint32_t at, uint32_t end) {
    while (at < end) {
      if (text[at] != '\\') {
        at++;
        continue;
      }
      uint8_t c = text[at + 1];
      if (c != 'u') {
        if (!std::strchr("\"\\/bfnrt", c) || c == 0) return fault(CJSON_FAULT_BAD_ESCAPE, at, at + 2 < end ? at + 2 : end);
        at += 2;
        continue;
      }
      int unit = code_unit(at, end);
      if (unit < 0) return fault(CJSON_FAULT_BAD_ESCAPE, at, at + 6 < end ? at + 6 : end);
      if (unit >= 0xD800 && unit <= 0xDFFF) {
        int low = unit <= 0xDBFF && end - at >= 12 ? code_unit(at + 6, end) : -1;
        if (low < 0xDC00 || low > 0xDFFF) return fault(CJSON_FAULT_LONE_SURROGATE, at, at + 6);
        at += 6;
      }
      at += 6;
    }
    return true;
  }

  // False when the string has no end, which ends the walk.
  bool string(uint32_t start, uint16_t kind) {
    uint32_t end;
    if (s.slow) {
      end = string_end(text, start, length);
    } else {
      // Stage 1 says where the next value starts: the closing quote is the last thing before it.
      end = next_start();
      while (end > start && is_space(text[end - 1])) end--;
      if (end < start + 2 || text[end - 1] != '"') end = 0;
    }
    if (!end) return fault(CJSON_FAULT_UNCLOSED_STRING, start, start + 1);
    bool good = true;
    if (s.slow) {
      for (uint32_t i = start + 1; i < end - 1; i++) {
        if (text[i] >= 0x20) continue;
        // A line break means that the closing quote is missing: the rest of the text would be read inside out.
        if (text[i] == '\n' || text[i] == '\r') return fault(CJSON_FAULT_UNCLOSED_STRING, start, start + 1);
        if (good) fault(CJSON_FAULT_CONTROL_CHARACTER, i, i + 1);
        good = false;
      }
    }
    if (next_backslash < start) find_backslash(start);
    bool escaped = next_backslash < end;
    if (escaped && good) good = escapes(next_backslash, end - 1);
    add(good || kind == CJSON_KEY ? kind : CJSON_INVALID, start, end, escaped ? CJSON_HAS_ESCAPES : 0);
    return true;
  }

  void find_backslash(uint32_t from) {
    const void *found = std::memchr(text + from, '\\', length - from);
    next_backslash = found ? uint32_t(static_cast<const uint8_t *>(found) - text) : length;
  }

  // False ends the walk.
  bool scalar(uint32_t start) {
    uint8_t c = text[start];
    if (c == '"') return string(start, CJSON_STRING);
    if (c == '-' || uint8_t(c - '0') < 10) {
      number(start);
      return true;
    }
    if (c == 't' && literal(start, "true", 4, CJSON_TRUE)) return true;
    if (c == 'f' && literal(start, "false", 5, CJSON_FALSE)) return true;
    if (c == 'n' && literal(start, "null", 4, CJSON_NULL)) return true;
    uint32_t end = word_end(start);
    fault(CJSON_FAULT_BAD_LITERAL, start, end);
    add(CJSON_INVALID, start, end);
    // After an odd word only a place where a value may end is a place to go on from.
    if (position == s.index_count) return true;
    uint8_t after = text[s.index[position]];
    return after == ',' || after == '}' || after == ']';
  }

  bool walk() {
    find_backslash(s.first);
    if (s.index_count == 0) return fault(CJSON_FAULT_EMPTY, length, length);
    State state = value;
    bool done = false;
    while (position < s.index_count) {
      if (exhausted()) return false;
      uint32_t at = s.index[position++];
      uint8_t c = text[at];
      if (done) {
        bool document = c == '{' || c == '[';
        fault(document ? CJSON_FAULT_SECOND_DOCUMENT : CJSON_FAULT_TRAILING_CONTENT, at, at + 1);
        return true;
      }
      if (state == comma_or_end && c == ',') {
        state = in_object() ? key : value;
        continue;
      }
      if (state == comma_or_end && c != '}' && c != ']') {
        bool starts_next = in_object() ? c == '"' : c != ':' && c != '}';
        fault(CJSON_FAULT_EXPECTED_COMMA, at, at + 1);
        if (!starts_next) return false;
        state = in_object() ? key : value;
      }
      if (c == '}' || c == ']') {
        if (depth == 0) return fault(CJSON_FAULT_EXPECTED_VALUE, at, at + 1);
        uint32_t opening = out[open[depth - 1]].start;
        if ((c == '}') != in_object()) return fault(CJSON_FAULT_WRONG_BRACKET, at, at + 1, opening);
        if (state == colon) return fault(CJSON_FAULT_EXPECTED_COLON, at, at + 1);
        if (state == value && in_object()) {
          fault(CJSON_FAULT_EXPECTED_VALUE, at, at + 1);
          add(CJSON_INVALID, at, at);
        } else if (state == key || state == value) {
          uint32_t comma = s.index[position - 2];
          fault(CJSON_FAULT_TRAILING_COMMA, comma, comma + 1);
        }
        close_container(at, at + 1);
        state = comma_or_end;
        done = depth == 0;
        continue;
      }
      switch (state) {
        case colon:
          if (c != ':') return fault(CJSON_FAULT_EXPECTED_COLON, at, at + 1);
          state = value;
          continue;
        case key:
        case key_or_end:
          if (c == ',') {
            fault(CJSON_FAULT_EXPECTED_KEY, at, at + 1);
            state = key_or_end;
            continue;
          }
          if (c != '"') return fault(CJSON_FAULT_EXPECTED_KEY, at, is_operator(c) ? at + 1 : word_end(at));
          if (!string(at, CJSON_KEY)) return false;
          state = colon;
          continue;
        default:
          break;
      }
      if (c == '{' || c == '[') {
        if (depth >= max_depth) return fault(CJSON_FAULT_TOO_DEEP, at, at + 1);
        open[depth++] = count;
        add(c == '{' ? CJSON_OBJECT_START : CJSON_ARRAY_START, at, at + 1);
        state = c == '{' ? key_or_end : value_or_end;
        continue;
      }
      if (c == ',' || c == ':') {
        fault(CJSON_FAULT_EXPECTED_VALUE, at, at + 1);
        if (c == ':' || depth == 0) return false;
        if (in_object()) {
          add(CJSON_INVALID, at, at);
          state = key;
        } else {
          state = value_or_end;
        }
        continue;
      }
      if (!scalar(at)) return false;
      state = comma_or_end;
      done = depth == 0;
    }
    if (done) return true;
    uint32_t end = length;
    while (end > s.first && is_space(text[end - 1])) end--;
    return fault(CJSON_FAULT_UNEXPECTED_END, end, end, depth ? out[open[depth - 1]].start : end);
  }
};

// A scanner that is kept for the next text: records come by the thousand, and fresh pages cost more than the parse.
thread_local std::unique_ptr<cjson_scanner> spare;
constexpr size_t kept_capacity = 1 << 20;

bool prepare(cjson_scanner &s, const uint8_t *bytes, size_t length) {
  if (length > 0xFFFFFFFFu - simdjson::SIMDJSON_PADDING) return false;
  if (s.capacity < length || !s.text) {
    size_t capacity = length < 65536 ? 65536 : length;
    std::free(s.text);
    s.text = static_cast<uint8_t *>(std::malloc(capacity + simdjson::SIMDJSON_PADDING));
    s.capacity = s.text ? capacity : 0;
    if (!s.text) return false;
    s.stage1.reset();
  }
  if (length) std::memcpy(s.text, bytes, length);
  std::memset(s.text + length, 0, simdjson::SIMDJSON_PADDING);
  s.length = uint32_t(length);
  s.first = length >= 3 && std::memcmp(s.text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  // The mark is three spaces to stage 1, so that offsets stay those of the file.
  if (s.first) std::memset(s.text, ' ', 3);
  s.fault_count = 0;
  s.slow = false;
  s.index_count = 0;
  if (!s.stage1 && simdjson::get_active_implementation()->create_dom_parser_implementation(s.capacity, 1, s.stage1)) return false;
  if (s.stage1->stage1(s.text, length, simdjson::stage1_mode::regular) == simdjson::SUCCESS) {
    s.index = s.stage1->structural_indexes.get();
    s.index_count = s.stage1->n_structural_indexes;
    return true;
  }
  if (!index_slowly(s)) return false;
  uint32_t invalid = first_invalid_utf8(s.text, s.length);
  if (invalid < s.length) s.faults[s.fault_count++] = {CJSON_FAULT_INVALID_UTF8, invalid, invalid + 1, invalid};
  return true;
}

}  // namespace

cjson_scanner *cjson_open(const uint8_t *bytes, size_t length) {
  std::unique_ptr<cjson_scanner> scanner = std::move(spare);
  if (!scanner) scanner.reset(new (std::nothrow) cjson_scanner);
  if (!scanner || !prepare(*scanner, bytes, length)) return nullptr;
  return scanner.release();
}

// Every token but the closers of containers that a fault left open has an index entry of its own.
size_t cjson_token_bound(const cjson_scanner *scanner) { return size_t(scanner->index_count) + CJSON_DEPTH_LIMIT; }

size_t cjson_walk(cjson_scanner *scanner, uint32_t max_depth, cjson_token *tokens, int *complete) {
  return Walk(*scanner, max_depth, tokens).run(complete);
}

const cjson_fault *cjson_faults(const cjson_scanner *scanner, size_t *count) {
  *count = scanner->fault_count;
  return scanner->faults;
}

void cjson_close(cjson_scanner *scanner) {
  std::unique_ptr<cjson_scanner> owned(scanner);
  std::free(owned->slow_index);
  owned->slow_index = nullptr;
  if (owned->capacity <= kept_capacity && !spare) spare = std::move(owned);
}
