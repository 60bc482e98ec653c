/// One way to do the work, or a part of it.
public struct Contender {
  /// Which bytes a contender must print for every view.
  public enum Output: Sendable {
    /// Those of the workload's reference.
    case reference
    /// Those of the hand-written Markdown with escaping.
    case markdown
    /// It prints nothing that could be compared.
    case none
  }

  /// The name in the table: what does it, and in which mode.
  public let name: String
  /// Which outputs it is compared with.
  public let output: Output
  /// The name of the hand-written Swift that does the same work; nil for what has none.
  public let yardstick: String?
  /// How many units of work one pass is: the number of views, or one for a single check.
  public let unitsPerPass: Int
  /// Does the work once for every view; the result keeps the optimizer from leaving it out.
  public let pass: () throws -> Int
  /// What it prints for one view; nil when it prints nothing.
  let render: ((Int) throws -> [UInt8])?
}

extension Contender {
  /// A contender that prints reports as arrays of bytes.
  init(
    _ name: String, _ output: Output, yardstick: String? = nil, views: Int,
    render: @escaping (Int) throws -> [UInt8]
  ) {
    self.init(
      name: name, output: output, yardstick: yardstick, unitsPerPass: views,
      pass: { try (0..<views).reduce(0) { try $0 + render($1).count } }, render: render)
  }

  /// A contender that prints reports as strings.
  init(
    _ name: String, _ output: Output, yardstick: String, views: Int, text: @escaping (Int) throws -> String
  ) {
    self.init(
      name: name, output: output, yardstick: yardstick, unitsPerPass: views,
      pass: { try (0..<views).reduce(0) { try $0 + text($1).utf8.count } }, render: { Array(try text($0).utf8) })
  }

  /// A part of the work that prints nothing.
  init(_ name: String, units: Int, pass: @escaping () throws -> Int) {
    self.init(name: name, output: .none, yardstick: nil, unitsPerPass: units, pass: pass, render: nil)
  }
}
