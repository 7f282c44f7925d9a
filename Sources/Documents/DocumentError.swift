/// Why no document could be made.
package struct DocumentError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Code: String, Sendable {
    /// The template is no XML, or no flat OpenDocument text.
    case notATemplate
    /// The template holds faults: all of them are in `faults`.
    case faultyTemplate
    /// The template and the data do not fit each other: all of it is in `faults`.
    case unfillable
    /// The package could not be written.
    case unwritable
  }

  package var code: Code
  /// Name of the template, as it was given.
  package var template: String
  package var message: String
  package var faults: [TemplateFault]

  package init(_ code: Code, template: String, message: String, faults: [TemplateFault] = []) {
    self.code = code
    self.template = template
    self.message = message
    self.faults = faults
  }

  /// One line for the message, one a fault.
  package var description: String {
    (["\(template): \(message)"] + faults.map { "  \($0)" }).joined(separator: "\n")
  }
}
