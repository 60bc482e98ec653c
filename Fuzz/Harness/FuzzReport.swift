import TemplateEngine

/// The record that inputs are checked against and rendered with: a field of every kind, and an optional of each.
enum FuzzReport {
  typealias Field = RecordShape.Field

  static let item = RecordShape.texts("item")
  static let practice = RecordShape(
    "practice", [Field("city", .text), Field("phone", .optional(.text)), Field("open", .flag)])
  static let patient = RecordShape(
    "patient",
    [Field("name", .text), Field("practice", .record(practice)), Field("carer", .optional(.record(practice)))])
  static let lab = RecordShape(
    "laboratory result",
    [
      Field("name", .text), Field("value", .text), Field("unit", .optional(.text)), Field("high", .flag),
      Field("note", .markup(.markdown)), Field("words", .list(item)),
    ])

  /// The shape of the record.
  static let shape = RecordShape(
    "report",
    [
      Field("title", .text), Field("subtitle", .optional(.text)), Field("link", .text), Field("smoker", .flag),
      Field("asked", .optional(.flag)), Field("body", .markup(.markdown)), Field("page", .markup(.html)),
      Field("verbatim", .markup(.plain)), Field("figure", .optional(.markup(.markdown))),
      Field("patient", .record(patient)), Field("carer", .optional(.record(practice))), Field("labs", .list(lab)),
      Field("items", .list(item)), Field("extra", .optional(.list(item))), Field("earlier", .optional(.list(lab))),
    ])

  /// What every template must place when requirements are checked.
  static let requirements = [
    Requirement("title", because: "a report has a title"),
    Requirement("labs", printing: ["name"], because: "no result may be lost"),
  ]

  /// Small enough that inputs reach them.
  static let limits: TemplateLimits = {
    var limits = TemplateLimits()
    limits.templateBytes = 1 << 14
    limits.sectionDepth = 20
    limits.partialDepth = 8
    limits.placedTags = 2000
    limits.placedBytes = 1 << 15
    limits.outputBytes = 1 << 16
    limits.faults = 25
    limits.recursionDepth = 40
    limits.renderedTags = 20_000
    limits.indentationBytes = 200
    limits.dataBytes = 1 << 20
    return limits
  }()

  /// What a record holds besides its texts.
  struct Form: Hashable, Sendable {
    /// Whether the optional values are there.
    var isFull: Bool
    /// The flags.
    var isSet: Bool
    /// The optional flag.
    var asked: Bool?
    /// How many elements lists have.
    var count: Int
    /// How many elements lists of texts have, where that is another number.
    var itemCount: Int?
    /// How many elements optional lists have.
    var optionalCount: Int

    static let full = Form(isFull: true, isSet: true, asked: false, count: 2, optionalCount: 2)
    static let none = Form(isFull: false, isSet: false, asked: nil, count: 0, optionalCount: 0)
    static let some = Form(isFull: true, isSet: false, asked: true, count: 1, optionalCount: 0)

    static let all = [full, some, none]

    /// Forms for which both modes mean the same: an optional list or flag is asked for its presence in one mode and for its content in the other.
    static let comparable = [
      Form(isFull: true, isSet: true, asked: true, count: 2, optionalCount: 1),
      Form(isFull: true, isSet: false, asked: nil, count: 1, optionalCount: 1), none,
    ]
  }

  /// A record of some form.
  ///
  /// - Parameter markup: whether the values of kind markup hold any.
  /// - Parameter text: the text of each field, by a number that is the same for every record of that form.
  static func datum(_ form: Form, markup: Bool = true, text: (Int) -> String) -> Datum {
    var builder = Builder(form: form, hasMarkup: markup)
    return withoutActuallyEscaping(text) { builder.report($0) }
  }

  private struct Builder {
    let form: Form
    let hasMarkup: Bool
    var count = 0

    private mutating func text(_ text: (Int) -> String) -> Datum {
      count += 1
      return .text(text(count - 1))
    }

    private func markup(_ markup: String, _ dialect: Dialect) -> Datum { .markup(hasMarkup ? markup : "Mk", dialect) }

    private func optional(_ datum: Datum) -> Datum { form.isFull ? datum : .absent }

    private mutating func items(_ number: Int, _ text: (Int) -> String) -> Datum {
      var elements: [Datum] = []
      for _ in 0..<number { elements.append(.record(item, [(".", self.text(text))])) }
      return .list(item, elements)
    }

    private mutating func practice(_ text: (Int) -> String) -> Datum {
      .record(
        FuzzReport.practice,
        [("city", self.text(text)), ("phone", optional(self.text(text))), ("open", .flag(form.isSet))])
    }

    private mutating func labs(_ number: Int, _ text: (Int) -> String) -> Datum {
      var elements: [Datum] = []
      for index in 0..<number {
        elements.append(
          .record(
            lab,
            [
              ("name", self.text(text)), ("value", self.text(text)), ("unit", optional(self.text(text))),
              ("high", .flag(form.isSet != (index == 1))), ("note", markup("*Mk*", .markdown)),
              ("words", items(form.itemCount ?? form.count, text)),
            ]))
      }
      return .list(lab, elements)
    }

    mutating func report(_ text: (Int) -> String) -> Datum {
      .record(
        shape,
        [
          ("title", self.text(text)), ("subtitle", optional(self.text(text))), ("link", self.text(text)),
          ("smoker", .flag(form.isSet)), ("asked", form.asked.map(Datum.flag) ?? .absent),
          ("body", markup("*Mk*", .markdown)), ("page", markup("<b>Mk</b>", .html)),
          ("verbatim", markup("Mk", .plain)), ("figure", optional(markup("a\n\n- b\n", .markdown))),
          (
            "patient",
            .record(
              patient,
              [("name", self.text(text)), ("practice", practice(text)), ("carer", optional(practice(text)))])
          ),
          ("carer", optional(practice(text))), ("labs", labs(form.count, text)),
          ("items", items(form.itemCount ?? form.count, text)),
          ("extra", optional(items(form.optionalCount, text))), ("earlier", optional(labs(form.optionalCount, text))),
        ])
    }
  }
}
