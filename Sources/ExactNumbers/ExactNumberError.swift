/// What can go wrong with exact numbers, with the operation that failed.
public struct ExactNumberError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong; more may come.
  public struct Code: Hashable, Sendable {
    /// The same in every version: "numbers.overflow".
    public let name: String

    /// The result needs more digits than an `ExactNumber` holds.
    public static let overflow = Code(name: "numbers.overflow")
  }

  /// What went wrong.
  public let code: Code

  /// The operation as it would be written: `9 × 10`.
  public let operation: String

  init(_ code: Code, _ operation: String) {
    self.code = code
    self.operation = operation
  }

  /// A sentence for a programmer.
  public var description: String {
    "\(operation) needs more than 18 digits"
  }
}
