import ClinicalRecord
import FileAccess

@testable import PreviewServer

/// A preview that runs for the time of one test.
struct Running {
  let server: PreviewServer
  let workspace: Workspace
  let told: Told
  let token: Token

  var port: UInt16 { server.port }
  var path: String { "/\(token.text)/" }

  /// A busy machine may serve a test late; only tests of slow clients hurry them.
  static var patient: OpenConnections.Limits {
    var limits = OpenConnections.Limits()
    (limits.head, limits.idle, limits.write) = (.seconds(900), .seconds(900), .seconds(900))
    return limits
  }

  static func with(
    records: RecordPlaces, source: TestSource = TestSource(), templateFolders: [String] = [], isPolling: Bool = false,
    limits: OpenConnections.Limits = Running.patient, _ body: (Running) async throws -> Void
  ) async throws {
    let told = Told()
    let workspace = try Workspace(source, records: records, asOf: nil, files: Disk(), tell: told.add)
    let token = Token()
    let server = try PreviewServer(
      workspace, port: 0, token: token, templateFolders: templateFolders, isPolling: isPolling, limits: limits)
    let task = Task { await server.run() }
    defer { task.cancel() }
    try await body(Running(server: server, workspace: workspace, told: told, token: token))
  }

  /// A request with nothing wrong about it but what is handed in.
  func request(
    _ path: String? = nil, method: String = "GET", host: String? = nil, headers: [String] = [], close: Bool = true
  ) -> String {
    let lines =
      ["\(method) \(path ?? self.path) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")"] + headers
      + (close ? ["Connection: close"] : [])
    return lines.joined(separator: "\r\n") + "\r\n\r\n"
  }

  func get(_ path: String) async -> String { await exchange(request(self.path + path), port: port) }

  /// Waits until something holds that comes by itself; false when it never does.
  func comes(_ holds: () async -> Bool) async -> Bool {
    for _ in 0..<3_000 {
      if await holds() { return true }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return false
  }
}

let oneRecord = RecordPlaces.builtin([("one.json", Array("one".utf8)), ("two.json", Array("two".utf8))])
