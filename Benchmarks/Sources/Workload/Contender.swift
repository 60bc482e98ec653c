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
  /// How many units of work one pass is: the number of views, or one for a single check.
  public let unitsPerPass: Int
  /// Does the work once for every view; the result keeps the optimizer from leaving it out.
  public let pass: () throws -> Int
  /// What it prints for one view.
  let render: ((Int) throws -> [UInt8])?

  /// A contender that prints reports.
  init(_ name: String, _ output: Output, views: Int, render: @escaping (Int) throws -> [UInt8]) {
    self.init(name, output, views: views, pass: { try (0..<views).reduce(0) { try $0 + render($1).count } }, render: render)
  }

  /// A contender whose pass is something else than its rendering, one view after the other.
  init(
    _ name: String, _ output: Output, views: Int, pass: @escaping () throws -> Int,
    render: ((Int) throws -> [UInt8])? = nil
  ) {
    self.name = name
    self.output = output
    unitsPerPass = views
    self.pass = pass
    self.render = render
  }
}
