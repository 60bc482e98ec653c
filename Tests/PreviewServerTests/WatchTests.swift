import FileAccess
import TestFolders
import Testing

@testable import PreviewServer

/// Saves as editors do them, seen by themselves: through inotify, and by comparing contents.
@Suite(.serialized) struct WatchTests {
  private func report(_ running: Running, _ record: Int = 1) async -> String? {
    let shown = await running.workspace.shown(.init(record: record, template: "a"))
    return shown?.report.map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test(arguments: [false, true])
  func savesOfEveryKindAreSeen(isPolling: Bool) async throws {
    let (templates, records) = (try TestFolder(), try TestFolder())
    try templates.write("1:", to: "a.t")
    try records.write("one", to: "one.json")
    try await Running.with(
      records: .path(records.path), source: TestSource(folder: templates.path), templateFolders: [templates.path],
      isPolling: isPolling
    ) { running in
      #expect(await report(running) == "1:one")
      try templates.write("2:", to: "a.t")
      #expect(await running.comes { await report(running) == "2:one" }, "in place")
      try templates.rename("3:", to: "a.t")
      #expect(await running.comes { await report(running) == "3:one" }, "renamed")
      try records.rename("uno", to: "one.json")
      #expect(await running.comes { await report(running) == "3:uno" }, "a record")
      try records.write("two", to: "two.json")
      #expect(await running.comes { await running.workspace.records.count == 2 }, "a new record")
      records.makeFolder("in")
      try records.write("three", to: "in/three.json")
      #expect(await running.comes { await running.workspace.records.count == 3 }, "in a new folder")
      records.remove("two.json")
      #expect(await running.comes { await running.workspace.records.count == 2 }, "a record that goes away")
      try templates.write("new:", to: "b.t")
      #expect(await running.comes { await running.workspace.templates.names.contains("b") }, "a new template")
      templates.remove("b.t")
      #expect(
        await running.comes { await !running.workspace.templates.names.contains("b") }, "a template that goes away")
    }
  }

  @Test func aBurstOfSavesEndsWithTheLast() async throws {
    let templates = try TestFolder()
    try templates.write("0:", to: "a.t")
    try await Running.with(
      records: oneRecord, source: TestSource(folder: templates.path), templateFolders: [templates.path]
    ) { running in
      for number in 1...200 { try templates.rename("\(number):", to: "a.t") }
      #expect(await running.comes { await report(running) == "200:one" })
    }
  }
}
