extension NewFormula {
  /// As ODS stores it, without "of:=": `IF([$Кадры.$C$7]>5;"…";"")`.
  var openFormula: String { text(in: OpenFormulaNotation.self) }
}

/// The notation of OpenDocument 1.3, part 4.
enum OpenFormulaNotation: FormulaNotation {
  static let separator = ";"

  static func flag(_ truth: Bool) -> String { truth ? "TRUE()" : "FALSE()" }

  static func text(_ text: String) -> String { text.inFormulaQuotes }

  static func cell(_ reference: NewReference) -> String {
    "[" + sheet(reference.sheet) + "." + reference.address.text(isAbsolute: reference.isAbsolute)
      + "]"
  }

  static func range(_ range: NewRange) -> String {
    let (first, last) = (range.range.first, range.range.last)
    return "[" + sheet(range.sheet) + "." + first.text(isAbsolute: range.isAbsolute) + ":."
      + last.text(isAbsolute: range.isAbsolute) + "]"
  }

  /// A name as it stands before the point of an address: Кадры, 'Лист 1', '3.1'.
  static func quoted(_ name: String) -> String {
    let needsQuotes = name.contains(".") || SheetNameQuoting.needsQuotes(name)
    return needsQuotes ? "'" + name.replacing("'", with: "''") + "'" : name
  }

  private static func sheet(_ name: String?) -> String {
    name.map { "$" + quoted($0) } ?? ""
  }
}
