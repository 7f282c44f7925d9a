import ExactNumbers
import Markup

/// Reads a worksheet: one cell at a time, nothing kept but the cell that is open.
struct XLSXSheetReceiver: MarkupReceiver {
  var batch = SheetBatch()
  let shared: [String]
  /// The places of shared strings that look like numbers.
  let numberLike: Set<Int>
  let shapes: [NumberShape]
  let is1904: Bool
  let limits: SpreadsheetLimits

  private enum Kind {
    case number, shared, text, inline, boolean, error, date
  }
  private enum Collecting {
    case nothing, value, inlineText, formula
  }

  private var row = 0
  private var column = 0
  /// Those of the sheets before are counted too.
  private(set) var cells: Int
  private(set) var merges: Int
  private var isInCell = false
  private var kind = Kind.number
  private var shape = NumberShape.plain
  private var hasFormula = false
  private var hasValue = false
  private var collecting = Collecting.nothing
  private var phoneticDepth = 0
  private var isInData = false
  private var fallbackDepth = 0
  private var bytes: [UInt8] = []

  init(
    shared: [String], numberLike: Set<Int>, shapes: [NumberShape], is1904: Bool,
    limits: SpreadsheetLimits, cellsBefore: Int, mergesBefore: Int
  ) {
    cells = cellsBefore
    merges = mergesBefore
    self.shared = shared
    self.numberLike = numberLike
    self.shapes = shapes
    self.is1904 = is1904
    self.limits = limits
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.cell where isInData: try startCell(element)
    case XLSXName.value where isInCell && !(kind == .inline && hasValue):
      collecting = .value
      hasValue = true
      bytes.removeAll(keepingCapacity: true)
    case XLSXName.formula where isInCell:
      hasFormula = true
      collecting = .formula
    case XLSXName.inline where isInCell:
      if kind == .number || kind == .text { kind = .inline }
      // Where both stand, office programs show the inline text and not the value before it.
      if kind == .inline { bytes.removeAll(keepingCapacity: true) }
    case XLSXName.text where isInCell && phoneticDepth == 0:
      if kind == .inline {
        collecting = .inlineText
        hasValue = true
      }
    case XLSXName.phonetic where isInCell: phoneticDepth += 1
    case XLSXName.row where isInData: try startRow(element)
    case XLSXName.sheetData: isInData = true
    case XLSXName.mergedCell where fallbackDepth == 0: try merge(element)
    case XLSXName.column where !isInData: hideColumns(element)
    case XLSXName.fallback: fallbackDepth += 1
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    switch token {
    case XLSXName.cell where isInCell: finishCell()
    case XLSXName.value, XLSXName.text, XLSXName.formula: collecting = .nothing
    case XLSXName.phonetic where isInCell: phoneticDepth -= 1
    case XLSXName.sheetData: isInData = false
    case XLSXName.fallback: fallbackDepth -= 1
    default: break
    }
  }

  mutating func text(_ span: borrowing Span<UInt8>) throws(MarkupError) {
    switch collecting {
    case .nothing, .formula: return
    case .value, .inlineText:
      guard bytes.count + span.count <= limits.textBytes else {
        throw MarkupError(
          .tooLong, detail: "the text of \(address) is longer than \(limits.textBytes) bytes")
      }
      bytes.append(copying: span)
    }
  }

  private var address: CellAddress { CellAddress(row: row, column: column) }

  private mutating func startRow(_ element: borrowing MarkupElement) throws(MarkupError) {
    // Some programs leave the number out: the row follows the one before.
    row = element.integer(XLSXName.reference) ?? row + 1
    column = 0
    guard row >= 1, row <= limits.rows else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "row \(row) is over the limit of \(limits.rows)")
    }
    if element.flag(XLSXName.hidden) ?? false { batch.append(.hiddenRows(row...row)) }
  }

  private mutating func startCell(_ element: borrowing MarkupElement) throws(MarkupError) {
    var named: CellAddress?
    var style = 0
    var type = Kind.number
    element.forEachAttribute { token, value in
      switch token {
      case XLSXName.reference: named = CellAddress(value)
      case XLSXName.style: style = Int(decimal: value) ?? 0
      case XLSXName.cellType: type = Self.kind(value)
      default: break
      }
    }
    if let named {
      if named.row != row, row > 0 { batch.append(.notice(Notice(.misplaced, at: named))) }
      row = named.row
      column = named.column
    } else {
      row = max(row, 1)
      column += 1
    }
    guard row <= limits.rows, column <= limits.columns else {
      throw MarkupError(.tooLarge, line: element.line, detail: "\(address) lies outside any sheet")
    }
    cells += 1
    guard cells <= limits.cells else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "\(address): more than \(limits.cells) cells")
    }
    isInCell = true
    hasFormula = false
    hasValue = false
    phoneticDepth = 0
    bytes.removeAll(keepingCapacity: true)
    shape = style >= 0 && style < shapes.count ? shapes[style] : .plain
    kind = type
  }

  private static func kind(_ type: borrowing Span<UInt8>) -> Kind {
    guard type.count > 0 else { return .number }
    switch (type[0], type.count) {
    case (UInt8(ascii: "s"), 1): return .shared
    case (UInt8(ascii: "s"), _): return .text
    case (UInt8(ascii: "b"), _): return .boolean
    case (UInt8(ascii: "e"), _): return .error
    case (UInt8(ascii: "i"), _): return .inline
    case (UInt8(ascii: "d"), _): return .date
    default: return .number
    }
  }

  private mutating func finishCell() {
    isInCell = false
    collecting = .nothing
    let (value, raw) = value()
    batch.append(
      Cell(
        address: address, value: value, rawText: raw, shape: shape, hasFormula: hasFormula))
  }

  private mutating func value() -> (CellValue, String) {
    switch kind {
    case .inline:
      let text = XLSXText.decoded(bytes)
      if NumberLikeText.matches(bytes.span) { noticeNumberLike() }
      return text.isEmpty ? (blank, "") : (.text(text), "")
    case .text:
      guard hasValue else { return (blank, "") }
      let text = XLSXText.decoded(bytes)
      if NumberLikeText.matches(bytes.span) { noticeNumberLike() }
      return (text.isEmpty && !hasFormula ? .empty : .text(text), "")
    case .shared, .number, .boolean, .error, .date:
      let kept = bytes.span.trimmedRange
      guard hasValue, !kept.isEmpty else { return (blank, "") }
      return stored(kept)
    }
  }

  /// A value of a type that white space around does not change.
  private mutating func stored(_ kept: Range<Int>) -> (CellValue, String) {
    switch kind {
    case .shared:
      guard let index = Int(decimal: bytes.span.extracting(kept)), shared.indices.contains(index)
      else { return broken() }
      let string = shared[index]
      if !numberLike.isEmpty, numberLike.contains(index) { noticeNumberLike() }
      return (string.isEmpty ? .empty : .text(string), "")
    case .number, .inline, .text: return number()
    case .boolean:
      if kept.count == 1, bytes[kept.lowerBound] | 1 == UInt8(ascii: "1") {
        return (.boolean(bytes[kept.lowerBound] == UInt8(ascii: "1")), raw)
      }
      switch String(copying: bytes.span.extracting(kept)).lowercased() {
      case "true": return (.boolean(true), raw)
      case "false": return (.boolean(false), raw)
      default: return broken()
      }
    case .error: return (.error(String(copying: bytes.span.extracting(kept))), raw)
    case .date:
      guard let moment = SerialMoment(iso: String(copying: bytes.span.extracting(kept))) else {
        return broken()
      }
      shape = moment.shape
      return (.moment(moment), raw)
    }
  }

  /// The value letter by letter.
  private var raw: String { String(copying: bytes.span) }

  /// A cell without a value: empty, or a formula that was never reckoned.
  private var blank: CellValue { hasFormula ? .formulaWithoutResult : .empty }

  private mutating func noticeNumberLike() {
    batch.append(.notice(Notice(.textNumber, at: address)))
  }

  private mutating func broken() -> (CellValue, String) {
    batch.append(.notice(Notice(.brokenValue, at: address)))
    return (.error("#VALUE!"), raw)
  }

  private mutating func number() -> (CellValue, String) {
    guard let stored = StoredNumber(bytes.span) else {
      // Text in a cell that says it is a number: other programs show the text.
      batch.append(.notice(Notice(.brokenValue, at: address)))
      return (.text(raw), raw)
    }
    if stored.isLong { batch.append(.notice(Notice(.longNumber, at: address))) }
    guard shape.isMoment else { return (.number(stored.value), raw) }
    return (.moment(SerialMoment(shape: shape, serial: sinceEpoch(stored.value))), raw)
  }

  /// Days since 1899-12-30. Less than a day is a time of day in either epoch. Excel takes 1900 for
  /// a leap year: until its 29th of February (serial 60) its days are one ahead of the calendar's.
  private func sinceEpoch(_ serial: ExactNumber) -> ExactNumber {
    guard shape != .duration, serial >= .one else { return serial }
    if is1904 { return (try? serial + Self.daysOf1904) ?? serial }
    return serial < Self.falseLeapDay ? (try? serial + .one) ?? serial : serial
  }

  /// Days from 1899-12-30 to 1904-01-01.
  private static let daysOf1904: ExactNumber = 1462
  private static let falseLeapDay: ExactNumber = 60

  private mutating func merge(_ element: borrowing MarkupElement) throws(MarkupError) {
    guard let range = element.string(XLSXName.mergedReference).flatMap({ CellRange($0) }) else {
      return
    }
    merges += 1
    guard merges <= limits.merges else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "more than \(limits.merges) merged ranges")
    }
    batch.append(.merge(range))
  }

  private mutating func hideColumns(_ element: borrowing MarkupElement) {
    guard element.flag(XLSXName.hidden) ?? false, let first = element.integer(XLSXName.minimum),
      let last = element.integer(XLSXName.maximum), first >= 1, last >= first
    else { return }
    batch.append(.hiddenColumns(first...min(last, limits.columns)))
  }
}
