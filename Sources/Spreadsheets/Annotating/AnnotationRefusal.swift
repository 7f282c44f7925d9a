package import Archives

/// Why a file cannot be given back with remarks in it: a list of them comes instead.
package struct AnnotationRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  package struct Code: Sendable, Hashable {
    package let name: String

    /// It is no XLSX, XLSM or ODS file, or one under a password.
    package static let notAWorkbook = Code(name: "annotation.not-a-workbook")
    /// It is signed: every change would break the signature.
    package static let signed = Code(name: "annotation.signed")
    /// A part is missing, damaged or written in a way that cannot be changed in place.
    package static let unsplicable = Code(name: "annotation.unsplicable")
    /// A limit was reached.
    package static let limit = Code(name: "annotation.limit")
  }

  package let code: Code
  /// The part that it is about; empty for the whole file.
  package let part: String
  /// What happened, in English, with the numbers in.
  package let detail: String

  package init(_ code: Code, part: String = "", detail: String) {
    self.code = code
    self.part = part
    self.detail = detail
  }

  package init(_ error: ArchiveError) {
    let code: Code = error.code == .limit ? .limit : .unsplicable
    self.init(code, part: error.part, detail: error.detail)
  }

  package var description: String {
    part.isEmpty ? "\(code.name): \(detail)" : "\(code.name): \(part): \(detail)"
  }
}
