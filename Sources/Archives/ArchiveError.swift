/// Why an archive, or a part of it, could not be read or written.
package struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
  package struct Code: Hashable, Sendable {
    package let name: String

    /// The bytes are no ZIP archive, or its directory is damaged.
    package static let notAnArchive = Code(name: "archive.not-an-archive")
    /// The file breaks off; the part is the one that is not whole, empty for the directory.
    package static let cutOff = Code(name: "archive.cut-off")
    /// The file could not be opened.
    package static let unreadable = Code(name: "archive.unreadable")
    /// A part is damaged: its data do not inflate, or not to the size and checksum it declares.
    package static let damagedPart = Code(name: "archive.damaged-part")
    /// A part is encrypted.
    package static let encrypted = Code(name: "archive.encrypted")
    /// A part is packed in a way that office programs do not use.
    package static let unsupported = Code(name: "archive.unsupported")
    /// A limit was reached.
    package static let limit = Code(name: "archive.limit")
    /// The archive could not be written.
    package static let unwritable = Code(name: "archive.unwritable")
  }

  package let code: Code
  /// The part that it is about; empty for the whole archive.
  package let part: String
  /// What happened, with the numbers in.
  package let detail: String

  package init(_ code: Code, part: String = "", detail: String) {
    self.code = code
    self.part = part
    self.detail = detail
  }

  package var description: String {
    part.isEmpty ? "\(code.name): \(detail)" : "\(code.name): \(part): \(detail)"
  }
}
