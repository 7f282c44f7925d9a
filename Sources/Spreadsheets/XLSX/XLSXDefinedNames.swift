import Markup

/// The defined names of a workbook while they are read (ECMA-376, 18.2.5).
struct XLSXDefinedNames {
  private struct Entry {
    var name: String
    /// The place of the sheet that it is known in, among all sheets; nil for the workbook.
    var sheet: Int?
    var isHidden: Bool
    var formula = ""
  }

  private let limits: SpreadsheetLimits
  private var entries: [Entry] = []
  private var draft: Entry?
  private var text: XLSXCollectedText

  init(limits: SpreadsheetLimits) {
    self.limits = limits
    text = XLSXCollectedText(limit: limits.textBytes)
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    guard entries.count < limits.extras else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "more than \(limits.extras) defined names")
    }
    draft = Entry(
      name: XLSXText.decoded(element, XLSXName.name),
      // What is no number is no sheet of the workbook either.
      sheet: element.string(XLSXName.localSheet).map { Int($0) ?? -1 },
      isHidden: element.flag(XLSXName.hidden) ?? false)
    text.open()
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    try text.append(bytes)
  }

  mutating func end() {
    text.close()
    guard var done = draft.take(), !done.name.isEmpty, let formula = text.formula else { return }
    done.formula = formula
    entries.append(done)
  }

  /// The names with the sheets that they are known in. One of a sheet that the workbook does not
  /// have is left out: nothing can call it.
  func resolved(sheets: [String]) -> [DefinedName] {
    entries.compactMap { entry in
      var sheet: String?
      if let index = entry.sheet {
        guard sheets.indices.contains(index) else { return nil }
        sheet = sheets[index]
      }
      return DefinedName(
        name: entry.name, sheet: sheet, formula: entry.formula, isHidden: entry.isHidden)
    }
  }
}
