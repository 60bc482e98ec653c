import ArgumentParser

/// `legbrief check`: is a record sound?
struct CheckCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report every fault of each record, and make nothing.")

  @Argument(help: ArgumentHelp("Record files in format 1 (JSON).", valueName: "record"))
  var records: [String]

  @OptionGroup var options: RecordOptions

  func run(_ console: Console) -> ExitStatus {
    let loader = RecordLoader(options, console)
    var sound = 0
    var unreadable = 0
    for path in records {
      switch loader.load(path) {
      case .record:
        sound += 1
        if options.diagnostics == .text, !console.print("\(path): sound\n") { return .cannotStart }
      case .faulty: break
      case .unreadable: unreadable += 1
      }
    }
    if unreadable == records.count { return .cannotStart }
    return sound == records.count ? .done : .someFailed
  }
}
