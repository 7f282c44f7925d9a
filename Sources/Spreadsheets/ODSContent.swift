import ExactNumbers
import Markup

/// Reads the tables of a spreadsheet: a row is held until it ends, because it may be repeated.
struct ODSContentReceiver<Receiver: CellReceiver>: MarkupReceiver {
  var receiver: Receiver
  let limits: SpreadsheetLimits
  var properties = WorkbookProperties()

  /// Names of table styles that hide their sheet.
  private var hidingStyles: Set<String> = []
  private var openStyle: String?

  private var isInSpreadsheet = false
  /// 1 within a sheet, more within a table of a cell: its cells are no cells of the sheet.
  private var tableDepth = 0
  /// Greater than 0 within what is no value: notes, shapes, tracked changes.
  private var asideDepth = 0
  private var isWanted = false

  private var row = 1
  private var column = 1
  private var rowRepeats = 1
  private var rowIsHidden = false
  private var columnDefinition = 1
  private var pending: [Cell] = []
  private var cells = 0
  private var merges = 0

  private var open: ODSOpenCell?
  private var text: [UInt8] = []
  private var paragraphs = 0
  private var isInParagraph = false
  private var meta: Int32 = 0

  init(receiver: Receiver, limits: SpreadsheetLimits) {
    self.receiver = receiver
    self.limits = limits
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case ODSName.generator, ODSName.modified: meta = asideDepth == 0 ? element.token : 0
    case ODSName.style: openStyle = element.string(ODSName.styleOwnName)
    case ODSName.tableProperties:
      if let openStyle, element.string(ODSName.display) == "false" { hidingStyles.insert(openStyle) }
    case ODSName.spreadsheet: isInSpreadsheet = true
    case ODSName.annotation, ODSName.aside: asideDepth += 1
    default:
      guard isInSpreadsheet, asideDepth == 0 else { return }
      try startTablePart(element)
    }
  }

  private mutating func startTablePart(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case ODSName.table: startTable(element)
    case ODSName.tableSource where tableDepth == 1: isWanted = false
    case ODSName.column where tableDepth == 1: startColumn(element)
    case ODSName.row where tableDepth == 1: startRow(element)
    case ODSName.cell, ODSName.coveredCell:
      if tableDepth == 1, isWanted { startCell(element) }
    case ODSName.paragraph, ODSName.heading:
      guard open != nil, tableDepth == 1 else { return }
      if paragraphs > 0 { text.append(UInt8(ascii: "\n")) }
      paragraphs += 1
      isInParagraph = true
    case ODSName.space where isInParagraph:
      let count = min(max(element.integer(ODSName.count) ?? 1, 0), 10_000)
      text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
      try checkText()
    case ODSName.tab where isInParagraph:
      text.append(UInt8(ascii: "\t"))
    case ODSName.lineBreak where isInParagraph:
      text.append(UInt8(ascii: "\n"))
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    switch token {
    case ODSName.generator, ODSName.modified: meta = 0
    case ODSName.style: openStyle = nil
    case ODSName.spreadsheet: isInSpreadsheet = false
    case ODSName.annotation, ODSName.aside: asideDepth -= 1
    case _ where asideDepth > 0 || !isInSpreadsheet: break
    case ODSName.table: tableDepth -= 1
    case ODSName.row where tableDepth == 1: try finishRow()
    case ODSName.cell, ODSName.coveredCell:
      if tableDepth == 1 { try finishCell() }
    case ODSName.paragraph, ODSName.heading:
      isInParagraph = false
    default: break
    }
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    if meta != 0 {
      try takeMeta(bytes)
      return
    }
    guard isInParagraph, asideDepth == 0, tableDepth == 1 else { return }
    // The standard would collapse white space (OpenDocument 1.3, part 3, 6.1.2); programs that
    // write a space mean it, and no other reader collapses.
    text.append(copying: bytes)
    try checkText()
  }

  private func checkText() throws(MarkupError) {
    guard text.count <= limits.textBytes else {
      throw MarkupError(
        .tooLong,
        detail: "the text of \(CellAddress(row: row, column: column)) is longer than "
          + "\(limits.textBytes) bytes")
    }
  }

  private mutating func takeMeta(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    guard bytes.count <= 300 else { return }
    var copy: [UInt8] = []
    copy.append(copying: bytes)
    let value = String(decoding: copy, as: UTF8.self)
    if meta == ODSName.generator {
      properties.producer = value
    } else {
      properties.modified = value
    }
  }
}

extension ODSContentReceiver {
  private mutating func startTable(_ element: borrowing MarkupElement) {
    tableDepth += 1
    guard tableDepth == 1 else { return }
    row = 1
    columnDefinition = 1
    cells = 0
    merges = 0
    let name = element.string(ODSName.name) ?? ""
    // LibreOffice keeps a copy of a linked file's sheet under a name of this kind.
    guard !name.hasPrefix("'file:") else {
      isWanted = false
      return
    }
    let style = element.string(ODSName.styleName) ?? ""
    let isHidden = hidingStyles.contains(style) || element.string(ODSName.display) == "false"
    isWanted = receiver.sheet(name, isHidden: isHidden)
  }

  private mutating func startColumn(_ element: borrowing MarkupElement) {
    let count = max(element.integer(ODSName.columnsRepeated) ?? 1, 1)
    let visibility = element.string(ODSName.visibility) ?? "visible"
    if isWanted, visibility != "visible", columnDefinition <= limits.columns {
      receiver.hiddenColumns(
        columnDefinition...min(columnDefinition + min(count, limits.columns) - 1, limits.columns))
    }
    columnDefinition += min(count, limits.columns)
  }

  private mutating func startRow(_ element: borrowing MarkupElement) {
    rowRepeats = max(element.integer(ODSName.rowsRepeated) ?? 1, 1)
    rowIsHidden = (element.string(ODSName.visibility) ?? "visible") != "visible"
    column = 1
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func finishRow() throws(MarkupError) {
    defer { row += min(rowRepeats, limits.rows * 2) }
    guard isWanted else { return }
    if rowIsHidden, row <= limits.rows {
      receiver.hiddenRows(row...min(row + min(rowRepeats, limits.rows) - 1, limits.rows))
    }
    // A row of a million empty ones costs nothing: only one that holds something is repeated.
    guard !pending.isEmpty else { return }
    let holdsValue = pending.contains { $0.value != .empty }
    let repeats = holdsValue ? rowRepeats : 1
    guard row + repeats - 1 <= limits.rows else {
      throw MarkupError(
        .tooLarge,
        detail: "row \(row) with values is repeated \(repeats) times, over the limit of "
          + "\(limits.rows) rows")
    }
    for number in row..<row + repeats {
      for cell in pending {
        cells += 1
        guard cells <= limits.cells else {
          throw MarkupError(
            .tooLarge, detail: "\(cell.address): more than \(limits.cells) cells by repeats")
        }
        var copy = cell
        copy.address.row = number
        receiver.cell(copy)
      }
    }
  }

  private mutating func startCell(_ element: borrowing MarkupElement) {
    var cell = ODSOpenCell()
    cell.repeats = max(element.integer(ODSName.columnsRepeated) ?? 1, 1)
    cell.isCovered = element.token == ODSName.coveredCell
    cell.isStyled = element.withValue(of: ODSName.styleName) { $0.count > 0 } ?? false
    cell.type = element.string(ODSName.valueType)
    cell.isError = element.string(ODSName.calcType) == "error"
    cell.hasFormula = element.withValue(of: ODSName.formula) { $0.count > 0 } ?? false
    switch cell.type {
    case nil: break
    case "float"?, "percentage"?, "currency"?: cell.raw = element.string(ODSName.value)
    case "date"?: cell.raw = element.string(ODSName.dateValue)
    case "time"?: cell.raw = element.string(ODSName.timeValue)
    case "boolean"?: cell.raw = element.string(ODSName.booleanValue)
    default: cell.raw = element.string(ODSName.stringValue)
    }
    let across = element.integer(ODSName.columnsSpanned) ?? 1
    let down = element.integer(ODSName.rowsSpanned) ?? 1
    if !cell.isCovered, across > 1 || down > 1, merges < limits.merges, row <= limits.rows {
      merges += 1
      receiver.merge(
        CellRange(
          first: CellAddress(row: row, column: column),
          last: CellAddress(
            row: min(row + min(max(down, 1), limits.rows) - 1, limits.rows),
            column: min(column + min(max(across, 1), limits.columns) - 1, limits.columns))))
    }
    open = cell
    text.removeAll(keepingCapacity: true)
    paragraphs = 0
  }

  private mutating func finishCell() throws(MarkupError) {
    guard let cell = open.take() else { return }
    isInParagraph = false
    defer { column += min(cell.repeats, limits.columns * 2) }
    // What a merge covers is no value, as office programs see it; yet a person may want to know.
    let shown = String(decoding: text, as: UTF8.self)
    let address = CellAddress(row: row, column: column)
    if cell.isCovered {
      if cell.type != nil || !shown.isEmpty { receiver.notice(Notice(.underMerge, at: address)) }
      return
    }
    let value = cell.value(shown: shown)
    if value.isBroken { receiver.notice(Notice(.brokenValue, at: address)) }
    if value.isLong { receiver.notice(Notice(.longNumber, at: address)) }
    guard value.value != .empty || cell.isStyled, row <= limits.rows else { return }
    // Empty styled cells repeat to the end of the sheet: one stands for all of them.
    let repeats = value.value == .empty ? 1 : cell.repeats
    guard column + repeats - 1 <= limits.columns else {
      if value.value == .empty { return }
      throw MarkupError(
        .tooLarge,
        detail: "\(address) with a value is repeated \(repeats) times, over the limit of "
          + "\(limits.columns) columns")
    }
    guard pending.count + repeats <= limits.columns else { return }
    for offset in 0..<repeats {
      pending.append(
        Cell(
          address: CellAddress(row: row, column: column + offset), value: value.value,
          rawText: value.raw, shape: value.shape, hasFormula: cell.hasFormula))
    }
  }
}
