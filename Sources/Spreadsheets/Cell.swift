package import ExactNumbers

/// What a cell holds. XLSX and ODS give the same values.
package enum CellValue: Hashable, Sendable {
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
  package var isEmpty: Bool {
    if case .empty = self { return true }
    return false
  }
}

/// How a number is shown, as far as reading a form needs it.
package enum NumberShape: String, Hashable, Sendable {
  case plain
  case percent
  case currency
  case date
  case time
  case dateAndTime = "datetime"
  case duration

  package var isMoment: Bool {
    switch self {
    case .date, .time, .dateAndTime, .duration: true
    case .plain, .percent, .currency: false
    }
  }
}

/// One cell of a sheet.
package struct Cell: Hashable, Sendable {
  package var address: CellAddress
  package var value: CellValue
  /// Empty where the value is a text, which is its own raw text.
  private var storedText: String
  package var shape: NumberShape
  package var hasFormula: Bool

  /// - Parameter rawText: may be left empty for a text.
  package init(
    address: CellAddress, value: CellValue, rawText: String, shape: NumberShape = .plain,
    hasFormula: Bool = false
  ) {
    self.address = address
    self.value = value
    storedText = rawText
    self.shape = shape
    self.hasFormula = hasFormula
  }

  /// The value as the file stores it, letter by letter; "" for an empty cell.
  package var rawText: String {
    if case .text(let text) = value, storedText.isEmpty { return text }
    return storedText
  }

  /// Whether it is there and holds nothing.
  package var isEmpty: Bool { value.isEmpty }
}

/// What the reader was unsure about, or a person should know.
package struct Notice: Hashable, Sendable {
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// A stored number of more than 15 digits, taken as the shortest decimal of its Double.
    case longNumber = "cell.long-number"
    /// A value that is none of its type; the cell is read as an error.
    case brokenValue = "cell.broken-value"
    /// Two cells at one address; the later one counts.
    case twice = "cell.twice"
    /// A value that a merge covers: an office program does not show it.
    case underMerge = "cell.under-merge"
    /// A cell whose place the file gives wrongly.
    case misplaced = "cell.misplaced"
  }

  package var code: Code
  /// Nil when it is about the whole sheet.
  package var address: CellAddress?

  package init(_ code: Code, at address: CellAddress?) {
    self.code = code
    self.address = address
  }
}
