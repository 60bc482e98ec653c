@testable import FileAccess
@testable import LegbriefCLI

/// What one run of the program came to.
struct Run {
  let status: RunStatus
  let output: String
  let error: String

  /// Runs `legbrief` inside this process; relative paths start in `root`.
  static func legbrief(_ arguments: String..., in root: String) -> Run { run(arguments, files: Disk(root: root)) }

  static func run(
    _ arguments: [String], files: any FileSystem, failing failure: (([UInt8]) throws(FileError) -> Void)? = nil
  ) -> Run {
    let streams = Streams()
    let session = Session(
      files: files,
      output: { (bytes) throws(FileError) in
        if let failure { try failure(bytes) }
        streams.output += bytes
      },
      error: { streams.error += $0 })
    let status = CommandLineTool.run(arguments, in: session)
    return Run(status: status, output: String(decoding: streams.output, as: UTF8.self), error: streams.error)
  }

  /// The ids of the diagnostics of a run with `--diagnostics json`, in order.
  var ids: [String] {
    error.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: #""id": ""#, maxSplits: 1)
      return parts.count == 2 ? String(parts[1].prefix { $0 != "\"" }) : nil
    }
  }

  private final class Streams {
    var output: [UInt8] = []
    var error = ""
  }
}
