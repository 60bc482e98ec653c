#pragma once
#include "Scanner.hpp"

namespace cjson {

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

}  // namespace cjson
