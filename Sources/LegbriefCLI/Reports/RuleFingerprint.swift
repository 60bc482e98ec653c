import ClinicalRules
import Crypto
import ReportBuilder

/// SHA-256 in hexadecimal, as `sha256sum` prints it.
enum Digest {
  static func hex(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

/// The fingerprint of a rule: SHA-256 of its canonical text.
enum RuleFingerprint {
  static func of(_ canonicalText: String) -> String { Digest.hex(Array(canonicalText.utf8)) }

  /// Of all rules of the program; worked out when it is first asked for.
  static let shipped = RuleSetFingerprint(of: LegbriefRules.book, by: of)
}
