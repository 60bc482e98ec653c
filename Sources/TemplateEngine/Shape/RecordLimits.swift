/// How large a record may be, so that counts and positions fit the storage and no walk over a record exhausts the stack.
struct RecordLimits: Sendable {
  /// Bytes of one text or markup, elements of one list.
  var count = Int(UInt32.max)
  /// Fields of one shape: a template addresses them with 16 bits.
  var fields = Int(UInt16.max)
  /// Records inside each other.
  var depth = 500

  static let standard = RecordLimits()
}
