import Diagnostics
import TemplateEngine

func heading(_ text: String) { print("\n=== \(text)\n") }

heading("The draft is refused")
do {
  _ = try TemplateChecker(shape: letterShape).check("letter.md.mustache", in: TemplateSet([draft]))
} catch {
  print(error)
}

heading("A letter")
let checker = TemplateChecker(
  shape: letterShape,
  requirements: [Requirement("objection", because: "a reader must know how to object")])
let checkedLetter = try checker.check("letter.md.mustache", in: templates)
let bytes = try checkedLetter.render(readers[0].letter())
print(String(decoding: bytes, as: UTF8.self))

heading("A letter that forgets something is refused")
do {
  _ = try checker.check("letter.md.mustache", in: TemplateSet([forgetful]))
} catch {
  print(error)
}

heading("The page")
let checkedPage = try checker.check("letter.html.mustache", in: templates)
print(String(decoding: try checkedPage.render(readers[0].letter()), as: UTF8.self))

heading("All templates at once")
let review = TemplateSetReview(
  templates,
  roots: [.init("letter.md.mustache", checker, mayLeaveOut: nil), .init("letter.html.mustache", checker)])
for entry in review.entries {
  print("\(entry.name): \(entry.role), errors: \(entry.errors), warnings: \(entry.warnings)")
}
print(review.diagnostics.map(DiagnosticPrinter.text).joined())

heading("All letters, in several tasks")
for letter in try await letters(to: readers, by: checkedLetter) { print(letter) }

heading("A limit")
var limits = TemplateLimits()
limits.outputBytes = 60
let short = try TemplateChecker(shape: letterShape, limits: limits).check("letter.md.mustache", in: templates)
do {
  _ = try short.render(readers[0].letter())
} catch {
  print(error)
}

heading("A record that does not fit its shape")
do {
  _ = try loanShape.record(["titel": .text("Knots"), "due": .flag(true), "isWanted": .flag(false)])
} catch {
  print(error)
}

heading("Without a shape")
let hours = TemplateSource(
  name: "hours.html.mustache",
  text: """
    {{#days}}
    <p>{{name}}: {{hours}}</p>
    {{/days}}
    {{misspelt}}
    """)
let untyped = try UntypedTemplate("hours.html.mustache", in: TemplateSet([hours]))
let data: UntypedValue = ["days": [["name": "Monday", "hours": "10 < 18"], ["name": "Friday"]]]
print(String(decoding: try untyped.render(data), as: UTF8.self))
