import Crypto

/// The fingerprint of a rule: SHA-256 of its canonical text in hexadecimal, as `sha256sum` prints it.
enum RuleFingerprint {
  static func of(_ canonicalText: String) -> String {
    SHA256.hash(data: Array(canonicalText.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
