import Testing

@testable import PreviewServer

/// Who is answered at all.
@Suite struct GateTests {
  private let token = Token("00112233445566778899aabbccddeeff")

  private static let own = "/00112233445566778899aabbccddeeff"

  @Test(
    arguments: [
      (own + "/", ["Host: 127.0.0.1:8123"], "to "), (own + "/page/1", ["Host: localhost:8123"], "to page/1"),
      (own + "/", ["Host: LOCALHOST:8123", "Origin: http://localhost:8123"], "to "),
      (own + "/", ["Host: 127.0.0.1:8123", "Sec-Fetch-Site: same-origin"], "to "),
      (own + "/", ["Host: 127.0.0.1:8123", "Sec-Fetch-Site: none"], "to "),
      // DNS rebinding, other ports, no host at all
      (own + "/", ["Host: evil.example"], "403"), (own + "/", ["Host: evil.example:8123"], "403"),
      (own + "/", ["Host: 127.0.0.1"], "403"), (own + "/", ["Host: 127.0.0.1:8124"], "403"), (own + "/", [], "403"),
      (own + "/", ["Host: 127.0.0.1:8123.evil.example"], "403"), (own + "/", ["Host: [::1]:8123"], "403"),
      // Pages of others
      (own + "/", ["Host: 127.0.0.1:8123", "Origin: http://evil.example"], "403"),
      (own + "/", ["Host: 127.0.0.1:8123", "Origin: null"], "403"),
      (own + "/", ["Host: 127.0.0.1:8123", "Origin: https://127.0.0.1:8123"], "403"),
      (own + "/", ["Host: 127.0.0.1:8123", "Origin: http://127.0.0.1:9"], "403"),
      (own + "/", ["Host: 127.0.0.1:8123", "Sec-Fetch-Site: cross-site"], "403"),
      (own + "/", ["Host: 127.0.0.1:8123", "Sec-Fetch-Site: same-site"], "403"),
      // Without the secret
      ("/", ["Host: 127.0.0.1:8123"], "404"), (own, ["Host: 127.0.0.1:8123"], "404"),
      ("/00112233445566778899aabbccddeefe/", ["Host: 127.0.0.1:8123"], "404"),
      ("/x" + own + "/", ["Host: 127.0.0.1:8123"], "404"), ("/" + own + "/", ["Host: 127.0.0.1:8123"], "404"),
      ("/index.js", ["Host: 127.0.0.1:8123"], "404"),
      ("/00112233445566778899AABBCCDDEEFF/", ["Host: 127.0.0.1:8123"], "404"),
    ] as [(String, [String], String)])
  func hostOriginAndTokenDecide(path: String, headers: [String], expected: String) throws {
    let gate = Gate(token: try #require(token), port: 8123)
    let request = try RequestHead(Array((["GET \(path) HTTP/1.1"] + headers).joined(separator: "\r\n").utf8))
    let found =
      switch gate.admit(request) {
      case .success(let rest): "to \(rest)"
      case .failure(let refusal): "\(refusal.status)"
      }
    #expect(found == expected)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"])
  func otherMethodsAreRefused(method: String) throws {
    let gate = Gate(token: try #require(token), port: 8123)
    let request = try RequestHead(Array("\(method) \(GateTests.own)/ HTTP/1.1\r\nHost: 127.0.0.1:8123".utf8))
    #expect(throws: Gate.Refusal(405)) { try gate.admit(request).get() }
  }

  @Test func tokensAreRandomAndLong() {
    let tokens = Set((0..<100).map { _ in Token().text })
    #expect(tokens.count == 100)
    #expect(tokens.allSatisfy { $0.utf8.count == 32 })
    #expect(Token("short") == nil)
    #expect(Token(String(repeating: "g", count: 32)) == nil)
  }
}
