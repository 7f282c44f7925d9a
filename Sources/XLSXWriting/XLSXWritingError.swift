/// Why a workbook could not be written as XLSX.
package struct XLSXWritingError: Error, Hashable, Sendable, CustomStringConvertible {
  package struct Code: Hashable, Sendable {
    package let name: String

    /// libxlsxwriter takes a value for none that XLSX can hold.
    package static let refused = Code(name: "xlsx-writing.refused")
    /// A row or column is outside of the sheet, or a sheet or format is none of this file's.
    package static let outside = Code(name: "xlsx-writing.outside")
    /// The file could not be made: no memory, no room on the disk.
    package static let unwritable = Code(name: "xlsx-writing.unwritable")
  }

  package let code: Code
  /// What was being written, and what was wrong with it.
  package let detail: String

  package init(_ code: Code, detail: String) {
    self.code = code
    self.detail = detail
  }

  package var description: String { "\(code.name): \(detail)" }
}
