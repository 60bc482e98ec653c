package import ClinicalRecord
import Diagnostics
import Dispatch
package import FileAccess

/// What the preview knows at this moment: the templates, the records, and the last good pages of what was shown.
///
/// The one place of the server that changes. Making a report happens outside of it, so that a slow record keeps nobody waiting.
package actor Workspace {
  /// What a tab shows.
  struct View: Hashable, Sendable {
    var record: Int
    var template: String
    var asOf: Day?
  }

  /// What is to be shown for a view.
  struct Shown: Sendable {
    /// Of the whole preview: another one after every change.
    var version: String
    /// The report, or the last good one of the view; nil where there never was one.
    var report: MadeReport?
    /// Of the report's page, or its text.
    var digest: String
    /// As the terminal shows them; empty where the report is current.
    var errors: String
    var warnings: String
  }

  private struct Kept {
    /// Of record and templates.
    var state: String
    var attempt: ReportAttempt
    var good: MadeReport?
    var digest: String
  }

  private let source: any PreviewSource
  private let scan: RecordScan
  private let asOf: Day?
  private let tell: @Sendable (String) -> Void
  /// Another one in every run, so that a page of an earlier run is never taken for current.
  private let launch = String(Token().text.prefix(8))

  private var number = 0
  private(set) var templates: any PreviewTemplates
  private(set) var records: [RecordEntry] = []
  private(set) var positions: [Int: Int] = [:]
  private var nextID = 1
  /// A file of lines as it was last looked through.
  private var lineFile: FileStamp?
  /// Why the records could not be listed.
  private var recordsFault: FileError?
  private var kept: [View: Kept] = [:]
  /// The views of `kept`, the latest last.
  private var recent: [View] = []
  private var told: Set<String> = []
  /// Whether any template had an error when the terminal was last told.
  private var hadErrors = false
  private var subscribers: [Int: AsyncStream<String>.Continuation] = [:]
  private var nextSubscriber = 0
  private var isSurveying = false
  /// No record before this position is without a summary.
  private var surveyed = 0
  private let surveyQueue = DispatchQueue(label: "legbrief.preview.survey", qos: .utility)

  /// How many views keep their last good report.
  static let mostKept = 24

  /// - Parameters:
  ///   - asOf: the day of all reports; nil for the records' own.
  ///   - tell: takes what the terminal shows.
  /// - Throws: where the records cannot be listed.
  package init(
    _ source: any PreviewSource, records places: RecordPlaces, asOf: Day?, files: any FileSystem & Sendable,
    tell: @escaping @Sendable (String) -> Void
  ) throws(FileError) {
    self.source = source
    self.asOf = asOf
    self.tell = tell
    scan = RecordScan(places: places, files: files)
    templates = source.templates(otherThan: "") ?? NoTemplates()
    let found = try scan.entries(known: [], nextID: &nextID, file: &lineFile)
    records = found
    positions = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.id, $0) })
    let diagnostics = templates.diagnostics
    if !diagnostics.isEmpty { tell(Workspace.text(diagnostics)) }
    told = Set(diagnostics.map(DiagnosticPrinter.text))
    hadErrors = diagnostics.contains { $0.severity == .error }
  }

  var version: String { "\(launch)-\(number)" }
  var defaultDay: Day? { asOf }
  var keptViews: Int { kept.count }

  static func text(_ diagnostics: [Diagnostic]) -> String { diagnostics.map(DiagnosticPrinter.text).joined() }

  func record(_ id: Int) -> RecordEntry? { positions[id].map { records[$0] } }

  // MARK: Changes

  /// Looks again at what may have changed; true when something had.
  ///
  /// - Parameter byContent: reads the records that are shown, for file systems whose times cannot be relied on.
  @discardableResult
  package func refresh(templates isTemplates: Bool, records isRecords: Bool, byContent: Bool = false) async -> Bool {
    var changed = false
    var isNewTemplates = false
    // Reading and checking happen outside: whoever asks for a page meanwhile is not kept waiting.
    if isTemplates, let fresh = await Workspace.fresh(source, digest: templates.digest) {
      changed = true
      isNewTemplates = true
      templates = fresh
      told = []
    }
    if isRecords {
      let (result, next, file) = await Workspace.found(scan, known: records, nextID: nextID, file: lineFile)
      (nextID, lineFile) = (next, file)
      switch result {
      case .success(let found): if take(found) { changed = true }
      case .failure(let error) where recordsFault != error:
        changed = true
        recordsFault = error
        (records, positions) = ([], [:])
        announce([error.diagnostic])
      case .failure: break
      }
    }
    if byContent, !changed {
      for view in recent.suffix(4) {
        guard let entry = record(view.record), let old = kept[view] else { continue }
        if Workspace.read(entry, scan).0.map(state) ?? "unreadable" != old.state {
          changed = true
          if let position = positions[view.record] { records[position].summary = nil }
          surveyed = 0
        }
      }
    }
    guard changed else { return false }
    number += 1
    send("id: \(version)\nevent: version\ndata: \(version)\n\n")
    survey()
    if isNewTemplates { Task { await announceTemplates(templates.digest) } }
    return true
  }

  /// Checking all templates waits until the one that is looked at has been served.
  private static let patience = Duration.milliseconds(150)

  /// Tells the terminal every fault of every template, unless they have changed again.
  private func announceTemplates(_ digest: String) async {
    try? await Task.sleep(for: Workspace.patience)
    guard digest == templates.digest else { return }
    let found = await Workspace.diagnostics(of: templates)
    guard digest == templates.digest else { return }
    announce(found)
    let hasErrors = found.contains { $0.severity == .error }
    if hadErrors, !hasErrors { tell("templates: no errors left\n") }
    hadErrors = hasErrors
  }

  private static nonisolated func diagnostics(of templates: any PreviewTemplates) async -> [Diagnostic] {
    templates.diagnostics
  }

  private static nonisolated func fresh(
    _ source: any PreviewSource, digest: String
  ) async -> (any PreviewTemplates)? { source.templates(otherThan: digest) }

  private static nonisolated func found(
    _ scan: RecordScan, known: [RecordEntry], nextID: Int, file: FileStamp?
  ) async -> (Result<[RecordEntry], FileError>, nextID: Int, file: FileStamp?) {
    var (nextID, file) = (nextID, file)
    do throws(FileError) {
      return (.success(try scan.entries(known: known, nextID: &nextID, file: &file)), nextID, file)
    } catch {
      return (.failure(error), nextID, nil)
    }
  }

  /// Puts a new list in place; false when it is the one that was there.
  private func take(_ found: [RecordEntry]) -> Bool {
    let hadFault = recordsFault != nil
    recordsFault = nil
    let isSame =
      found.count == records.count
      && zip(found, records).allSatisfy { $0.id == $1.id && $0.stamp == $1.stamp && $0.source == $1.source }
    guard !isSame else { return hadFault }
    // What the survey found out meanwhile still holds where the content does.
    records = found.map { entry in
      guard entry.summary == nil, let now = record(entry.id), now.stamp == entry.stamp else { return entry }
      var entry = entry
      entry.summary = now.summary
      return entry
    }
    positions = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.id, $0) })
    surveyed = 0
    return true
  }

  /// The folders whose changes matter for records.
  package nonisolated func recordFolders() async -> [String] { scan.folders() }

  /// Tells the terminal what it has not been told since the last change of the templates.
  private func announce(_ diagnostics: [Diagnostic]) {
    let fresh = diagnostics.map(DiagnosticPrinter.text).filter { told.insert($0).inserted }
    if !fresh.isEmpty { tell(fresh.joined()) }
  }

  // MARK: Reports

  /// The report of a view as it is now; with its errors, and the last good one, where there is none.
  func shown(_ view: View) async -> Shown? {
    guard let entry = record(view.record) else { return nil }
    guard templates.names.contains(view.template) || kept[view] != nil else { return nil }
    // Whatever changes while a report is made asks for another; a storm of saves ends some time.
    for _ in 0..<8 {
      let templates = templates
      let (text, fault) = Workspace.read(entry, scan)
      let state = text.map(state) ?? "unreadable"
      if kept[view]?.state == state { break }
      let attempt =
        if let text {
          await Workspace.attempt(templates, text, view.template, view.asOf ?? asOf)
        } else {
          ReportAttempt(made: nil, diagnostics: [fault].compactMap { $0 })
        }
      guard templates.digest == self.templates.digest else { continue }
      keep(attempt, state, for: view)
    }
    recent.removeAll { $0 == view }
    recent.append(view)
    guard let now = kept[view] else { return nil }
    let errors = now.attempt.diagnostics.filter { $0.severity == .error }
    let warnings = now.attempt.diagnostics.filter { $0.severity != .error }
    announce(now.attempt.diagnostics)
    return Shown(
      version: version, report: now.attempt.made ?? now.good, digest: now.digest, errors: Workspace.text(errors),
      warnings: Workspace.text(warnings))
  }

  /// Outside of the actor.
  private static nonisolated func attempt(
    _ templates: any PreviewTemplates, _ text: RecordText, _ template: String, _ asOf: Day?
  ) async -> ReportAttempt { templates.report(text, template: template, asOf: asOf) }

  /// The bytes of a record, or why there are none.
  static func read(_ entry: RecordEntry, _ scan: RecordScan) -> (RecordText?, Diagnostic?) {
    if let fault = scan.outside(entry) { return (nil, fault) }
    do throws(FileError) { return (try entry.read(scan.files), nil) } catch { return (nil, error.diagnostic) }
  }

  private func state(of text: RecordText) -> String { contentDigest(text.bytes, Array(templates.digest.utf8)) }

  private func keep(_ attempt: ReportAttempt, _ state: String, for view: View) {
    let good = attempt.made ?? kept[view]?.good
    let digest = good.map { contentDigest($0.page ?? $0.text) } ?? "none"
    kept[view] = Kept(state: state, attempt: attempt, good: good, digest: digest)
    while kept.count > Workspace.mostKept, let oldest = recent.first(where: { kept[$0] != nil && $0 != view }) {
      kept[oldest] = nil
      recent.removeAll { $0 == oldest }
    }
  }

  /// What stands behind the statements of a view's page.
  func why(_ view: View) async -> JSONValue? {
    guard let entry = record(view.record), let text = Workspace.read(entry, scan).0 else { return nil }
    return await Workspace.why(templates, text, view.template, view.asOf ?? asOf)
  }

  private static nonisolated func why(
    _ templates: any PreviewTemplates, _ text: RecordText, _ template: String, _ asOf: Day?
  ) async -> JSONValue? { templates.why(text, template: template, asOf: asOf) }

  /// What all rules say of a view's record.
  func verdicts(_ view: View) async -> [UInt8]? {
    guard let entry = record(view.record), let text = Workspace.read(entry, scan).0 else { return nil }
    return await Workspace.verdicts(templates, text, view.template, view.asOf ?? asOf)
  }

  private static nonisolated func verdicts(
    _ templates: any PreviewTemplates, _ text: RecordText, _ template: String, _ asOf: Day?
  ) async -> [UInt8]? { templates.verdicts(text, template: template, asOf: asOf) }

  func fields(of template: String) -> [UsedField]? {
    templates.names.contains(template) ? templates.fields(of: template) : nil
  }

  /// The bytes of a record as they are now.
  func text(of id: Int) -> RecordText? { record(id).flatMap { Workspace.read($0, scan).0 } }

  // MARK: Index

  /// Looks through the records that nobody has looked at, one after the other, with the rest of the program going first.
  func survey() {
    guard !isSurveying else { return }
    isSurveying = true
    Task { await surveyAll() }
  }

  private func surveyAll() async {
    var last = ContinuousClock.now
    while let entry = nextUnknown() {
      let (source, scan, asOf) = (source, scan, asOf)
      let summary = await withCheckedContinuation { continuation in
        surveyQueue.async {
          let (text, fault) = Workspace.read(entry, scan)
          continuation.resume(
            returning: text.map { source.summary(of: $0, asOf: asOf) }
              ?? RecordSummary(identifier: nil, rank: 0, words: "cannot be read", faults: [fault].compactMap { $0 }))
        }
      }
      if let position = positions[entry.id], records[position].stamp == entry.stamp {
        records[position].summary = summary
      }
      if ContinuousClock.now - last > .milliseconds(500) {
        last = .now
        send("event: index\ndata: \(version)\n\n")
      }
    }
    isSurveying = false
    send("event: index\ndata: \(version)\n\n")
  }

  private func nextUnknown() -> RecordEntry? {
    while surveyed < records.count, records[surveyed].summary != nil { surveyed += 1 }
    return surveyed < records.count && !subscribers.isEmpty ? records[surveyed] : nil
  }

  // MARK: Events

  /// Server-sent events from now on; the first says which version there is.
  func subscribe() -> AsyncStream<String> {
    nextSubscriber += 1
    let number = nextSubscriber
    let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(64))
    continuation.onTermination = { _ in Task { await self.unsubscribe(number) } }
    subscribers[number] = continuation
    continuation.yield("retry: 500\nid: \(version)\nevent: version\ndata: \(version)\n\n")
    survey()
    return stream
  }

  private func unsubscribe(_ number: Int) { subscribers[number] = nil }

  private func send(_ event: String) { for subscriber in subscribers.values { subscriber.yield(event) } }

  /// Keeps lines open, and finds out which browsers have gone.
  func beat() { send(": still here\n\n") }

  /// Ends all lines.
  package func end() {
    for subscriber in subscribers.values { subscriber.finish() }
    subscribers = [:]
  }
}
