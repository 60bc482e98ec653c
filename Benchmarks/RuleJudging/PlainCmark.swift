import CCmark

/// libcmark as it is, from text to text in one call.
enum PlainCmark {
  /// The bytes of HTML that it makes.
  static func htmlLength(_ markdown: [UInt8]) -> Int {
    let text = markdown.withUnsafeBytes { bytes in
      cmark_markdown_to_html(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
    guard let text else { return 0 }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return strlen(text)
  }
}
