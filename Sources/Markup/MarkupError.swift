/// Why a document of XML could not be read. Public because receivers throw it.
public struct MarkupError: Error, Hashable, Sendable, CustomStringConvertible {
  public struct Code: Hashable, Sendable {
    public let name: String

    public static let notWellFormed = Code(name: "markup.not-well-formed")
    /// A document type declaration: never read, so that no entity can grow or reach outside.
    public static let doctype = Code(name: "markup.doctype")
    public static let tooDeep = Code(name: "markup.too-deep")
    /// Too many bytes of one text, attribute or comment.
    public static let tooLong = Code(name: "markup.too-long")
    /// A tree of too many nodes.
    public static let tooLarge = Code(name: "markup.too-large")
    public static let noMemory = Code(name: "markup.no-memory")
  }

  public let code: Code
  /// From 1; 0 when it is not about a line.
  public let line: Int
  /// What happened, with the numbers in.
  public let detail: String

  public init(_ code: Code, line: Int = 0, detail: String = "") {
    self.code = code
    self.line = line
    self.detail = detail
  }

  public var description: String {
    "\(code.name)\(line > 0 ? " (line \(line))" : "")\(detail.isEmpty ? "" : ": \(detail)")"
  }
}
