/// HTML escaping written by hand: a scan, and runs between the five characters when there is one.
enum HTMLText {
  static func escaped(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    append(text, to: &output)
    return output
  }

  @inline(__always)
  static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      guard let first = bytes.firstIndex(where: isSpecial) else { return output.append(contentsOf: bytes) }
      appendEscaped(bytes, from: first, to: &output)
    }
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  @inline(never)
  private static func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int, to output: inout [UInt8]) {
    var runStart = 0
    for index in first..<bytes.count where isSpecial(bytes[index]) {
      output.append(contentsOf: bytes[runStart..<index])
      switch bytes[index] {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
      default: output.append(contentsOf: "&#39;".utf8)
      }
      runStart = index + 1
    }
    output.append(contentsOf: bytes[runStart...])
  }
}
