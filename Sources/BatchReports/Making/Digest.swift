import Crypto

/// SHA-256 in hexadecimal, as `sha256sum` prints it.
package enum Digest {
  package static func hex(_ bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

  package static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// The fingerprint of a rule: SHA-256 of its canonical text.
package enum RuleFingerprint {
  package static func of(_ canonicalText: String) -> String { Digest.hex(Array(canonicalText.utf8)) }
}
