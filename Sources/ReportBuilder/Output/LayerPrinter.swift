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
      text += "  \(medicine.classes.joined(separator: ", ")) start \(medicine.start?.iso ?? "not recorded")"
        + (medicine.stop.map { " stop \($0.iso)" } ?? "") + " at \(medicine.place.line):\(medicine.place.column)\n"
    }
    text += "\nlabs\n"
    for result in record.labs {
      text += "  \(result.id) \(result.value) (written \(result.written)) \(result.date?.iso ?? "undated")\n"
    }
    text += "\nmeasurements and scores\n"
    for found in record.measurements + record.scores {
      text += "  \(found.id) \(found.value) \(found.date?.iso ?? "undated")\n"
    }
    return text
  }

  private static func lines(_ items: [ItemID: RecordedItem], indent: String = "  ") -> String {
    items.sorted { $0.key < $1.key }.map { id, item in
      "\(indent)\(id) = \(item.value)" + (item.date.map { " on \($0.iso)" } ?? "")
        + (item.by.map { " by \($0.rawValue)" } ?? "") + " at \(item.place.line):\(item.place.column)\n"
    }.joined()
  }

  /// The model as nested names and values.
  package static func text(_ model: ReportModel) -> String {
    var text = ""
    dump(model, to: &text, maxDepth: 6)
    return text
  }
}
