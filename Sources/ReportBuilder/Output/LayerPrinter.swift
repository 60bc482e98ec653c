package import ClinicalRecord

/// Prints the layers between the stages, for whoever follows a record through the program.
package enum LayerPrinter {
  /// The record as it was understood: canonical units, canonical order, every value with its place.
  package static func text(_ record: PatientRecord) -> String {
    var text = "record \(record.identifier) from \(record.file), as of \(record.asOf.iso)\n"
    for (name, items) in [("person", record.person), ("answers", record.answers), ("history", record.history)] {
      text += "\n\(name)\n" + lines(items)
    }
    text += "\nlog\n"
    for entry in record.log {
      text += "  \(entry.date.iso) \(entry.id ?? "(no id)") at \(entry.place.line):\(entry.place.column)\n"
      text += lines(entry.values, indent: "    ")
    }
    text += "\nmedications\n"
    for medicine in record.medications {
      text +=
        "  \(medicine.classes.joined(separator: ", ")) start \(medicine.start?.iso ?? "not recorded")"
        + (medicine.stop.map { " stop \($0.iso)" } ?? "") + " at \(medicine.place.line):\(medicine.place.column)\n"
    }
    text += "\nlabs\n"
    for result in record.labs {
      text += "  \(result.id) = \(words(result.value)), written \(result.written), "
      text += (result.date.map { "on \($0.iso)" } ?? "undated") + "\(place(result.place))\n"
    }
    text += "\nmeasurements and scores\n"
    for found in record.measurements + record.scores {
      text +=
        "  \(found.id) = \(found.value.words) \(found.date.map { "on \($0.iso)" } ?? "undated")\(place(found.place))\n"
    }
    return text
  }

  private static func lines(_ items: [ItemID: RecordedItem], indent: String = "  ") -> String {
    items.sorted { $0.key < $1.key }.map { id, item in
      "\(indent)\(id) = \(item.value.words)" + (item.date.map { " on \($0.iso)" } ?? "")
        + (item.by.map { " by \($0.rawValue)" } ?? "") + "\(place(item.place))\n"
    }.joined()
  }

  private static func place(_ place: Place) -> String { " at \(place.line):\(place.column)" }

  private static func words(_ value: LabResult.Value) -> String {
    switch value {
    case .number(let number): JSONValue.plain(number)
    case .positive(let isPositive): isPositive ? "positive" : "negative"
    }
  }

  /// The model as nested names and values.
  package static func text(_ model: ReportModel) -> String {
    var text = ""
    dump(model, to: &text, maxDepth: 6)
    return text
  }
}

extension ItemValue {
  /// As a person reads it in the record layer.
  fileprivate var words: String {
    switch self {
    case .code(let code): code
    case .codes(let codes): codes.isEmpty ? "none of these" : codes.joined(separator: ", ")
    case .number(_, let written): written
    case .numbers(let numbers): numbers.map(JSONValue.plain).joined(separator: ", ")
    case .subscales(let scales): scales.map { "\($0.name) \(JSONValue.plain($0.value))" }.joined(separator: ", ")
    case .day(let day): day.iso
    case .time(let minutes): ItemValue.clock(minutes)
    case .text(let text): "“\(text)”"
    case .joints(let joints): joints.map { $0.site + ($0.side.map { " (\($0))" } ?? "") }.joined(separator: ", ")
    case .unanswered(let code): "\(code), counts as not recorded"
    }
  }

  private static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }
}
