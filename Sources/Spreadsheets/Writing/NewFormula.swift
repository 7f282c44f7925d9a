package import ExactNumbers

/// A formula as a tree, which each back end writes in its own notation: `IF(Кадры!$C$7>5,"…","")`
/// in XLSX, `of:=IF([$Кадры.$C$7]>5;"…";"")` in ODS.
package indirect enum NewFormula: Sendable, Hashable {
  case number(ExactNumber)
  case text(String)
  case flag(Bool)
  case cell(NewReference)
  case range(NewRange)
  /// A function under its English name, which Excel and OpenFormula share: IF, AND, OR, NOT, SUM,
  /// MIN, MAX, ABS, COUNT, COUNTA, COUNTBLANK, COUNTIF, SUMPRODUCT, ROUND, TEXT, ISNUMBER, ISBLANK,
  /// ISTEXT, LEN, TRIM, SUBSTITUTE, …
  case call(String, [NewFormula])
  case infix(NewFormula, Operator, NewFormula)
  case minus(NewFormula)

  package enum Operator: String, Sendable, Hashable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    /// Joins texts.
    case joined = "&"
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }
}

/// A cell that a formula or a link names.
package struct NewReference: Sendable, Hashable {
  /// Nil: the formula's own sheet.
  package var sheet: String?
  package var address: CellAddress
  /// False: it moves with the formula, as in the condition of a highlight.
  package var isAbsolute: Bool

  package init(sheet: String? = nil, _ address: CellAddress, isAbsolute: Bool = true) {
    self.sheet = sheet
    self.address = address
    self.isAbsolute = isAbsolute
  }
}

/// A rectangle of cells that a formula names.
package struct NewRange: Sendable, Hashable {
  /// Nil: the formula's own sheet.
  package var sheet: String?
  package var range: CellRange
  package var isAbsolute: Bool

  package init(sheet: String? = nil, _ range: CellRange, isAbsolute: Bool = true) {
    self.sheet = sheet
    self.range = range
    self.isAbsolute = isAbsolute
  }
}
