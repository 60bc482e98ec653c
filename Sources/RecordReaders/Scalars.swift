import ClinicalRecord

/// Numbers, days and times from the bytes of the input, without a string in between.
enum Scalars {
  /// Powers of ten that a Double holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// The number nearest to what is written; nil when it is beyond the range of Double or absurdly long.
  ///
  /// Up to 15 digits with a power of ten up to 22 are exact in Double, and so is their one product or quotient rounded
  /// correctly (Clinger 1990); everything else goes through the standard library.
  static func number(_ range: Range<Int>, in bytes: [UInt8]) -> Double? {
    guard range.count <= 100 else { return nil }
    var mantissa = 0
    var digits = 0
    var power = 0
    var index = range.lowerBound
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var afterPoint = false
    while index < range.upperBound {
      let byte = bytes[index]
      if (0x30...0x39).contains(byte) {
        if digits > 0 || byte != 0x30 { digits += 1 }
        guard digits <= 15 else { return slowly(range, bytes) }
        mantissa = mantissa * 10 + Int(byte & 0x0F)
        if afterPoint { power -= 1 }
      } else if byte == UInt8(ascii: ".") {
        afterPoint = true
      } else {
        return slowly(range, bytes)
      }
      index += 1
    }
    guard -power < powers.count else { return slowly(range, bytes) }
    let value = Double(mantissa) / powers[-power]
    return isNegative && value != 0 ? -value : value
  }

  private static func slowly(_ range: Range<Int>, _ bytes: [UInt8]) -> Double? {
    guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else { return nil }
    return value == 0 ? 0 : value
  }

  /// `YYYY-MM-DD`; nil for anything else.
  static func day(_ range: Range<Int>, in bytes: [UInt8]) -> Day? {
    guard range.count == 10 else { return nil }
    return dayPrefix(range, in: bytes)
  }

  /// The day of `YYYY-MM-DD`, or of `YYYY-MM-DDTHH:MM` with optional seconds, fraction and zone (RFC 3339).
  static func dayOrDateTime(_ range: Range<Int>, in bytes: [UInt8]) -> Day? {
    guard range.count > 10 else { return day(range, in: bytes) }
    let start = range.lowerBound
    let separator = bytes[start + 10]
    guard range.count >= 16, range.count <= 40, separator | 0x20 == UInt8(ascii: "t") || separator == 0x20,
      time(start + 11..<start + 16, in: bytes) != nil
    else { return nil }
    for byte in bytes[start + 16..<range.upperBound] {
      switch byte {
      case 0x30...0x39, UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "Z"),
        UInt8(ascii: "z"):
        continue
      default: return nil
      }
    }
    return dayPrefix(range, in: bytes)
  }

  /// `HH:MM` in minutes after midnight.
  static func time(_ range: Range<Int>, in bytes: [UInt8]) -> Int? {
    let start = range.lowerBound
    guard range.count == 5, bytes[start + 2] == UInt8(ascii: ":"), let hour = digits(start..<start + 2, bytes),
      let minute = digits(start + 3..<start + 5, bytes), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  private static func dayPrefix(_ range: Range<Int>, in bytes: [UInt8]) -> Day? {
    let start = range.lowerBound
    guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      let year = digits(start..<start + 4, bytes), let month = digits(start + 5..<start + 7, bytes),
      let day = digits(start + 8..<start + 10, bytes)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func digits(_ range: Range<Int>, _ bytes: [UInt8]) -> Int? {
    var value = 0
    for index in range {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] & 0x0F)
    }
    return value
  }
}
