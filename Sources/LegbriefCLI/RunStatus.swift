/// How a run ended, for shells and other programs.
package enum RunStatus: Int32 {
  case success = 0
  /// Some records failed; the others were made.
  case recordsFailed = 1
  /// Nothing could start: templates, output folder, or no record without errors.
  case nothingStarted = 2
  case usage = 64
  /// Ctrl-C, or the system asked the program to end: what was made is in place.
  case interrupted = 130
}
