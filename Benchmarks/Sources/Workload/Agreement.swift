extension Workload {
  /// Refuses to measure contenders that do not print the same.
  func requireAgreement() throws {
    var expected: [Contender.Output: (name: String, outputs: [[UInt8]])] = [:]
    if let reference { expected[.reference] = ("the reference of Jinja2", Array(reference.prefix(viewCount))) }
    for contender in contenders {
      guard let render = contender.render else { continue }
      let outputs = try (0..<viewCount).map(render)
      guard let (name, wanted) = expected[contender.output] else {
        expected[contender.output] = (contender.name, outputs)
        continue
      }
      for (view, (output, wanted)) in zip(outputs, wanted).enumerated() where output != wanted {
        let offset = zip(output, wanted).prefix { $0 == $1 }.count
        func around(_ bytes: [UInt8]) -> String {
          String(decoding: bytes[max(0, offset - 40)..<min(bytes.count, offset + 40)], as: UTF8.self)
        }
        throw WorkloadError(
          """
          view \(view): "\(contender.name)" and \(name) differ at byte \(offset):
          \(around(output))
          ----
          \(around(wanted))
          """)
      }
      guard outputs.count == wanted.count else {
        throw WorkloadError("\(contender.name) printed \(outputs.count) reports, \(name) \(wanted.count)")
      }
    }
  }

  /// The mean size of a report with that output, in bytes; 0 when nobody prints it.
  public func meanBytes(_ output: Contender.Output) throws -> Int {
    guard let render = contenders.first(where: { $0.output == output })?.render else { return 0 }
    return try (0..<viewCount).reduce(0) { try $0 + render($1).count } / viewCount
  }

  /// The contender of that name.
  public func contender(_ name: String?) throws -> Contender {
    guard let contender = contenders.first(where: { $0.name == name }) else {
      throw WorkloadError("there is no contender \"\(name ?? "")\"; they are: \(contenders.map(\.name))")
    }
    return contender
  }

  /// What a contender prints for one view.
  public func output(of contender: Contender, view: Int) throws -> [UInt8] {
    guard let render = contender.render, (0..<viewCount).contains(view) else {
      throw WorkloadError("\"\(contender.name)\" prints no view \(view)")
    }
    return try render(view)
  }
}
