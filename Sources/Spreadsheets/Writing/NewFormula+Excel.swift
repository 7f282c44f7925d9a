extension NewFormula {
  /// As XLSX stores it, without "=": `IF(Кадры!$C$7>5,"…","")`.
  var excel: String { text(in: ExcelNotation.self) }
}

/// The notation of Excel in English (ECMA-376, 18.17).
enum ExcelNotation: FormulaNotation {
  static let separator = ","

  static func flag(_ truth: Bool) -> String { truth ? "TRUE" : "FALSE" }

  /// UTF-16 units of the longest text that stands in a formula.
  private static let longestText = 255

  /// In quotes; a longer text is joined of pieces.
  static func text(_ text: String) -> String {
    guard text.utf16.count > longestText else { return text.inFormulaQuotes }
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      let width = UTF16.width(scalar)
      if length + width > longestText {
        pieces.append(String(piece).inFormulaQuotes)
        piece = String.UnicodeScalarView()
        length = 0
      }
      piece.append(scalar)
      length += width
    }
    pieces.append(String(piece).inFormulaQuotes)
    return "(" + pieces.joined(separator: "&") + ")"
  }

  static func cell(_ reference: NewReference) -> String {
    sheet(reference.sheet) + reference.address.text(isAbsolute: reference.isAbsolute)
  }

  static func range(_ range: NewRange) -> String {
    sheet(range.sheet) + range.range.first.text(isAbsolute: range.isAbsolute) + ":"
      + range.range.last.text(isAbsolute: range.isAbsolute)
  }

  private static func sheet(_ name: String?) -> String {
    name.map { SheetNameQuoting.quoted($0) + "!" } ?? ""
  }
}

extension CellAddress {
  /// "$C$14" or "C14".
  func text(isAbsolute: Bool) -> String {
    isAbsolute ? "$" + Self.letters(column) + "$" + String(row) : description
  }
}
