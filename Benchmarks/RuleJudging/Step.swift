/// One thing that is done with every record of the workload.
struct Step {
  var name: String
  var title: String
  /// The step that an aim compares this one with.
  var comparedWith: String?
  /// A slow step takes part in every so many rounds.
  var stride = 1
  /// Makes what the step needs, which is not measured; the pass's result is a number that depends on all that it does.
  var prepare: () throws -> () throws -> Int
}

/// Why there is nothing to measure: two steps would not do the same work.
struct UnequalWork: Error, CustomStringConvertible {
  var description: String
}
