import Markup

/// Reads the part of one table (ECMA-376, 18.5.1.2).
struct XLSXTableReceiver: MarkupReceiver {
  /// Nil until its element is read, and where it has no name or no range.
  private(set) var table: SheetTable?
  private let limits: SpreadsheetLimits

  init(limits: SpreadsheetLimits) { self.limits = limits }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.table:
      // Formulas call it by the name that is displayed.
      var name = XLSXText.decoded(element, XLSXName.displayName)
      if name.isEmpty { name = XLSXText.decoded(element, XLSXName.name) }
      let range = element.withValue(of: XLSXName.mergedReference) {
        XLSXReference.range($0, limits: limits)
      }
      guard table == nil, !name.isEmpty, let range = range ?? nil else { return }
      table = SheetTable(
        name: name, range: range,
        hasHeadings: (element.integer(XLSXName.headerRows) ?? 1) > 0,
        hasTotals: (element.integer(XLSXName.totalsRows) ?? 0) > 0)
    case XLSXName.tableColumn:
      guard let count = table?.columns.count else { return }
      guard count < limits.columns else {
        throw MarkupError(
          .tooLarge, line: element.line, detail: "more than \(limits.columns) columns of a table")
      }
      table?.columns.append(XLSXText.decoded(element, XLSXName.name))
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {}
  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {}
}
