import Markup

/// What an `f` says of its formula beside the text (ECMA-376, 18.3.1.40).
struct XLSXFormulaHead: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case normal
    /// One text for many cells, moved from cell to cell.
    case shared
    /// One text for a range of cells; the cell that has it is its first.
    case array
    /// A table of what-if answers: it has no text.
    case dataTable
  }

  var kind = Kind.normal
  /// Which of the shared formulas of the sheet.
  var sharedIndex: Int?
  /// Whether it says for which cells it holds, and so defines the shared formula.
  var hasRange = false

  init() {}

  init(_ element: borrowing MarkupElement) {
    switch element.string(XLSXName.cellType) {
    case "shared": kind = .shared
    case "array": kind = .array
    case "dataTable": kind = .dataTable
    case nil, .some: kind = .normal
    }
    sharedIndex = element.integer(XLSXName.sharedIndex)
    hasRange = element.withValue(of: XLSXName.mergedReference) { !$0.isEmpty } ?? false
  }
}

/// Gives each cell of one sheet the text of its formula. Cells that share a formula name the one
/// that has it, which comes before them in the file.
struct XLSXFormulas {
  private struct Master {
    var address: CellAddress
    var formula: String
  }

  /// Bytes of the longest formula that cells share; Excel stops at 8,192 characters. A longer one
  /// is kept where it stands, and the cells that share it are left without a text.
  static let longestShared = 32_768

  /// Bytes written out for cells that share a formula: those of the sheets before count too.
  private(set) var written: Int
  private let limits: SpreadsheetLimits
  private var masters: [Int: Master] = [:]

  init(limits: SpreadsheetLimits, writtenBefore: Int = 0) {
    self.limits = limits
    written = writtenBefore
  }

  /// The formula of a cell, without "="; nil where the file does not hold it.
  /// - Parameter text: what stands in the `f`, entities resolved.
  /// - Throws: `.tooLarge` beyond `limits.sharedFormulaBytes`.
  mutating func formula(
    at address: CellAddress, head: XLSXFormulaHead, text: borrowing Span<UInt8>
  ) throws(MarkupError) -> String? {
    let own = Self.formula(text)
    guard head.kind == .shared, let index = head.sharedIndex else { return own }
    if let own {
      if head.hasRange || masters[index] == nil {
        masters[index] =
          own.utf8.count <= Self.longestShared ? Master(address: address, formula: own) : nil
      }
      return own
    }
    guard let master = masters[index] else { return nil }
    let shift = XLSXFormulaShift(
      rows: address.row - master.address.row, columns: address.column - master.address.column)
    let moved = shift.moved(master.formula)
    written += moved.utf8.count
    guard written <= limits.sharedFormulaBytes else {
      throw MarkupError(
        .tooLarge,
        detail: "\(address): the formulas that cells share would take more than "
          + "\(limits.sharedFormulaBytes) bytes")
    }
    return moved
  }

  /// A text as a formula, without the white space around it and without "="; nil for none.
  static func formula(_ text: borrowing Span<UInt8>) -> String? {
    var kept = text.trimmedRange
    if !kept.isEmpty, text[kept.lowerBound] == UInt8(ascii: "=") {
      kept = kept.lowerBound + 1..<kept.upperBound
    }
    guard !kept.isEmpty else { return nil }
    var bytes: [UInt8] = []
    bytes.append(copying: text.extracting(kept))
    return XLSXText.decoded(bytes)
  }
}
