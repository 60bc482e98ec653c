/// Where every field of a shape can be reached, for the sentence that is said about a name that is known but not here.
struct FieldIndex: Sendable {
  /// One way to a field.
  struct Place: Sendable, Hashable {
    /// The name of the record that has the field.
    var record: String
    /// The sections that lead to it from the root record, outermost first.
    var sections: [String]
  }

  private let places: [String: Place]
  /// Names that a record has twice, which is a mistake in the program.
  let repeated: [Fault]

  /// Every name of every record, in alphabetical order.
  let names: [String]

  init(root: RecordShape) {
    var places: [String: Place] = [:]
    // Breadth first: the shortest way to a name is the one that is told.
    var queue: [(shape: RecordShape, sections: [String])] = [(root, [])]
    var next = 0
    var repeated: [Fault] = []
    while next < queue.count, queue.count < FieldIndex.mostRecords {
      let (shape, sections) = queue[next]
      next += 1
      repeated += shape.repeatedNames.map { .repeatedField($0, in: shape.name) }
      for field in shape.fields {
        if field.name != ".", places[field.name] == nil {
          places[field.name] = Place(record: shape.name, sections: sections)
        }
        if let inside = field.shape.fieldsInside { queue.append((inside, sections + [field.name])) }
      }
    }
    self.places = places
    self.repeated = repeated
    names = places.keys.sorted()
  }

  /// A bound for shapes that repeat the same records over and over.
  private static let mostRecords = 10_000

  func place(of name: String) -> Place? { places[name] }
}
