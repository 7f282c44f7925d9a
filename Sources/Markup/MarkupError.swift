/// Why a document of XML could not be read.
package struct MarkupError: Error, Hashable, Sendable, CustomStringConvertible {
  package struct Code: Hashable, Sendable {
    package let name: String

    package static let notWellFormed = Code(name: "markup.not-well-formed")
    /// A document type declaration: never read, so that no entity can grow or reach outside.
    package static let doctype = Code(name: "markup.doctype")
    package static let tooDeep = Code(name: "markup.too-deep")
    /// Too many bytes of one text, attribute or comment.
    package static let tooLong = Code(name: "markup.too-long")
    /// A tree of too many nodes.
    package static let tooLarge = Code(name: "markup.too-large")
    package static let noMemory = Code(name: "markup.no-memory")
    /// The receiver asked to stop; it knows why.
    package static let stopped = Code(name: "markup.stopped")
  }

  package let code: Code
  /// From 1; 0 when it is not about a line.
  package let line: Int
  /// What happened, with the numbers in.
  package let detail: String

  package init(_ code: Code, line: Int = 0, detail: String = "") {
    self.code = code
    self.line = line
    self.detail = detail
  }

  package var description: String {
    "\(code.name)\(line > 0 ? " (line \(line))" : "")\(detail.isEmpty ? "" : ": \(detail)")"
  }
}
