package import ClinicalRecord

/// The list of names for people and for tools.
extension TemplateFieldList {
  /// Entries that are known in the same place, in the order of the list.
  private var groups: [(root: Root, scope: [String], entries: [Entry])] {
    var groups: [(root: Root, scope: [String], entries: [Entry])] = []
    for entry in entries {
      if let last = groups.last, last.root == entry.root, last.scope == entry.scope {
        groups[groups.count - 1].entries.append(entry)
      } else {
        groups.append((entry.root, entry.scope, [entry]))
      }
    }
    return groups
  }

  private static func title(_ root: Root) -> String {
    switch root {
    case .report: "Report templates (NAME.md.mustache, NAME.txt.mustache)"
    case .page: "The page around a report (page.html.mustache)"
    case .calendar, .timeline, .hours, .body, .results: "The drawing figure_\(root.rawValue).html.mustache"
    }
  }

  /// For a terminal: a block for each place in which names are known.
  package func text() -> String {
    var text = ""
    var root: Root?
    for group in groups {
      if root != group.root { text += (root == nil ? "" : "\n") + TemplateFieldList.title(group.root) + "\n" }
      root = group.root
      text += "\n" + TemplateFieldList.place(group.scope) + "\n"
      let width = group.entries.map(\.name.count).max() ?? 0
      for entry in group.entries {
        let name = entry.name + String(repeating: " ", count: width - entry.name.count)
        text += "  \(name)  \(entry.kindWords): \(entry.meaning)\n"
        let indent = String(repeating: " ", count: width + 4)
        if let unit = entry.unit { text += "\(indent)unit: \(unit)\n" }
        if let example = entry.example { text += "\(indent)for example: \(example)\n" }
        if let required = entry.required { text += "\(indent)must be placed: \(required)\n" }
      }
    }
    return text
  }

  private static func place(_ scope: [String]) -> String {
    scope.isEmpty ? "Known everywhere:" : "Inside \(scope.map { "{{#\($0)}}" }.joined()):"
  }

  /// For a page under version control: a table for each place in which names are known.
  package func markdown() -> String {
    var text = """
      # Names for templates

      Written by `legbrief template fields --format markdown`. [Templates/README.md](../Templates/README.md) shows how they are used.

      A name of the first table is known everywhere in the template, also inside sections. A name of another table is known inside the \
      sections that stand above it: `{{#redFlags}}{{title}}{{/redFlags}}`. Where two tables have the same name, the innermost one counts. \
      **must be placed**: a template that leaves the name out, or lets a condition hide it, is refused.

      """
    var root: Root?
    for group in groups {
      if root != group.root { text += "\n## \(TemplateFieldList.title(group.root))\n" }
      root = group.root
      text += "\n### \(group.scope.isEmpty ? "Everywhere" : "Inside `\(group.entries[0].scopeTags)`")\n\n"
      text += "| Name | Kind | Meaning | Unit | Example |\n|---|---|---|---|---|\n"
      for entry in group.entries {
        let meaning = entry.meaning + (entry.required.map { "; **must be placed**: \($0)" } ?? "")
        let cells = [
          "`\(entry.name)`", entry.kindWords, TemplateFieldList.cell(meaning), TemplateFieldList.cell(entry.unit ?? ""),
          entry.example.map { "`\(TemplateFieldList.cell($0))`" } ?? "",
        ]
        text += "| " + cells.joined(separator: " | ") + " |\n"
      }
    }
    return text
  }

  /// A pipe would end the cell.
  private static func cell(_ text: String) -> String {
    var cell = ""
    for character in text { cell += character == "|" ? "\\|" : String(character) }
    return cell
  }

  /// For other programs: one object for each name.
  package func json() -> JSONValue {
    .array(
      entries.map { entry in
        var members: [JSONValue.Member] = [
          .init("template", .string(entry.root.rawValue)), .init("scope", .strings(entry.scope)),
          .init("name", .string(entry.name)), .init("kind", .string(entry.kind.rawValue)),
          .init("optional", .bool(entry.isOptional)), .init("required", .bool(entry.required != nil)),
          .init("meaning", .string(entry.meaning)),
        ]
        if let unit = entry.unit { members.append(.init("unit", .string(unit))) }
        if let example = entry.example { members.append(.init("example", .string(example))) }
        if let required = entry.required { members.append(.init("requiredBecause", .string(required))) }
        members.append(.init("write", .string(entry.tag)))
        return .object(members)
      })
  }
}
