import ClinicalRecord

/// What goes back to the browser.
struct Response: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    /// Server-sent events until the browser or the server goes away.
    case events(AsyncStream<String>)
  }

  var status: Int
  var headers: [(name: String, value: String)]
  var body: Body

  init(_ status: Int = 200, type: String, _ bytes: [UInt8], headers: [(name: String, value: String)] = []) {
    self.status = status
    self.headers = [("Content-Type", type)] + headers
    body = .bytes(bytes)
  }

  init(events: AsyncStream<String>) {
    status = 200
    headers = [("Content-Type", "text/event-stream; charset=utf-8")]
    body = .events(events)
  }

  static func json(_ value: JSONValue) -> Response {
    Response(type: "application/json; charset=utf-8", Array(value.compact.utf8))
  }

  /// Text as it is, never read as markup.
  static func text(_ bytes: [UInt8]) -> Response {
    Response(type: "text/plain; charset=utf-8", bytes)
  }

  /// A refusal: its status and the words of the status, nothing that tells what there is.
  static func refusal(_ status: Int, headers: [(name: String, value: String)] = []) -> Response {
    Response(
      status, type: "text/plain; charset=utf-8", Array("\(status) \(reason(status))\n".utf8), headers: headers)
  }

  /// What every answer carries: nothing is kept, guessed, framed by others or told to them.
  private static let always = [
    ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("X-Frame-Options", "SAMEORIGIN"),
  ]

  /// The status line and headers with the empty line behind them.
  func head(keepsAlive: Bool) -> [UInt8] {
    var lines = ["HTTP/1.1 \(status) \(Response.reason(status))"]
    lines += (headers + Response.always).map { "\($0.name): \($0.value)" }
    if case .bytes(let bytes) = body { lines.append("Content-Length: \(bytes.count)") }
    lines.append("Connection: \(keepsAlive ? "keep-alive" : "close")")
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 431: "Request Header Fields Too Large"
    default: "Error"
    }
  }
}

extension RequestHead.Fault {
  var status: Int {
    switch self {
    case .malformed, .upgrade: 400
    case .targetTooLong: 414
    case .tooLarge: 431
    case .body: 413
    }
  }
}
