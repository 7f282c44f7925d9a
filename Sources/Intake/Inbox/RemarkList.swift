import Spreadsheets

/// The list of remarks that an annotated copy of a form carries. A school may send that copy back:
/// the sheet is no part of its form.
package enum RemarkList {
  package static let sheet = "Замечания"
  package static let titles = ["№", "Где", "Что не так", "Что сделать", "Вид", "Код"]

  /// Whether a sheet is such a list: a school's own sheet of that name has other headings.
  static func isHeld(on sheet: Grid) -> Bool {
    guard sheet.name.hasPrefix(Self.sheet) else { return false }
    return sheet.places.contains { place in
      titles.enumerated().allSatisfy { offset, title in
        let cell = CellAddress(row: place.row, column: place.column + offset)
        return sheet[cell]?.text == title
      }
    }
  }
}

extension FormFile {
  /// The file without lists of remarks that it was given back with.
  package var withoutRemarkLists: FormFile {
    var file = self
    file.sheets.removeAll { RemarkList.isHeld(on: $0) }
    return file
  }
}
