/// Values by name, in the order in which they were given.
///
/// Objects that give the same names in the same order, as the rows of a table do, are laid out fastest.
public struct UntypedObject: Sendable, Hashable {
  /// One value with its name.
  public struct Field: Sendable, Hashable {
    /// The name that templates write.
    public var name: String
    /// What a template finds there.
    public var value: UntypedValue

    /// A field.
    public init(_ name: String, _ value: UntypedValue) {
      self.name = name
      self.value = value
    }
  }

  /// The fields; of two with one name the later counts.
  public var fields: [Field]

  /// An object with these fields, in this order.
  public init(_ fields: [Field]) { self.fields = fields }

  /// The fields of a dictionary in the alphabetical order of their names.
  public init(_ values: [String: UntypedValue]) {
    fields = values.sorted { $0.key < $1.key }.map { Field($0.key, $0.value) }
  }

  /// The value of a name; nil when there is none. Setting it replaces the value, appends a field, or removes all fields of that name.
  public subscript(name: String) -> UntypedValue? {
    get { fields.last { $0.name == name }?.value }
    set {
      let last = fields.lastIndex { $0.name == name }
      if let newValue, let last {
        fields[last].value = newValue
      } else if let newValue {
        fields.append(Field(name, newValue))
      } else {
        fields.removeAll { $0.name == name }
      }
    }
  }
}

extension UntypedObject: ExpressibleByDictionaryLiteral {
  /// `["name": …]` keeps the order in which the fields are written.
  public init(dictionaryLiteral elements: (String, UntypedValue)...) {
    fields = elements.map { Field($0.0, $0.1) }
  }
}
