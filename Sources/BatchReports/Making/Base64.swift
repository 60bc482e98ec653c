import Crypto

/// RFC 4648 base64 with padding. Foundation has it too, but is not loaded for a report.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  package static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[start + $1]) : 0) }
      for position in 0..<4 {
        text.append(position <= group.count ? alphabet[bits >> (18 - 6 * position) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// SHA-256 in base64, as a content security policy wants it.
  package static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

  package static func sha256(_ bytes: [UInt8]) -> String { text(Array(SHA256.hash(data: bytes))) }
}
