import TemplateEngine

/// What a letter may say about one loan.
let loanShape = RecordShape(
  "loan",
  [
    .init("title", .text, "The title as readers know it", example: "The Sea, the Sea"),
    .init("due", .text, "The day the loan ended", example: "3 November"),
    .init("fine", .optional(.text), "What is owed so far", unit: "€", example: "1.20"),
    .init("isWanted", .flag, "Somebody else waits for it"),
  ])

/// What a letter may say: the names that its templates may use.
let letterShape = RecordShape(
  "letter",
  [
    .init("reader", .text, "The name of the reader", example: "Ada Marsh"),
    .init("loans", .list(loanShape), "The loans that are overdue"),
    .init("returnBox", .optional(.text), "Where to return them outside of opening hours"),
    .init("objection", .text, "How to object, a sentence"),
    .init("letterhead", .markup(.html), "The name of the library, finished HTML"),
  ])
