import ExactNumbers
import Markup

/// Reads a worksheet: one cell at a time, nothing kept but the cell that is open.
struct XLSXSheetReceiver: MarkupReceiver {
  /// What is counted over all sheets of a workbook.
  struct Counts {
    var cells = 0
    var textBytes = 0
    var merges = 0
    var validated = 0
    var formulaBytes = 0
  }

  enum Kind {
    case number, shared, text, inline, boolean, error, date

    init(_ type: borrowing Span<UInt8>) {
      guard type.count > 0 else {
        self = .number
        return
      }
      self =
        switch (type[0], type.count) {
        case (UInt8(ascii: "s"), 1): .shared
        case (UInt8(ascii: "s"), _): .text
        case (UInt8(ascii: "b"), _): .boolean
        case (UInt8(ascii: "e"), _): .error
        case (UInt8(ascii: "i"), _): .inline
        case (UInt8(ascii: "d"), _): .date
        default: .number
        }
    }
  }
  private enum Collecting {
    case nothing, value, inlineText, formula
  }

  var batch: SheetBatch
  let formats: XLSXCellFormats
  let numberLike: Set<Int>
  let sharedCount: Int
  let is1904: Bool
  let request: ReadingRequest
  let limits: SpreadsheetLimits

  /// Row and column of the cell that was begun last, and what is held of it.
  private var row = 0
  private var column = 0
  var record = CellRecord(row: 0, column: 0)
  var kind = Kind.number
  private(set) var style = 0
  private(set) var hasValue = false
  /// Where the bytes of the cell that is open begin, in those of the batch.
  private(set) var start = 0
  private var collecting = Collecting.nothing

  private(set) var counts: Counts
  private var isInCell = false
  private var isInData = false
  private var phoneticDepth = 0
  private var fallbackDepth = 0
  var hidden = HiddenWatch()

  /// Nil unless the texts of formulas are asked for.
  private var formulas: XLSXFormulas?
  private var formulaHead = XLSXFormulaHead()
  private var formulaText: [UInt8] = []
  /// Nil unless what stands beside the cells is asked for.
  private var extras: XLSXSheetExtras?

  init(
    shared: SharedStrings, formats: XLSXCellFormats, is1904: Bool, isHidden: Bool,
    request: ReadingRequest, counts: Counts
  ) {
    batch = SheetBatch(shared: shared)
    numberLike = shared.numberLike
    sharedCount = shared.count
    self.formats = formats
    self.is1904 = is1904
    self.request = request
    self.counts = counts
    limits = request.limits
    hidden.startSheet(isHidden: isHidden)
    if request.wants(.formulas) {
      formulas = XLSXFormulas(limits: limits, writtenBefore: counts.formulaBytes)
    }
    if XLSXSheetExtras.isNeeded(for: request.contents) {
      extras = XLSXSheetExtras(
        contents: request.contents, limits: limits, validatedBefore: counts.validated)
    }
  }

  /// Hands over what has come since the last time.
  mutating func deliver(to receiver: inout some CellReceiver) {
    if let facts = extras?.facts, !facts.isEmpty {
      for fact in facts { batch.append(fact) }
      extras?.facts = []
    }
    if let validated = extras?.validated { counts.validated = validated }
    if let written = formulas?.written { counts.formulaBytes = written }
    let kept = isInCell ? start : batch.cells.bytes.count
    batch.deliver(to: &receiver, holding: (batch.count, kept))
    start = 0
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.cell where isInData: try startCell(element)
    case XLSXName.value where isInCell && phoneticDepth == 0 && !(kind == .inline && hasValue):
      collecting = .value
      hasValue = true
      dropBytes()
    case XLSXName.formula where isInCell && phoneticDepth == 0: startFormula(element)
    case XLSXName.inline where isInCell:
      if kind == .number || kind == .text { kind = .inline }
      // Where both stand, office programs show the inline text and not the value before it.
      if kind == .inline { dropBytes() }
    case XLSXName.text where isInCell && phoneticDepth == 0:
      if kind == .inline {
        collecting = .inlineText
        hasValue = true
      }
    case XLSXName.phonetic where isInCell: phoneticDepth += 1
    case XLSXName.row where isInData: try startRow(element)
    default:
      if !isInData { try startBeside(element) }
    }
  }

  /// What stands before and after the rows.
  private mutating func startBeside(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.sheetData: isInData = true
    case XLSXName.mergedCell where fallbackDepth == 0: try merge(element)
    case XLSXName.column: hideColumns(element)
    case XLSXName.fallback: fallbackDepth += 1
    default: break
    }
    try extras?.start(element)
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    switch token {
    case XLSXName.cell where isInCell: try finishCell()
    case XLSXName.value, XLSXName.text, XLSXName.formula: collecting = .nothing
    case XLSXName.phonetic where isInCell: phoneticDepth -= 1
    case XLSXName.sheetData: isInData = false
    case XLSXName.fallback where !isInData: fallbackDepth -= 1
    default: break
    }
    if !isInData, extras != nil { try extras?.end(token) }
  }

  mutating func text(_ span: borrowing Span<UInt8>) throws(MarkupError) {
    switch collecting {
    case .value, .inlineText:
      guard batch.cells.bytes.count - start + span.count <= limits.textBytes else {
        throw tooLong
      }
      batch.cells.bytes.append(copying: span)
    case .formula:
      guard formulas != nil else { return }
      guard formulaText.count + span.count <= limits.textBytes else { throw tooLong }
      formulaText.append(copying: span)
    case .nothing:
      if !isInData, extras != nil { try extras?.text(span) }
    }
  }

  var address: CellAddress { CellAddress(row: row, column: column) }

  private var tooLong: MarkupError {
    MarkupError(
      .tooLong, detail: "the text of \(address) is longer than \(limits.textBytes) bytes")
  }

  /// Forgets the bytes of the cell that is open.
  private mutating func dropBytes() {
    let extra = batch.cells.bytes.count - start
    if extra > 0 { batch.cells.bytes.removeLast(extra) }
  }

  private mutating func startRow(_ element: borrowing MarkupElement) throws(MarkupError) {
    // Some programs leave the number out: the row follows the one before.
    row = element.integer(XLSXName.reference) ?? row + 1
    column = 0
    guard row >= 1, row <= limits.rows else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "row \(row) is over the limit of \(limits.rows)")
    }
    let isHidden = element.withValue(of: XLSXName.hidden) { $0.isTrue } ?? false
    if isHidden { batch.append(.hiddenRows(row...row)) }
    hidden.startRow(isHidden: isHidden)
  }

  private mutating func startCell(_ element: borrowing MarkupElement) throws(MarkupError) {
    var named: CellAddress?
    var isNamed = false
    style = 0
    kind = .number
    element.forEachAttribute { token, value in
      switch token {
      case XLSXName.reference:
        isNamed = true
        named = CellAddress(value)
      case XLSXName.style: style = Int(decimal: value) ?? 0
      case XLSXName.cellType: kind = Kind(value)
      default: break
      }
    }
    if let named {
      if named.row != row, row > 0 { batch.notice(.misplaced, at: named) }
      row = named.row
      column = named.column
    } else {
      row = max(row, 1)
      column += 1
      // An address that is none: the cell is taken to follow the one before.
      if isNamed { batch.notice(.misplaced, at: address) }
    }
    guard row <= limits.rows, column <= limits.columns else {
      throw MarkupError(.tooLarge, line: element.line, detail: "\(address) lies outside any sheet")
    }
    counts.cells += 1
    guard counts.cells <= limits.cells else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "\(address): more than \(limits.cells) cells")
    }
    isInCell = true
    hasValue = false
    phoneticDepth = 0
    start = batch.cells.bytes.count
    record = CellRecord(row: row, column: column)
    record.shape = formats.shape(style)
  }

  private mutating func startFormula(_ element: borrowing MarkupElement) {
    record.hasFormula = true
    collecting = .formula
    guard formulas != nil else { return }
    formulaHead = XLSXFormulaHead(element)
    formulaText.removeAll(keepingCapacity: true)
  }

  private mutating func finishCell() throws(MarkupError) {
    isInCell = false
    collecting = .nothing
    settleValue()
    record.start = Int32(truncatingIfNeeded: start)
    record.count = Int32(truncatingIfNeeded: batch.cells.bytes.count - start)
    if record.hasFormula, formulas != nil {
      let (place, head, written) = (address, formulaHead, formulaText)
      let text = try formulas?.formula(at: place, head: head, text: written.span)
      record.formula = batch.cells.keep(text)
    }
    if hidden.isNeeded, record.kind != .empty, hidden.isFirst(inColumn: column) {
      batch.notice(.hidden, at: address)
    }
    if record.kind == .text {
      try countText(
        record.isShared
          ? batch.cells.shared.byteCount(Int(record.coefficient)) : Int(record.count))
    }
    batch.cells.records.append(record)
    if request.wants(.displayedText), record.kind != .empty { try show() }
  }

  private mutating func countText(_ bytes: Int) throws(MarkupError) {
    counts.textBytes += bytes
    guard counts.textBytes <= limits.cellTextBytes else {
      throw MarkupError(
        .tooLarge,
        detail: "\(address): the texts of cells are more than \(limits.cellTextBytes) bytes")
    }
  }

  /// Keeps what the cell that was appended last shows.
  private mutating func show() throws(MarkupError) {
    let last = batch.count - 1
    batch.cells.lent = last..<batch.count
    let shown = formats.format(style).text(batch.cells.value(at: 0), language: request.language)
    try countText(shown.utf8.count)
    batch.cells.records[last].shown = batch.cells.keep(shown)
  }

  private mutating func merge(_ element: borrowing MarkupElement) throws(MarkupError) {
    let named = element.withValue(of: XLSXName.mergedReference) {
      XLSXReference.range($0, limits: limits)
    }
    guard let range = named ?? nil else { return }
    counts.merges += 1
    guard counts.merges <= limits.merges else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "more than \(limits.merges) merged ranges")
    }
    batch.append(.merge(range))
  }

  private mutating func hideColumns(_ element: borrowing MarkupElement) {
    guard element.flag(XLSXName.hidden) ?? false, let first = element.integer(XLSXName.minimum),
      let last = element.integer(XLSXName.maximum), first >= 1, last >= first,
      first <= limits.columns
    else { return }
    let range = first...min(last, limits.columns)
    batch.append(.hiddenColumns(range))
    hidden.hide(columns: range)
  }
}
