import FileAccess
import Glibc
import TestFolders
import Testing

@testable import PreviewServer

/// The server over real connections.
@Suite(.serialized) struct ServerTests {
  @Test func pagesAreServedWithTheHeadersThatKeepThemIn() async throws {
    try await Running.with(records: oneRecord) { running in
      let index = await running.get("")
      #expect(status(index) == 200)
      for header in [
        "Cache-Control: no-store", "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
        "Cross-Origin-Resource-Policy: same-origin", "script-src 'self'", "frame-ancestors 'none'",
      ] { #expect(index.contains(header), "\(header)") }
      #expect(!index.contains("unsafe-inline") && !index.contains("unsafe-eval"))
      let page = await running.get("page/1?template=plain")
      #expect(page.hasSuffix("\r\n\r\nplain:one"))
      #expect(page.contains("script-src 'none'") && page.contains("Content-Type: text/html"))
      #expect(page.contains("Cache-Control: no-store"))
      let source = await running.get("source/2")
      #expect(source.contains("Content-Type: text/plain") && source.hasSuffix("\r\n\r\ntwo"))
    }
  }

  @Test(arguments: [
    ("../../etc/passwd", 404), ("%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404), ("..%5c..%5cwindows", 404),
    ("page/..%2f1", 404), ("page/../1", 404), ("source/%31", 404), ("source//etc/passwd", 404), ("source/01", 404),
    ("source/+1", 404), ("source/-1", 404), ("source/99999999999999999999", 404), ("source/3", 404), ("source/1/", 404),
    ("source", 404), ("page/1?template=../../plain", 404), ("page/1?template=%00", 404),
    ("page/1?as-of=2026-02-30", 400),
    ("page/1?as-of=x", 400), ("Assets/index.html", 404), ("index.html", 404), ("%", 404), ("page/1?template=%", 400),
  ])
  func noAddressBecomesAPath(path: String, expected: Int) async throws {
    try await Running.with(records: oneRecord) { running in
      let answer = await running.get(path)
      #expect(status(answer) == expected)
      #expect(!answer.contains("root:"))
    }
  }

  @Test func aLinkOutOfTheFolderIsNotFollowed() async throws {
    let folder = try TestFolder()
    let elsewhere = try TestFolder()
    try elsewhere.write("secret", to: "other.json")
    try folder.write("fine", to: "a.json")
    symlink("\(elsewhere.path)/other.json", "\(folder.path)/b.json")
    symlink("\(folder.path)/a.json", "\(folder.path)/c.json")
    try await Running.with(records: .path(folder.path)) { running in
      #expect(await running.get("source/1").hasSuffix("fine"))
      #expect(status(await running.get("source/2")) == 404)
      let state = await running.get("state.json/2")
      #expect(state.contains("leads out of the folder") && !state.contains("secret"))
      #expect(await running.get("source/3").hasSuffix("fine"))
    }
  }

  @Test func wrongRequestsOverTheWire() async throws {
    try await Running.with(records: oneRecord) { running in
      let big = String(repeating: "a", count: 20_000)
      let table: [(String, Int)] = [
        (running.request(host: "evil.example"), 403), (running.request(headers: ["Origin: http://evil.example"]), 403),
        (running.request(method: "POST"), 405), (running.request(headers: ["Upgrade: websocket"]), 400),
        (running.request(headers: ["X: \(big)"]), 431), (running.request("/" + big), 431),
        (running.request("/" + big.prefix(3000)), 414),
        (running.request(headers: ["Content-Length: 5"]) + "hello", 413), (running.request("/"), 404),
        (running.request(headers: (0..<70).map { "H\($0): x" }), 431), ("nonsense\r\n\r\n", 400),
        (String(repeating: "x", count: 70_000), 431),
      ]
      for (request, expected) in table {
        let answer = await exchange(request, port: running.port)
        #expect(status(answer) == expected, "\(request.prefix(80))")
        #expect(!answer.contains("legbrief") && !answer.contains(running.token.text), "\(request.prefix(80))")
      }
    }
  }

  @Test func headHasNoBodyAndConnectionsAreUsedAgain() async throws {
    try await Running.with(records: oneRecord) { running in
      let head = await exchange(running.request(method: "HEAD"), port: running.port)
      #expect(status(head) == 200 && head.hasSuffix("\r\n\r\n") && head.contains("Content-Length: "))
      let client = try #require(RawClient(port: running.port))
      // Two requests in one piece, then another in two.
      let first = running.request(running.path + "source/1", close: false)
      client.send(first + running.request(running.path + "source/2", close: false))
      var text = ""
      while !(text.hasSuffix("two")) {
        let piece = await client.receive()
        if piece.isEmpty { break }
        text += piece
      }
      #expect(text.components("HTTP/1.1 200") == 2)
      client.send(String(first.prefix(20)))
      try await Task.sleep(for: .milliseconds(50))
      client.send(String(first.dropFirst(20)))
      #expect(await client.receive().hasSuffix("one"))
    }
  }

  @Test func slowClientsAreCutAndBlockNobody() async throws {
    var limits = Running.patient
    limits.head = .milliseconds(700)
    try await Running.with(records: oneRecord, limits: limits) { running in
      var slow: [RawClient] = []
      for _ in 0..<200 {
        guard let client = RawClient(port: running.port) else { break }
        client.send("GET / HTTP/1.1\r\nHost: ")
        slow.append(client)
      }
      // The haste is for everybody: on a busy machine a good client may have to come again.
      #expect(await running.comes { status(await running.get("source/1")) == 200 })
      // A byte now and then does not buy time.
      for _ in 0..<20 {
        for client in slow { client.send("a") }
        try await Task.sleep(for: .milliseconds(100))
      }
      let text = await slow[0].receive()
      #expect(text.isEmpty)
      #expect(await running.comes { status(await running.get("source/1")) == 200 })
    }
  }

  @Test func tooManyConnectionsMakeRoomForTheNext() async throws {
    var limits = Running.patient
    limits.count = 8
    try await Running.with(records: oneRecord, limits: limits) { running in
      let slow = (0..<40).compactMap { _ in RawClient(port: running.port) }
      for client in slow { client.send("GET / HT") }
      #expect(slow.count == 40)
      #expect(status(await running.get("source/1")) == 200)
    }
  }

  @Test func eventsSayWhichVersionThereIs() async throws {
    let folder = try TestFolder()
    try folder.write("a:", to: "a.t")
    try await Running.with(records: oneRecord, source: TestSource(folder: folder.path)) { running in
      let client = try #require(RawClient(port: running.port))
      client.send(running.request(running.path + "events"))
      var text = ""
      while !text.contains("event: version") {
        let piece = await client.receive()
        try #require(!piece.isEmpty)
        text += piece
      }
      #expect(text.contains("text/event-stream") && text.contains("retry: ") && text.contains("id: "))
      try folder.write("b:", to: "a.t")
      await running.workspace.refresh(templates: true, records: false)
      let version = await running.workspace.version
      while !text.contains("data: \(version)\n") {
        let piece = await client.receive()
        try #require(!piece.isEmpty)
        text += piece
      }
    }
  }

  @Test func onlyThisMachineIsListenedTo() async throws {
    try await Running.with(records: oneRecord) { running in
      #expect(running.server.address == "http://127.0.0.1:\(running.port)/\(running.token.text)/")
      let ports = String(decoding: try Disk().read("/proc/net/tcp", limit: 1 << 20), as: UTF8.self)
      let hexadecimal = String(running.port, radix: 16, uppercase: true)
      let port = String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
      #expect(ports.contains("0100007F:\(port) 00000000:0000 0A"))
      #expect(!ports.contains("00000000:\(port) 00000000:0000 0A"))
    }
  }

  @Test func aPortThatIsTakenIsSaid() async throws {
    try await Running.with(records: oneRecord) { running in
      #expect(throws: (any Error).self) {
        try PreviewServer(running.workspace, port: running.port, token: Token(), templateFolders: [])
      }
    }
  }

  @Test func nothingIsWritten() async throws {
    let folder = try TestFolder()
    try folder.write("one", to: "one.json")
    try folder.write("a:", to: "a.t")
    let before = folder.listing
    try await Running.with(
      records: .path(folder.path), source: TestSource(folder: folder.path), templateFolders: [folder.path]
    ) { running in
      for path in [
        "", "records.json", "state.json/1", "page/1?template=a", "text/1?template=a", "why.json/1?template=a",
      ] {
        #expect(status(await running.get(path)) == 200, "\(path)")
      }
      #expect(running.told.text.isEmpty)
    }
    #expect(folder.listing == before)
  }
}

extension String {
  func components(_ part: String) -> Int {
    var (count, rest) = (0, self[...])
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
