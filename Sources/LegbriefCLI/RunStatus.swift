/// How a run ended, for shells and other programs.
package enum RunStatus: Int32 {
  case success = 0
  /// Some records failed; the others were made.
  case recordsFailed = 1
  /// Nothing could start: templates, output folder, or no record without errors.
  case nothingStarted = 2
  /// A batch could not go on, because of a full disk for one: what was made is in place, and the same command makes the rest.
  case stoppedEarly = 3
  case usage = 64
  /// Ctrl-C, or the system asked the program to end: what was made is in place.
  case interrupted = 130
}
