import ExactNumbers
import Findings
import Spreadsheets

/// A workbook that came in, ready to be bound: its sheets, and what its cells are known by.
package struct FormFile: Sendable {
  /// Path below the inbox, with "/".
  package var path: String
  /// SHA-256 in lower-case hexadecimal.
  package var hash: String
  /// In the order of the workbook.
  package var sheets: [Grid]

  package init(path: String, hash: String, sheets: [Grid]) {
    self.path = path
    self.hash = hash
    self.sheets = sheets
  }

  /// The file as a whole.
  var origin: Origin { Origin(file: path, hash: hash) }

  func origin(of sheet: Grid) -> Origin { Origin(file: path, hash: hash, sheet: sheet.name) }

  /// A cell with its raw text, which is left out where `isPersonal`.
  func origin(of place: CellAddress, on sheet: Grid, isPersonal: Bool = false) -> Origin {
    let cell = sheet[place]
    return Origin(
      file: path, hash: hash, sheet: sheet.name, cell: place.description,
      rawText: isPersonal ? "" : cell?.rawText ?? "", decimals: cell?.decimals)
  }
}

extension GridCell {
  /// How many decimals the number has as it is seen; nil when it is none.
  fileprivate var decimals: Int? {
    guard case .number(let number) = content else { return nil }
    return showsPercent ? max(0, number.decimals - 2) : number.decimals
  }
}
