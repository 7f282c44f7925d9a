/// A pack's text that cannot be filled: a fault of the pack, which stops the run.
package struct AdviceError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, CaseIterable {
    /// The text names what no sentence has, or uses a value in a wrong way.
    case badText = "advice.bad-text"
  }

  package var code: Code
  /// Code of the sentence, recommendation or measure.
  package var text: String
  /// What is wrong, with its place in the text.
  package var reason: String

  package var description: String { "\(code.rawValue): «\(text)»: \(reason)" }
}
