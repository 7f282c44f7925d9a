/// Where a value stood in a submitted file, as plain text, so that it can be kept and shown
/// without the workbook at hand.
package struct Origin: Sendable, Hashable, Codable {
  /// Path of the file below the inbox, as it was when it came.
  package var file: String
  /// SHA-256 of the file in lower-case hexadecimal; the kept copy is found by it.
  package var hash: String
  /// Name of the sheet as the workbook spells it; empty when the finding is about the whole file.
  package var sheet: String
  /// Address of the cell, "C14"; of several whose numbers are summed, "B4+C4+D4", and their raw
  /// texts likewise; empty when the finding is about the whole sheet.
  package var cell: String
  /// What stood in the cell, letter by letter. Empty for a personal field, whose text is never kept.
  package var rawText: String
  /// How many decimals the cell showed; nil when it is not a number.
  package var decimals: Int?

  package init(
    file: String, hash: String = "", sheet: String = "", cell: String = "", rawText: String = "",
    decimals: Int? = nil
  ) {
    self.file = file
    self.hash = hash
    self.sheet = sheet
    self.cell = cell
    self.rawText = rawText
    self.decimals = decimals
  }

  /// «Кадры!C14», or the sheet alone, or the file alone.
  package var place: String {
    switch (sheet.isEmpty, cell.isEmpty) {
    case (true, _): file
    case (false, true): sheet
    case (false, false): "\(sheet)!\(cell)"
    }
  }
}
