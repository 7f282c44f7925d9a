import ExactNumbers
import Markup

/// Reads the tables of a spreadsheet: a row is held until it ends, because it may be repeated.
struct ODSContentReceiver: MarkupReceiver {
  let limits: SpreadsheetLimits
  var properties = WorkbookProperties()

  /// Names of table styles that hide their sheet.
  private var hidingStyles: Set<String> = []
  private var openStyle: String?
  /// Names of percentage formats, and of the cell styles that have one.
  private var percentFormats: Set<String> = []
  private var percentStyles: Set<String> = []

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
  private var batch = SheetBatch()
  private var pending: [Cell] = []
  /// Of the whole workbook.
  private var sheets = 0
  private var cells = 0
  private var merges = 0

  private var open: ODSOpenCell?
  private var text: [UInt8] = []
  /// The attribute that holds the open cell's value.
  private var raw: [UInt8] = []
  private var paragraphs = 0
  private var isInParagraph = false
  private var meta = PropertyText()

  init(limits: SpreadsheetLimits) {
    self.limits = limits
  }

  /// Hands over what has come since the last time.
  mutating func deliver(to receiver: inout some CellReceiver) {
    batch.deliver(to: &receiver)
    isWanted = isWanted && batch.isWanted
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case ODSName.generator, ODSName.modified:
      if asideDepth == 0 { meta.begin(element.token) }
    case ODSName.style: startStyle(element)
    case ODSName.percentStyle:
      if let name = element.string(ODSName.styleOwnName) { percentFormats.insert(name) }
    case ODSName.tableProperties:
      if let openStyle, element.string(ODSName.display) == "false" {
        hidingStyles.insert(openStyle)
      }
    case ODSName.spreadsheet: isInSpreadsheet = true
    case ODSName.annotation, ODSName.aside: asideDepth += 1
    default:
      guard isInSpreadsheet, asideDepth == 0 else { return }
      try startTablePart(element)
    }
  }

  private mutating func startTablePart(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case ODSName.table: try startTable(element)
    case ODSName.tableSource where tableDepth == 1: isWanted = false
    case ODSName.column where tableDepth == 1: startColumn(element)
    case ODSName.row where tableDepth == 1: startRow(element)
    case ODSName.cell, ODSName.coveredCell:
      if tableDepth == 1, isWanted { try startCell(element) }
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
    case ODSName.generator, ODSName.modified: finishMeta()
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
    if meta.token != 0 {
      meta.append(bytes)
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

  private mutating func finishMeta() {
    let token = meta.token
    guard let value = meta.finish() else { return }
    if token == ODSName.generator {
      properties.producer = value
    } else {
      properties.modified = value
    }
  }
}

extension ODSContentReceiver {
  private mutating func startStyle(_ element: borrowing MarkupElement) {
    openStyle = element.string(ODSName.styleOwnName)
    if let openStyle, let format = element.string(ODSName.dataStyle),
      percentFormats.contains(format)
    {
      percentStyles.insert(openStyle)
    }
  }

  private mutating func startTable(_ element: borrowing MarkupElement) throws(MarkupError) {
    tableDepth += 1
    guard tableDepth == 1 else { return }
    sheets += 1
    guard sheets <= limits.sheets else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "more than \(limits.sheets) sheets")
    }
    row = 1
    columnDefinition = 1
    let name = element.string(ODSName.name) ?? ""
    // LibreOffice keeps a copy of a linked file's sheet under a name of this kind.
    guard !name.hasPrefix("'file:") else {
      isWanted = false
      return
    }
    let style = element.string(ODSName.styleName) ?? ""
    let isHidden = hidingStyles.contains(style) || element.string(ODSName.display) == "false"
    isWanted = true
    batch.append(.sheet(name: name, isHidden: isHidden))
  }

  private mutating func startColumn(_ element: borrowing MarkupElement) {
    let count = max(element.integer(ODSName.columnsRepeated) ?? 1, 1)
    let visibility = element.string(ODSName.visibility) ?? "visible"
    if isWanted, visibility != "visible", columnDefinition <= limits.columns {
      let last = min(columnDefinition + min(count, limits.columns) - 1, limits.columns)
      batch.append(.hiddenColumns(columnDefinition...last))
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
      let last = min(row + min(rowRepeats, limits.rows) - 1, limits.rows)
      batch.append(.hiddenRows(row...last))
    }
    // A row of a million empty ones costs nothing: only one that holds something is repeated.
    guard !pending.isEmpty else { return }
    let holdsValue = pending.contains { !$0.isEmpty }
    let repeats = holdsValue ? rowRepeats : 1
    guard row + min(repeats, limits.rows) - 1 <= limits.rows, repeats <= limits.rows else {
      throw MarkupError(
        .tooLarge,
        detail: "row \(row) with values is repeated \(repeats) times, over the limit of "
          + "\(limits.rows) rows")
    }
    cells += pending.count * repeats
    guard cells <= limits.cells else {
      throw MarkupError(
        .tooLarge, detail: "row \(row): more than \(limits.cells) cells, repeats counted")
    }
    let first = batch.cells.count
    for cell in pending { batch.append(cell) }
    guard repeats > 1 else { return }
    batch.append(.repeated(cells: first..<batch.cells.count, rows: row + 1..<row + repeats))
  }

  private mutating func startCell(_ element: borrowing MarkupElement) throws(MarkupError) {
    var cell = ODSOpenCell()
    cell.isCovered = element.token == ODSName.coveredCell
    cell.type = element.withValue(of: ODSName.valueType) { ODSOpenCell.Kind($0) } ?? .none
    raw.removeAll(keepingCapacity: true)
    let wanted = cell.type.attribute
    let mayBePercent = cell.type == .float && !percentStyles.isEmpty
    var across = 1
    var down = 1
    element.forEachAttribute { token, value in
      switch token {
      case ODSName.styleName:
        cell.isStyled = value.count > 0
        if mayBePercent, percentStyles.contains(String(copying: value)) { cell.type = .percentage }
      case ODSName.columnsRepeated: cell.repeats = max(Int(decimal: value) ?? 1, 1)
      case ODSName.formula: cell.hasFormula = value.count > 0
      case ODSName.calcType: cell.isError = value.count == 5 && value[0] == UInt8(ascii: "e")
      case ODSName.columnsSpanned: across = Int(decimal: value) ?? 1
      case ODSName.rowsSpanned: down = Int(decimal: value) ?? 1
      case wanted:
        cell.hasRaw = true
        raw.append(copying: value)
      default: break
      }
    }
    if !cell.isCovered, across > 1 || down > 1, row <= limits.rows {
      merges += 1
      guard merges <= limits.merges else {
        throw MarkupError(
          .tooLarge, line: element.line, detail: "more than \(limits.merges) merged ranges")
      }
      let last = CellAddress(
        row: min(row + min(max(down, 1), limits.rows) - 1, limits.rows),
        column: min(column + min(max(across, 1), limits.columns) - 1, limits.columns))
      batch.append(.merge(CellRange(first: CellAddress(row: row, column: column), last: last)))
    }
    open = cell
    text.removeAll(keepingCapacity: true)
    paragraphs = 0
  }

  private mutating func finishCell() throws(MarkupError) {
    guard let cell = open.take() else { return }
    isInParagraph = false
    defer { column += min(cell.repeats, limits.columns * 2) }
    let address = CellAddress(row: row, column: column)
    // What a merge covers is no value, as office programs see it; yet a person may want to know.
    if cell.isCovered {
      if cell.type != .none || !text.isEmpty {
        batch.append(.notice(Notice(.underMerge, at: address)))
      }
      return
    }
    let value = cell.value(raw: raw.span, shown: text.span)
    if value.isBroken { batch.append(.notice(Notice(.brokenValue, at: address))) }
    if case .text(let shown) = value.value, NumberLikeText.matches(shown) {
      batch.append(.notice(Notice(.textNumber, at: address)))
    }
    if value.isLong { batch.append(.notice(Notice(.longNumber, at: address))) }
    let isEmpty = value.value.isEmpty
    guard !isEmpty || cell.isStyled, row <= limits.rows else { return }
    // Empty styled cells repeat to the end of the sheet: one stands for all of them.
    let repeats = isEmpty ? 1 : cell.repeats
    guard column + repeats - 1 <= limits.columns else {
      if isEmpty { return }
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
