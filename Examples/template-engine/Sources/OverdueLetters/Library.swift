import TemplateEngine

/// One overdue loan, as the program knows it.
struct Loan: Sendable {
  var title: String
  var due: String
  var centsOwed: Int?
  var isWanted = false

  /// The loan as templates see it: the program decides how a number reads.
  func record() throws(RecordError) -> Record {
    let fine = centsOwed.map { "\($0 / 100).\($0 % 100 / 10)\($0 % 10)" }
    return try loanShape.record([
      "title": .text(title), "due": .text(due), "fine": .optional(fine), "isWanted": .flag(isWanted),
    ])
  }
}

/// Somebody who borrows.
struct Reader: Sendable {
  var name: String
  var loans: [Loan]

  /// What the letter to this reader says.
  func letter() throws(RecordError) -> Record {
    var records: [Record] = []
    for loan in loans { records.append(try loan.record()) }
    return try letterShape.record([
      "reader": .text(name),
      "loans": .list(records),
      "returnBox": .text("the box in Harbour Street"),
      "objection": .text("Is this wrong? Call 01632 960001 before you pay."),
      "letterhead": .markup(Markup("<b>Library of Marsh &amp; Quay</b>", .html)),
    ])
  }
}

/// Titles and names come from outside; some of them look like markup.
let readers = [
  Reader(
    name: "Ada Marsh",
    loans: [
      Loan(title: "The Sea, the Sea", due: "3 November", centsOwed: 120, isWanted: true),
      Loan(title: "<b>Tests</b> & *other* tricks | a [link](x)", due: "9 November"),
    ]),
  Reader(name: "Bob\n# Quay", loans: [Loan(title: "1. Knots", due: "1 November", centsOwed: 40)]),
]
