/// Decides whether a request may be answered at all, before anybody looks at what it asks for.
///
/// The server listens on loopback alone, which does not keep out other programs' pages in the same browser: a page elsewhere can send
/// requests here (cross-site), or give its own name this address (DNS rebinding). So the address holds a secret, the Host must be this
/// server, and what a browser says of the asking page must not speak against it.
struct Gate: Sendable {
  let token: Token
  private let hosts: Set<String>
  private let origins: Set<String>

  init(token: Token, port: UInt16) {
    self.token = token
    hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
    origins = Set(hosts.map { "http://\($0)" })
  }

  /// The path behind the token; or the refusal, which says nothing of what there is.
  func admit(_ request: RequestHead) -> Result<Substring, Refusal> {
    guard let host = request.headers["host"], hosts.contains(host.lowercased()) else { return .failure(Refusal(403)) }
    if let origin = request.headers["origin"], !origins.contains(origin.lowercased()) {
      return .failure(Refusal(403))
    }
    // "none" is an address that was typed, "same-origin" a page of ours; browsers that say nothing are judged by the token.
    if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" {
      return .failure(Refusal(403))
    }
    guard request.method == "GET" || request.method == "HEAD" else { return .failure(Refusal(405)) }
    // Paths of ours are letters, digits, dots and hyphens: what is written otherwise names nothing.
    let path = request.path.dropFirst()
    let first = path.prefix { $0 != "/" }
    guard token.matches(first), path.count > first.count else { return .failure(Refusal(404)) }
    return .success(path.dropFirst(first.count + 1))
  }

  struct Refusal: Error, Hashable {
    var status: Int

    init(_ status: Int) { self.status = status }

    var response: Response { .refusal(status, headers: status == 405 ? [("Allow", "GET, HEAD")] : []) }
  }
}

/// The secret part of the address: 128 random bits.
package struct Token: Sendable, Hashable {
  package let text: String

  package init() {
    var generator = SystemRandomNumberGenerator()
    let digits = Array("0123456789abcdef")
    text = String((0..<32).map { _ in digits[Int.random(in: 0..<16, using: &generator)] })
  }

  /// A token that the user has chosen; nil unless it has 32 digits of base 16.
  package init?(_ text: String) {
    guard text.utf8.count == 32, text.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    self.text = text.lowercased()
  }

  /// Takes the same time wherever the first difference stands.
  func matches(_ written: some StringProtocol) -> Bool {
    let (own, other) = (Array(text.utf8), Array(written.utf8))
    guard own.count == other.count else { return false }
    return zip(own, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
