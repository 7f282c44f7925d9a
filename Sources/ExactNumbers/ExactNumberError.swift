/// What can go wrong with exact numbers, with the operation that failed.
public struct ExactNumberError: Error, Hashable, Sendable, CustomStringConvertible {
  public struct Code: Hashable, Sendable {
    public let name: String

    /// The result needs more digits than an `ExactNumber` holds.
    public static let overflow = Code(name: "numbers.overflow")
  }

  public let code: Code

  /// The operation as it would be written: `9 × 10`.
  public let operation: String

  init(_ code: Code, _ operation: String) {
    self.code = code
    self.operation = operation
  }

  public var description: String {
    "\(operation) needs more than 18 digits"
  }
}
