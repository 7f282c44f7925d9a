/// What cannot be reckoned, with the value concerned.
package struct AnalysisError: Error, Sendable, Hashable, CustomStringConvertible {
  package struct Code: Sendable, Hashable {
    package let name: String

    /// A sum needs more digits than an exact number holds.
    package static let overflow = Code(name: "analysis.overflow")
    /// No indicator, unit, breakdown or period of this address.
    package static let unknownAddress = Code(name: "analysis.unknown-address")
  }

  package let code: Code
  /// The address of the value, and what is wrong with it, in English.
  package let address: String
  package let reason: String

  init(_ code: Code, address: String, reason: String) {
    self.code = code
    self.address = address
    self.reason = reason
  }

  package var description: String { "\(address): \(reason)" }
}
