import Archives
import XLSXWriting

/// Why a workbook could not be written: which cell or sheet, what was there, what was expected.
package struct NewWorkbookError: Error, Hashable, Sendable, CustomStringConvertible {
  package struct Code: Hashable, Sendable {
    package let name: String

    /// The time at which it was made, or the set of its sheets.
    package static let workbook = Code(name: "new-workbook.workbook")
    /// The name of a sheet, or one that a reference names and the workbook lacks.
    package static let sheetName = Code(name: "new-workbook.sheet-name")
    /// A row, a column or a range is not within a sheet, or ranges lie over one another.
    package static let place = Code(name: "new-workbook.place")
    /// A width, a height, a colour or another part of the looks.
    package static let looks = Code(name: "new-workbook.looks")
    /// A text, a number or a date that no cell can hold, or a value under a merge.
    package static let value = Code(name: "new-workbook.value")
    /// A formula that office programs do not read.
    package static let formula = Code(name: "new-workbook.formula")
    /// What a validation accepts or says.
    package static let validation = Code(name: "new-workbook.validation")
    /// More than `NewWorkbookLimits` allow.
    package static let limit = Code(name: "new-workbook.limit")
    /// The file could not be made: no memory, no room on the disk.
    package static let unwritable = Code(name: "new-workbook.unwritable")
  }

  package let code: Code
  /// "" for the whole workbook.
  package let sheet: String
  /// "C14", "A1:C3"; "" for the whole sheet.
  package let place: String
  /// What was found and what is expected, for a programmer.
  package let detail: String

  package init(_ code: Code, sheet: String = "", place: String = "", detail: String) {
    self.code = code
    self.sheet = sheet
    self.place = place
    self.detail = detail
  }

  init(_ error: XLSXWritingError, sheet: String = "", place: String = "") {
    self.init(
      error.code == .unwritable ? .unwritable : .value, sheet: sheet, place: place,
      detail: error.detail)
  }

  init(_ error: ArchiveError) {
    self.init(.unwritable, detail: error.description)
  }

  /// "new-workbook.value: Кадры!C14: …"
  package var description: String {
    let origin = place.isEmpty ? sheet : sheet + "!" + place
    return origin.isEmpty ? "\(code.name): \(detail)" : "\(code.name): \(origin): \(detail)"
  }
}
