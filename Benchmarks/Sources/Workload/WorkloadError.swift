/// The benchmark cannot start, or must not: what is missing, or which outputs differ.
public struct WorkloadError: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
