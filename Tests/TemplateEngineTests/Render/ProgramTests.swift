import SeededNumbers
import Testing

@testable import TemplateEngine

/// What the renderer prints is what the instructions of the checker say, for templates and records of every form.
@Suite struct ProgramTests {
  static let leaf = RecordShape("leaf", [Field("t", .text), Field("o", .optional(.text)), Field("f", .flag)])
  static let branch = RecordShape(
    "branch", [Field("leaf", .record(leaf)), Field("leaves", .list(leaf)), Field("name", .text)])
  static let tree = RecordShape(
    "tree",
    [
      Field("a", .text), Field("m", .markup(.markdown)), Field("branch", .record(branch)),
      Field("maybe", .optional(.record(branch))), Field("branches", .list(branch)),
      Field("some", .optional(.list(leaf))),
      Field("flag", .optional(.flag)),
    ])

  static let templates = [
    "", "x", "{{a}}", "{{a}}{{m}}{{a}}", "- {{a}}\n> {{a}}\n| {{a}} | {{{m}}} |\n",
    "{{branch.name}} {{branch.leaf.t}}",
    "{{#branch.leaf.f}}yes{{/branch.leaf.f}}{{^branch.leaf.f}}no{{/branch.leaf.f}}",
    "{{#branch}}{{#leaf}}{{t}} {{name}} {{a}}{{/leaf}}{{/branch}}",
    "{{#branch.leaf}}{{t}} {{a}}{{/branch.leaf}}{{#branch.leaves}}{{t}},{{branch.leaf.t}}{{/branch.leaves}}.",
    "{{#maybe}}{{name}}{{#maybe.leaf.f}}!{{/maybe.leaf.f}}{{maybe.leaf.t}}{{#leaves}}{{maybe.name}}{{/leaves}}{{/maybe}}{{^maybe}}-{{/maybe}}",
    "{{#branches}}{{name}}: {{#leaves}}{{t}}{{#o}} ({{o}}){{/o}}{{^o}} -{{/o}}; {{/leaves}}{{^leaves}}none{{/leaves}}\n{{/branches}}end",
    "{{#branches}}{{#branches}}{{#leaf.f}}{{leaf.t}}{{/leaf.f}}{{/branches}}{{/branches}}",
    "{{#some}}{{#some}}{{t}}{{/some}}{{^some}}none{{/some}}{{/some}}{{^some}}unknown{{/some}}",
    "{{#flag}}{{#flag}}1{{/flag}}{{^flag}}0{{/flag}}{{/flag}}{{^flag}}?{{/flag}}tail",
    "`{{a}}` [x]({{a}})\n```\n{{a}}\n```\n{{#branches}}\n`{{leaf.o}}`{{^leaf.o}}-{{/leaf.o}}\n{{/branches}}",
    "{{#branch.leaf.o}}{{branch.leaf.o}}{{/branch.leaf.o}}{{^branch.leaf.o}}none{{/branch.leaf.o}}",
    "{{^branches}}a{{^branch.leaves}}b{{/branch.leaves}}c{{/branches}}{{#branch.leaf}}{{#branches}}{{leaf.t}}{{t}}{{/branches}}{{/branch.leaf}}",
    String(repeating: "long literal, ", count: 6000) + "{{a}}" + String(repeating: "-", count: 70_000),
  ]

  @Test(arguments: templates)
  func printsWhatTheInstructionsSay(text: String) throws {
    var numbers = SplitMix64(seed: 7)
    let name = "t.md.mustache"
    let set = TemplateSet([TemplateSource(name: name, text: text)])
    let checker = TemplateChecker(shape: Self.tree)
    let template = try checker.check(name, in: set)
    let emitter = try Self.emitter(text, Self.tree)
    let reference = ReferenceRenderer(code: emitter.code, literals: emitter.literals, paths: emitter.paths)
    for _ in 0..<20 {
      let record = try Self.record(&numbers)
      let (found, expected) = (try template.render(record), reference.render(record))
      #expect(
        found == expected, "\(String(decoding: found, as: UTF8.self)) ≠ \(String(decoding: expected, as: UTF8.self))")
    }
  }

  /// The renderer trusts a program: one that asks a value for what it is not is never made.
  @Test(
    arguments: [
      [.text(Slot(level: 0, field: 2), .plain)], [.text(Slot(level: 0, field: 9), .plain)],
      [.text(Slot(level: 1, field: 0), .plain)], [.markup(Slot(level: 0, field: 0))],
      [.ifSet(Slot(level: 0, field: 0), otherwise: 1)], [.ifNothing(Slot(level: 0, field: 0), otherwise: 1)],
      [.enter(Slot(level: 0, field: 4), otherwise: 2), .leave],
      [.begin(Slot(level: 0, field: 2), otherwise: 2), .next(body: 1)],
      [.leave], [.next(body: 0)], [.enter(Slot(level: 0, field: 2), otherwise: 1)],
      [.begin(Slot(level: 0, field: 4), otherwise: 2), .leave],
      [.begin(Slot(level: 0, field: 4), otherwise: 2), .next(body: 0)],
      [.enter(Slot(level: 0, field: 2), otherwise: 1), .leave], [.ifPresent(Slot(level: 0, field: 3), otherwise: 7)],
      [.literal(start: 0, end: 1)], [.literal(start: 1, end: 0)],
    ] as [[Instruction]])
  func anUnsoundProgramIsRefused(code: [Instruction]) {
    #expect(throws: ProgramBuilder.Unsound.self) {
      try ProgramBuilder.program(code, literals: [], paths: [], shape: Self.tree)
    }
  }

  @Test func aDottedNameMustLeadThroughRecords() throws {
    let through = [Instruction.text(Slot(level: 0, field: 2, restStart: 0, restCount: 2), .plain)]
    #expect(throws: Never.self) { try ProgramBuilder.program(through, literals: [], paths: [0, 0], shape: Self.tree) }
    for paths in [[0, 2], [1, 0], [9, 0], [0]] as [[UInt16]] {
      #expect(throws: ProgramBuilder.Unsound.self) {
        try ProgramBuilder.program(through, literals: [], paths: paths, shape: Self.tree)
      }
    }
  }

  static func emitter(_ text: String, _ shape: RecordShape) throws -> Emitter {
    let name = "t.md.mustache"
    let source = TemplateSource(name: name, text: text)
    var compiler = TemplateCompiler(
      checker: TemplateChecker(shape: shape), set: TemplateSet([source]), dialect: .markdown)
    compiler.run(source)
    return compiler.emitter
  }

  static func record(_ numbers: inout SplitMix64) throws -> Record {
    func leaves(_ numbers: inout SplitMix64) throws -> [Record] {
      try (0..<Int.random(in: 0...3, using: &numbers)).map { _ in try leaf(&numbers) }
    }
    func leaf(_ numbers: inout SplitMix64) throws -> Record {
      try Self.leaf.record([
        "t": .text(numbers.text()), "o": numbers.chance(50) ? .absent : .text(numbers.text()),
        "f": .flag(numbers.chance(50)),
      ])
    }
    func branch(_ numbers: inout SplitMix64) throws -> Record {
      try Self.branch.record([
        "leaf": .record(try leaf(&numbers)), "leaves": .list(try leaves(&numbers)), "name": .text(numbers.text()),
      ])
    }
    let maybe = try branch(&numbers)
    let branches = try (0..<Int.random(in: 0...3, using: &numbers)).map { _ in try branch(&numbers) }
    return try tree.record([
      "a": .text(numbers.text()), "m": .markup(Markup(numbers.text(), .markdown)),
      "branch": .record(try branch(&numbers)),
      "maybe": numbers.chance(50) ? .record(maybe) : .absent, "branches": .list(branches),
      "some": numbers.chance(30) ? .absent : .list(try leaves(&numbers)),
      "flag": numbers.chance(30) ? .absent : .flag(numbers.chance(50)),
    ])
  }
}
