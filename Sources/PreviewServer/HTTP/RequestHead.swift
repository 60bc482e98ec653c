/// The head of one HTTP/1.1 request, read strictly: whatever two programs could read in two ways is refused.
///
/// Source: RFC 9112.
struct RequestHead: Sendable, Hashable {
  var method: String
  /// As written, before anything is decoded.
  var path: String
  /// Names and values, decoded.
  var query: [String: String]
  /// By names in small letters.
  var headers: [String: String]

  /// Why a head is refused; each is one status.
  enum Fault: Error, Hashable {
    case malformed
    case targetTooLong
    case tooLarge
    /// A body, or a change to another protocol: nothing here takes either.
    case body, upgrade
  }

  /// The most bytes that a head may have, its end included.
  static let mostBytes = 16 << 10
  static let mostHeaders = 64
  static let longestTarget = 2048

  /// - Parameter bytes: the head without the empty line at its end.
  init(_ bytes: some Collection<UInt8>) throws(Fault) {
    guard bytes.allSatisfy({ $0 == 0x0D || $0 == 0x0A || $0 == 0x09 || (0x20..<0x7F).contains($0) }) else {
      throw .malformed
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    guard !lines.isEmpty, !lines.contains(where: { $0.contains { $0.isNewline } }) else { throw .malformed }
    let parts = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == "HTTP/1.1" || parts[2] == "HTTP/1.0", parts[1].hasPrefix("/"),
      !parts[0].isEmpty, parts[0].allSatisfy(\.isLetter)
    else { throw .malformed }
    guard parts[1].utf8.count <= RequestHead.longestTarget else { throw .targetTooLong }
    guard lines.count <= RequestHead.mostHeaders else { throw .tooLarge }
    method = String(parts[0])
    let target = parts[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(target[0])
    query = try RequestHead.query(target.count > 1 ? target[1] : "")
    headers = try RequestHead.headers(lines)
    guard headers["content-length"] ?? "0" == "0", headers["transfer-encoding"] == nil else { throw .body }
    guard headers["upgrade"] == nil else { throw .upgrade }
  }

  private static func headers(_ lines: [Substring]) throws(Fault) -> [String: String] {
    var headers: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { throw .malformed }
      let name = line[..<colon].lowercased()
      guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else { throw .malformed }
      var value = line[line.index(after: colon)...]
      while value.first == " " || value.first == "\t" { value.removeFirst() }
      while value.last == " " || value.last == "\t" { value.removeLast() }
      // Of two hosts the one that is checked might not be the one that is meant.
      guard headers.updateValue(String(value), forKey: name) == nil else { throw .malformed }
    }
    return headers
  }

  private static func query(_ text: Substring) throws(Fault) -> [String: String] {
    var query: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0]), let value = parts.count > 1 ? decoded(parts[1]) : "" else {
        throw .malformed
      }
      query[name] = value
    }
    return query
  }

  /// Percent signs and plus signs read; nil where that is no UTF-8.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(0x20)
      case UInt8(ascii: "%"):
        guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return nil
        }
        rest = rest.dropFirst(2)
        bytes.append(value)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Whether the other side may send another request on the same connection.
  var keepsAlive: Bool { headers["connection"]?.lowercased() != "close" }
}
