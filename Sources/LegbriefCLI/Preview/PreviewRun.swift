import ClinicalRecord
import ClinicalRules
import Diagnostics
import Dispatch
import FileAccess
import Glibc
import PreviewServer
import RecordWriters
import Synchronization
import SyntheticCohort

/// One run of `legbrief preview`: until Ctrl-C.
struct PreviewRun {
  let command: PreviewCommand
  let session: Session

  /// What waits to be shown on the terminal; the server's threads put it here, this one shows it.
  private final class Words: Sendable {
    private let waiting = Mutex("")

    func add(_ text: String) { waiting.withLock { $0 += text } }

    func take() -> String {
      waiting.withLock { text in
        defer { text = "" }
        return text
      }
    }
  }

  func run() throws -> RunStatus {
    let files = Disk()
    let practice = SettingsSource.load(command.practice.config, files)
    guard practice.settings != nil else {
      session.report(practice.diagnostics, as: .text)
      return .nothingStarted
    }
    let words = Words()
    let server: PreviewServer
    do {
      // A folder that is not there is a slip of this call, not a fault that somebody is about to mend.
      if let folder = command.templates { _ = try files.fileNames(in: folder) }
      if let input = command.input, files.identity(of: input) == nil {
        throw FileError(.readRecord, input, code: ENOENT)
      }
      let workspace = try Workspace(
        ShippedPreview(
          folder: command.templates, config: command.practice.config, locale: command.locale?.rawValue, files: files),
        records: command.input.map(RecordPlaces.path) ?? .builtin(PreviewRun.examples), asOf: command.asOf,
        files: files, tell: words.add)
      server = try PreviewServer(
        workspace, port: command.port, token: token, templateFolders: templateFolders, isPolling: command.poll)
    } catch let error as FileError {
      session.report([error.diagnostic], as: .text)
      return .nothingStarted
    } catch {
      session.report([portFault], as: .text)
      return .nothingStarted
    }
    let interruption = Interruption()
    defer { interruption.end() }
    try session.write("\(server.address)\n")
    session.error("The preview runs until Ctrl-C.\n")
    if command.open { openBrowser(server.address) }
    let ended = DispatchSemaphore(value: 0)
    let task = Task {
      await server.run()
      ended.signal()
    }
    while !interruption.flag.isRaised, ended.wait(timeout: .now() + .milliseconds(30)) == .timedOut { show(words) }
    task.cancel()
    if interruption.flag.isRaised { _ = ended.wait(timeout: .now() + .seconds(2)) }
    show(words)
    guard interruption.flag.isRaised else { return .recordsFailed }
    session.error("The preview has ended.\n")
    return .success
  }

  private func show(_ words: Words) {
    let text = words.take()
    if !text.isEmpty { session.error(text) }
  }

  /// Where templates, style sheet and settings are saved.
  private var templateFolders: [String] {
    [command.templates, command.practice.config.map(TemplateCatalog.folder)].compactMap(\.self)
  }

  /// One that the user has chosen goes on after a restart.
  private var token: Token {
    getenv("LEGBRIEF_PREVIEW_TOKEN").flatMap { Token(String(cString: $0)) } ?? Token()
  }

  private var portFault: Diagnostic {
    Diagnostic(
      .error, id: "port-taken", "cannot listen on port \(command.port) of this machine",
      remedy: "leave --port out for one that is free, or end the program that has it")
  }

  /// Patients that nobody is.
  private static var examples: [(name: String, bytes: [UInt8])] {
    let dictionary = LegbriefFields.dictionary
    let cohort = SyntheticCohort(dictionary: dictionary, seed: 1, asOf: SynthesizeCommand.defaultDay)
    let encoder = RecordEncoder(dictionary: dictionary)
    return (1...24).map { number in
      let record = cohort.record(number)
      return (record.identifier + ".json", Array(encoder.json(record).pretty().utf8))
    }
  }

  /// In a session of its own, so that Ctrl-C here ends no browser; its failure is told, and the address stands above.
  private func openBrowser(_ address: String) {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // POSIX_SPAWN_SETSID of spawn.h, which Glibc's module does not show.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | 0x80)
    var process = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    if posix_spawnp(&process, "xdg-open", nil, &attributes, &arguments, environ) != 0 {
      session.error("There is no xdg-open here: open the address in a browser.\n")
    }
  }
}
