@testable import LegbriefCLI

/// What one run of the program came to.
struct Run {
  let status: ExitStatus
  let output: String
  let error: String

  /// Runs `legbrief` inside this process; relative paths start in `root`.
  static func legbrief(_ arguments: String..., in root: String) -> Run { run(arguments, files: Disk(root: root)) }

  static func run(
    _ arguments: [String], files: any FileSystem,
    output: (([UInt8]) throws(FileError) -> Void)? = nil
  ) -> Run {
    let streams = Streams()
    let session = Session(
      files: files,
      output: output ?? { (bytes) throws(FileError) in streams.output += bytes },
      error: { streams.error += $0 })
    let status = CommandLineTool.run(arguments, in: session)
    return Run(status: status, output: String(decoding: streams.output, as: UTF8.self), error: streams.error)
  }

  /// The ids of the diagnostics of a run with `--diagnostics json`, in order.
  var ids: [String] {
    error.split(separator: "\n").compactMap { line in
      guard let start = line.firstRange(of: #""id": ""#)?.upperBound else { return nil }
      return String(line[start...].prefix { $0 != "\"" })
    }
  }

  private final class Streams {
    var output: [UInt8] = []
    var error = ""
  }
}
