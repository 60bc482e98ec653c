import Testing

@testable import PreviewServer

/// What is read of a request, and what is refused before anybody looks at it.
@Suite struct RequestHeadTests {
  private func head(_ text: String) throws(RequestHead.Fault) -> RequestHead { try RequestHead(Array(text.utf8)) }

  @Test func aRequestIsRead() throws {
    let head = try head(
      "GET /a/b?template=x%20y&as-of=2026-01-02&flag HTTP/1.1\r\nHost: h:1\r\nX-Thing:  two words \r\nConnection: close"
    )
    #expect(head.method == "GET")
    #expect(head.path == "/a/b")
    #expect(head.query == ["template": "x y", "as-of": "2026-01-02", "flag": ""])
    #expect(head.headers["x-thing"] == "two words")
    #expect(!head.keepsAlive)
  }

  @Test(
    arguments: [
      ("", .malformed), ("GET", .malformed), ("GET / HTTP/2", .malformed), ("GET  / HTTP/1.1", .malformed),
      ("GET http://x/ HTTP/1.1", .malformed), ("G T / HTTP/1.1", .malformed), ("GET / HTTP/1.1\nHost: x", .malformed),
      ("GET / HTTP/1.1\r\nHost: a\r\nHost: b", .malformed), ("GET / HTTP/1.1\r\nHost: a\r\nhost: b", .malformed),
      ("GET / HTTP/1.1\r\n Folded: a", .malformed), ("GET / HTTP/1.1\r\nNo colon", .malformed),
      ("GET / HTTP/1.1\r\nHost : a", .malformed), ("GET / HTTP/1.1\r\nA: \u{0}", .malformed),
      ("GET /\u{e9} HTTP/1.1", .malformed), ("GET /?a=%zz HTTP/1.1", .malformed), ("GET /?a=%ff HTTP/1.1", .malformed),
      ("GET / HTTP/1.1\r\nContent-Length: 1", .body), ("GET / HTTP/1.1\r\nTransfer-Encoding: chunked", .body),
      ("GET / HTTP/1.1\r\nUpgrade: websocket", .upgrade),
      ("GET /\(String(repeating: "a", count: 2048)) HTTP/1.1", .targetTooLong),
      ("GET / HTTP/1.1" + String(repeating: "\r\nA: b", count: 65), .tooLarge),
    ] as [(String, RequestHead.Fault)])
  func whatCouldBeReadInTwoWaysIsRefused(text: String, fault: RequestHead.Fault) {
    #expect(throws: fault) { try head(text) }
  }
}
