package import Spreadsheets
package import Wording

/// A workbook as lines for a person to read, cell by cell as it is read.
package struct CellsTable: CellReceiver {
  /// Characters of the longest text that is printed whole.
  private static let longest = 60
  /// Characters of the columns, and of a value that something stands behind.
  private static let addressWidth = 9
  private static let typeWidth = 14
  private static let valueWidth = 24

  private let parts: ListedParts
  private let words: CellsWords
  package private(set) var selection: CellSelection
  /// Lines that are not taken yet.
  private var text = ""
  /// What is said of the sheet behind its cells.
  private var beside = ""
  private var noticed = NoticedCells()

  package init(
    _ parts: ListedParts, selection: CellSelection = CellSelection(), language: Language
  ) {
    self.parts = parts
    self.selection = selection
    words = CellsWords(language: language)
  }

  /// Takes the lines out.
  package mutating func take() -> String {
    defer { text = "" }
    return text
  }

  package mutating func sheet(_ heading: SheetHeading) -> Bool {
    endSheet()
    guard selection.takes(heading) else { return false }
    text += heading.name + (heading.isHidden ? " (\(words.hidden))" : "") + "\n"
    return true
  }

  package mutating func cells(_ batch: borrowing CellBatch) {
    guard parts.hasCells else { return }
    for index in 0..<batch.count where selection.takes(batch.address(at: index)) {
      cell(batch[index])
    }
  }

  private mutating func cell(_ cell: Cell) {
    guard let value = ListedValue(cell.value) else { return }
    var behind: [String] = []
    if cell.rawText != value.text, !cell.rawText.isEmpty {
      behind.append("[\(Self.short(cell.rawText))]")
    }
    if parts.contains(.shown), let shown = cell.shown { behind.append("«\(Self.short(shown))»") }
    if parts.contains(.formulas), let formula = cell.formula {
      behind.append("= \(Self.short(formula))")
    }
    let short = Self.short(value.text)
    text += columns(
      cell.address.description, words.type(value.type),
      behind.isEmpty
        ? short : Self.padded(short, Self.valueWidth) + "  " + behind.joined(separator: "  "))
  }

  package mutating func fact(_ fact: SheetFact) {
    guard selection.takes(fact) else { return }
    switch fact {
    case .merge(let range) where parts.contains(.merges):
      line(range.description, words.merged)
    case .hiddenRows(let rows) where parts.contains(.hidden):
      line("\(rows.lowerBound):\(rows.upperBound)", words.hiddenRows)
    case .hiddenColumns(let columns) where parts.contains(.hidden):
      let ends = [columns.lowerBound, columns.upperBound].map(CellAddress.letters)
      line(ends.joined(separator: ":"), words.hiddenColumns)
    case .notice(let notice) where parts.contains(.notices): noticed.append(notice)
    case .comment(let comment) where parts.contains(.comments):
      let author = comment.author.map { "\($0): " } ?? ""
      line(comment.address.description, words.comment, Self.short(author + comment.text))
    case .validation(let rule) where parts.contains(.validations):
      line(
        Self.short(rule.ranges.map(\.description).joined(separator: " ")), words.validation,
        Self.short(words.described(rule)))
    case .protection(let protection) where parts.contains(.protection):
      line("", words.protected, protection.hasPassword ? words.password : "")
    case .merge, .hiddenRows, .hiddenColumns, .notice, .comment, .validation, .protection: break
    }
  }

  /// What holds for the workbook as a whole, behind all its sheets.
  package mutating func finish(_ description: WorkbookDescription) {
    endSheet()
    for name in description.names where selection.takes(sheet: name.sheet) {
      let place = (name.sheet.map { $0 + "!" } ?? "") + name.name
      line(place, words.name + (name.isHidden ? " (\(words.hidden))" : ""), name.formula)
    }
    for table in description.tables
    where selection.takes(sheet: table.sheet) && selection.takes(table.range) {
      line(
        "\(table.sheet)!\(table.range)", words.table,
        Self.short(table.name + ": " + table.columns.joined(separator: " | ")))
    }
    if description.isStructureProtected { line("", words.structureProtected) }
    if parts.contains(.properties) {
      let properties = description.properties
      line("", words.producer, properties.producer ?? "–")
      line("", words.created, properties.created ?? "–")
      line("", words.modified, properties.modified ?? "–")
    }
    defer { endSheet() }
    guard parts.contains(.notices) else { return }
    for notice in description.notices { noticed.append(notice) }
  }

  /// Facts come among the cells, and are read behind them.
  private mutating func endSheet() {
    text += beside
    beside = ""
    for (code, places) in noticed.take() {
      line(
        "", words.notice,
        "\(code.rawValue): \(words.meaning(code))" + (places.isEmpty ? "" : ": " + places))
    }
    text += beside
    beside = ""
  }

  private mutating func line(_ place: String, _ type: String, _ rest: String = "") {
    beside += columns(place, type, rest)
  }

  private func columns(_ place: String, _ type: String, _ rest: String) -> String {
    let columns =
      Self.padded(place, Self.addressWidth) + " " + Self.padded(type, Self.typeWidth) + " " + rest
    return "  " + String(columns.reversed().drop { $0 == " " }.reversed()) + "\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// One line of at most `longest` characters.
  private static func short(_ text: String) -> String {
    let shown = text.prefix(longest + 1)
    let line = shown.count > longest ? shown.prefix(longest - 1) + "…" : shown
    return String(line.map { $0.isNewline ? "⏎" : $0 == "\t" ? "⇥" : $0 })
  }
}
