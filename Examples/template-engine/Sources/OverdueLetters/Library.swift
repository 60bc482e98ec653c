import TemplateEngine

/// One overdue loan, as the program knows it.
struct Loan: Sendable {
  var title: String
  var due: String
  var centsOwed: Int?
  var isWanted = false

  /// Writes the loan as templates see it: the program decides how a number reads.
  func write(to record: inout RecordWriter) {
    record.text("title", title)
    record.text("due", due)
    record.text("fine", centsOwed.map { "\($0 / 100).\($0 % 100 / 10)\($0 % 10)" })
    record.flag("isWanted", isWanted)
  }
}

/// Somebody who borrows.
struct Reader: Sendable {
  var name: String
  var loans: [Loan]

  /// What the letter to this reader says.
  func letter() throws(RecordError) -> Record {
    try letterShape.record { letter in
      letter.text("reader", name)
      letter.list("loans", loans) { row, loan in loan.write(to: &row) }
      letter.text("returnBox", "the box in Harbour Street")
      letter.text("objection", "Is this wrong? Call 01632 960001 before you pay.")
      letter.markup("letterhead", "<b>Library of Marsh &amp; Quay</b>", .html)
    }
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
