import Markup

extension ODSContentReceiver {
  mutating func startRow(_ element: borrowing MarkupElement) {
    rowRepeats = 1
    rowIsHidden = false
    element.forEachAttribute { token, value in
      switch token {
      case ODSName.rowsRepeated: rowRepeats = max(Int(decimal: value) ?? 1, 1)
      case ODSName.visibility: rowIsHidden = !value.isVisible
      default: break
      }
    }
    display?.startRow(element)
    column = 1
    hidden.startRow(isHidden: rowIsHidden)
    held = rowRepeats > 1 ? (batch.count, batch.cells.bytes.count) : nil
  }

  mutating func finishRow() throws(MarkupError) {
    defer {
      row += min(rowRepeats, limits.rows * 2)
      held = nil
    }
    guard isWanted else { return }
    if rowIsHidden, row <= limits.rows {
      let last = min(row + min(rowRepeats, limits.rows) - 1, limits.rows)
      batch.append(.hiddenRows(row...last))
    }
    guard let held, held.records < batch.count else { return }
    // A row of a million empty ones costs nothing: only one that holds something is repeated.
    let records = batch.cells.records[held.records...]
    guard records.contains(where: { $0.kind != .empty }) else { return }
    guard rowRepeats <= limits.rows, row + rowRepeats - 1 <= limits.rows else {
      throw MarkupError(
        .tooLarge,
        detail: "row \(row) with values is repeated \(rowRepeats) times, over the limit of "
          + "\(limits.rows) rows")
    }
    cells += records.count * (rowRepeats - 1)
    textBytes += (rowRepeats - 1) * records.reduce(0) { $0 + $1.textBytes }
    try checkCells()
    batch.repeatRecords(from: held.records, rows: rowRepeats - 1)
  }

  func checkCells() throws(MarkupError) {
    guard cells <= limits.cells else {
      throw MarkupError(
        .tooLarge, detail: "row \(row): more than \(limits.cells) cells, repeats counted")
    }
    guard textBytes <= limits.cellTextBytes else {
      throw MarkupError(
        .tooLarge,
        detail: "row \(row): the texts of cells, repeats counted, are more than "
          + "\(limits.cellTextBytes) bytes")
    }
  }

  mutating func startCell(_ element: borrowing MarkupElement) throws(MarkupError) {
    var cell = ODSOpenCell()
    cell.isCovered = element.token == ODSName.coveredCell
    cell.type = element.withValue(of: ODSName.valueType) { ODSOpenCell.Kind($0) } ?? .none
    raw.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    paragraphs = 0
    hasTab = false
    let wanted = cell.type.attribute
    let mayBePercent = cell.type == .float && percentStyles.count > 0
    var laterType = ODSOpenCell.Kind.none
    var across = 1
    var down = 1
    element.forEachAttribute { token, value in
      switch token {
      case ODSName.styleName:
        cell.isStyled = value.count > 0
        if mayBePercent, percentStyles.number(of: value) != nil { cell.type = .percentage }
      case ODSName.columnsRepeated: cell.repeats = max(Int(decimal: value) ?? 1, 1)
      case ODSName.formula: cell.hasFormula = value.count > 0
      case ODSName.calcType:
        cell.isError = value.count == 5 && value[0] == UInt8(ascii: "e")
        if cell.type == .none, !cell.isError { laterType = ODSOpenCell.Kind(value) }
      case ODSName.columnsSpanned: across = Int(decimal: value) ?? 1
      case ODSName.rowsSpanned: down = Int(decimal: value) ?? 1
      case wanted:
        cell.hasRaw = true
        raw.append(copying: value)
      default: break
      }
    }
    // LibreOffice's own type alone counts as well.
    if laterType != .none {
      cell.type = laterType
      element.forEachAttribute { token, value in
        guard token == laterType.attribute else { return }
        cell.hasRaw = true
        raw.append(copying: value)
      }
    }
    if across > 1 || down > 1, !cell.isCovered { try merge(element.line, across, down) }
    if asksForMore {
      try startCellBeside(element, cell.repeats)
    }
    open = cell
  }

  /// What is asked for beyond the value.
  private mutating func startCellBeside(
    _ element: borrowing MarkupElement, _ repeats: Int
  ) throws(MarkupError) {
    formula.removeAll(keepingCapacity: true)
    style.removeAll(keepingCapacity: true)
    element.forEachAttribute { token, value in
      if token == ODSName.formula { formula.append(copying: value) }
      if token == ODSName.styleName { style.append(copying: value) }
    }
    var fault: MarkupError?
    _ = element.withValue(of: ODSExtraName.validationName) { name in
      do throws(MarkupError) {
        try extras?.use(
          validation: name, row: row, column: column, columnsRepeated: repeats,
          rowsRepeated: rowRepeats)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
  }

  private mutating func merge(
    _ line: Int, _ across: Int, _ down: Int
  ) throws(MarkupError) {
    guard row <= limits.rows, column <= limits.columns else { return }
    merges += 1
    guard merges <= limits.merges else {
      throw MarkupError(
        .tooLarge, line: line, detail: "more than \(limits.merges) merged ranges")
    }
    let last = CellAddress(
      row: min(row + min(max(down, 1), limits.rows) - 1, limits.rows),
      column: min(column + min(max(across, 1), limits.columns) - 1, limits.columns))
    batch.append(.merge(CellRange(first: CellAddress(row: row, column: column), last: last)))
  }

  mutating func finishCell() throws(MarkupError) {
    guard let cell = open.take() else { return }
    isInParagraph = false
    defer { column += min(cell.repeats, limits.columns * 2) }
    // What a merge covers is no value, as office programs see it; yet a person may want to know.
    if cell.isCovered {
      if cell.type != .none || !text.isEmpty { batch.notice(.underMerge, at: address) }
      return
    }
    var record = CellRecord(row: row, column: column)
    let (kept, notice) = cell.settle(&record, raw: raw.span, shown: text.span)
    let isEmpty = record.kind == .empty
    guard !isEmpty || cell.isStyled else { return }
    guard row <= limits.rows, column <= limits.columns else {
      if isEmpty { return }
      throw MarkupError(
        .tooLarge, detail: "\(address), which holds a value, lies outside any sheet")
    }
    if let notice { batch.notice(notice, at: address) }
    if hasTab { batch.notice(.tabLeftOut, at: address) }
    if !isEmpty, hidden.isNeeded, hidden.isFirst(inColumn: column) {
      batch.notice(.hidden, at: address)
    }
    record.start = Int32(truncatingIfNeeded: batch.cells.bytes.count)
    switch kept {
    case .nothing: break
    case .raw: batch.cells.bytes.append(contentsOf: raw)
    case .shown: batch.cells.bytes.append(contentsOf: text)
    }
    record.count = Int32(truncatingIfNeeded: batch.cells.bytes.count) - record.start
    if asksForMore { keepBeside(&record) }
    try append(record, cell.repeats, isEmpty: isEmpty)
  }

  private var address: CellAddress { CellAddress(row: row, column: column) }

  private mutating func append(
    _ record: CellRecord, _ repeats: Int, isEmpty: Bool
  ) throws(MarkupError) {
    // Empty styled cells repeat to the end of the sheet: one stands for all of them.
    let count = isEmpty ? 1 : repeats
    guard column + count - 1 <= limits.columns else {
      throw MarkupError(
        .tooLarge,
        detail: "\(address) with a value is repeated \(count) times, over the limit of "
          + "\(limits.columns) columns")
    }
    cells += count
    textBytes += count * record.textBytes
    try checkCells()
    batch.cells.records.append(record)
    let isShownByFormat = record.shown < 0 && display != nil
    if isShownByFormat {
      showLast(inColumn: column)
      try checkCells()
    }
    guard count > 1 else { return }
    var copy = batch.cells.records[batch.count - 1]
    let name = style
    var look = display?.style(named: name.span, column: column)
    for offset in 1..<count {
      copy.column = Int32(truncatingIfNeeded: column + offset)
      batch.cells.records.append(copy)
      // What has no style of its own is shown as its column says, which need not be that before it.
      guard isShownByFormat else { continue }
      let next = display?.style(named: name.span, column: column + offset)
      guard next != look else { continue }
      look = next
      batch.cells.records[batch.count - 1].shown = -1
      showLast(inColumn: column + offset)
      try checkCells()
      copy = batch.cells.records[batch.count - 1]
    }
  }

  /// The formula and the displayed text, where they are asked for.
  private mutating func keepBeside(_ record: inout CellRecord) {
    if request.wants(.formulas), !formula.isEmpty {
      record.formula = batch.cells.keep(OpenFormula.excel(formula.span))
    }
    guard request.wants(.displayedText), record.kind != .empty, !text.isEmpty else { return }
    record.shown = batch.cells.keep(String(decoding: text, as: UTF8.self))
  }

  /// A program that stores no text leaves it to the format.
  private mutating func showLast(inColumn place: Int) {
    let last = batch.count - 1
    guard batch.cells.records[last].shown < 0,
      batch.cells.records[last].kind != .empty
    else { return }
    batch.cells.lent = last..<batch.count
    let name = style
    let format = display?.format(ofStyle: name.span, column: place) ?? .openDocumentGeneral
    let shown = format.text(batch.cells.value(at: 0), language: request.language)
    textBytes += shown.utf8.count
    batch.cells.records[last].shown = batch.cells.keep(shown)
  }
}

extension CellRecord {
  /// Bytes of its text; 0 for other kinds.
  fileprivate var textBytes: Int { kind == .text ? Int(count) : 0 }
}

extension Span<UInt8> {
  /// "visible", as against "collapse" and "filter".
  fileprivate var isVisible: Bool { count == 7 && self[0] == UInt8(ascii: "v") }
}
