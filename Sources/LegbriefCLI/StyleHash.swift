import Crypto

/// The hash with which a page's content security policy names its one style sheet.
enum StyleHash {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  /// SHA-256 of the bytes in base64 (RFC 4648).
  static func base64(_ bytes: [UInt8]) -> String {
    let digest = Array(SHA256.hash(data: bytes))
    var text = ""
    for start in stride(from: 0, to: digest.count, by: 3) {
      let group = digest[start..<min(start + 3, digest.count)]
      var bits = 0
      for offset in 0..<3 { bits = bits << 8 | (offset < group.count ? Int(group[start + offset]) : 0) }
      for position in 0..<4 {
        text.append(position <= group.count ? alphabet[bits >> (18 - 6 * position) & 63] : "=")
      }
    }
    return text
  }
}
