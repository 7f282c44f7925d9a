public import ExactNumbers

/// What a cell holds. XLSX and ODS give the same values.
public enum CellValue: Hashable, Sendable {
  case number(ExactNumber)
  case text(String)
  case boolean(Bool)
  case moment(SerialMoment)
  /// An error as the office program names it: "#DIV/0!".
  case error(String)
  /// A formula whose result the file does not hold.
  case formulaWithoutResult
  /// The cell is there, styled perhaps, and empty.
  case empty

  /// Cheaper than a comparison with `.empty`, which would compare texts.
  public var isEmpty: Bool {
    if case .empty = self { return true }
    return false
  }
}

/// One cell of a sheet.
public struct Cell: Hashable, Sendable {
  /// Where it stands.
  public var address: CellAddress
  /// What it holds.
  public var value: CellValue
  /// Empty where the value is a text, which is its own raw text.
  private var storedText: String
  /// How the format shows a number; `.plain` for what is none.
  public var shape: NumberShape
  /// Whether the value is the result of a formula; said also where `formula` is not asked for.
  public var hasFormula: Bool
  /// The formula in the notation of Excel, without "="; nil for none and unless asked for.
  public var formula: String?
  /// What an office program shows; nil unless asked for.
  public var shown: String?

  /// - Parameter rawText: may be left empty for a text.
  public init(
    address: CellAddress, value: CellValue, rawText: String, shape: NumberShape = .plain,
    hasFormula: Bool = false, formula: String? = nil, shown: String? = nil
  ) {
    self.address = address
    self.value = value
    storedText = rawText
    self.shape = shape
    self.hasFormula = hasFormula
    self.formula = formula
    self.shown = shown
  }

  /// The value as the file stores it, letter by letter; "" for an empty cell.
  public var rawText: String {
    if case .text(let text) = value, storedText.isEmpty { return text }
    return storedText
  }

  /// Whether it is there and holds nothing.
  public var isEmpty: Bool { value.isEmpty }
}
