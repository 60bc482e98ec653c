#include "Walk.hpp"

// simdjson's stage 1 gives the offsets of brackets, commas, colons and value starts at several GB/s, and validates UTF-8.
// Its stage 2 stops at the first fault, without a place. So stage 2 is ours: one loop, no recursion, every offset kept.
// A text that stage 1 refuses is indexed once more by the plain loop `index_slowly`, which finds the places of the faults.

namespace {

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
  if (!cjson::index_slowly(s)) return false;
  uint32_t invalid = cjson::first_invalid_utf8(s.text, s.length);
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
  return cjson::Walk(*scanner, max_depth, tokens).run(complete);
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
