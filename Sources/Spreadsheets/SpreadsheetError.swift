package import Archives
package import Markup

/// Why a workbook could not be read.
package struct SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
  package struct Code: Hashable, Sendable {
    package let name: String

    /// The bytes are no workbook; `FileVerdict` says what they are.
    package static let notAWorkbook = Code(name: "spreadsheet.not-a-workbook")
    /// A part that the workbook needs is missing, damaged or not well formed.
    package static let damaged = Code(name: "spreadsheet.damaged")
    package static let limit = Code(name: "spreadsheet.limit")
    package static let encrypted = Code(name: "spreadsheet.encrypted")
  }

  package let code: Code
  /// The part of the file that it is about; "" for the whole.
  package let part: String
  package let detail: String

  package init(_ code: Code, part: String = "", detail: String) {
    self.code = code
    self.part = part
    self.detail = detail
  }

  package init(_ error: ArchiveError) {
    let code: Code =
      switch error.code {
      case .limit: .limit
      case .encrypted: .encrypted
      case .notAnArchive: .notAWorkbook
      default: .damaged
      }
    self.init(code, part: error.part, detail: error.detail)
  }

  package init(_ error: MarkupError, part: String) {
    let isLimit = [.tooDeep, .tooLong, .tooLarge].contains(error.code)
    self.init(isLimit ? .limit : .damaged, part: part, detail: error.description)
  }

  package var description: String {
    part.isEmpty ? "\(code.name): \(detail)" : "\(code.name): \(part): \(detail)"
  }
}
