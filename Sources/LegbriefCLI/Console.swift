/// Where the program writes: standard output and standard error, or a test's buffers.
package struct Console: Sendable {
  /// Bytes for standard output; false when nobody reads any more (broken pipe) or the device is full.
  package var output: @Sendable ([UInt8]) -> Bool
  /// Bytes for standard error.
  package var error: @Sendable ([UInt8]) -> Void

  package init(output: @escaping @Sendable ([UInt8]) -> Bool, error: @escaping @Sendable ([UInt8]) -> Void) {
    self.output = output
    self.error = error
  }

  func say(_ text: String) { error(Array(text.utf8)) }
  func print(_ text: String) -> Bool { output(Array(text.utf8)) }
}

/// How the program ends (ARCHITECTURE.md, "Exit codes").
package enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Some records failed; the rest were made.
  case someFailed = 1
  /// Nothing could start: template, input or output folder.
  case cannotStart = 2
  /// The command line is wrong.
  case usage = 64
}
