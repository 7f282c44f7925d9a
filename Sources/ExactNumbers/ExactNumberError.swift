/// What can go wrong with exact numbers, with the operation that failed.
package struct ExactNumberError: Error, Hashable, Sendable, CustomStringConvertible {
  package struct Code: Hashable, Sendable {
    package let name: String

    /// The result needs more digits than an `ExactNumber` holds.
    package static let overflow = Code(name: "numbers.overflow")
  }

  package let code: Code

  /// The operation as it would be written: `9 × 10`.
  package let operation: String

  init(_ code: Code, _ operation: String) {
    self.code = code
    self.operation = operation
  }

  package var description: String {
    "\(operation) needs more than 18 digits"
  }
}
