import ExactNumbers
import Markup

/// Reads a worksheet: one cell at a time, nothing kept but the cell that is open.
struct XLSXSheetReceiver<Receiver: CellReceiver>: MarkupReceiver {
  var receiver: Receiver
  let shared: [String]
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
  private var cells = 0
  private var merges = 0
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
    receiver: Receiver, shared: [String], shapes: [NumberShape], is1904: Bool,
    limits: SpreadsheetLimits
  ) {
    self.receiver = receiver
    self.shared = shared
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
    if element.flag(XLSXName.hidden) ?? false { receiver.hiddenRows(row...row) }
  }

  private mutating func startCell(_ element: borrowing MarkupElement) throws(MarkupError) {
    let named = element.withValue(of: XLSXName.reference) { CellAddress($0) } ?? nil
    if let named {
      if named.row != row, row > 0 { receiver.notice(Notice(.misplaced, at: named)) }
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
    let style = element.integer(XLSXName.style) ?? 0
    shape = style >= 0 && style < shapes.count ? shapes[style] : .plain
    kind = element.withValue(of: XLSXName.cellType) { Self.kind($0) } ?? .number
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
    let value = value()
    receiver.cell(
      Cell(
        address: address, value: value.0, rawText: value.1, shape: shape, hasFormula: hasFormula))
  }

  private mutating func value() -> (CellValue, String) {
    switch kind {
    case .inline:
      let text = XLSXText.decoded(bytes)
      return text.isEmpty ? (blank, "") : (.text(text), text)
    case .text:
      guard hasValue else { return (blank, "") }
      let text = XLSXText.decoded(bytes)
      return (text.isEmpty && !hasFormula ? .empty : .text(text), text)
    case .shared, .number, .boolean, .error, .date:
      let raw = String(decoding: bytes, as: UTF8.self)
      let text = raw.trimmed
      guard hasValue, !text.isEmpty else { return (blank, "") }
      switch kind {
      case .shared:
        guard let index = Int(text), shared.indices.contains(index) else { return broken(raw) }
        let string = shared[index]
        return (string.isEmpty ? .empty : .text(string), string)
      case .boolean:
        switch text.lowercased() {
        case "1", "true": return (.boolean(true), raw)
        case "0", "false": return (.boolean(false), raw)
        default: return broken(raw)
        }
      case .error: return (.error(text), raw)
      case .date:
        guard let moment = SerialMoment(iso: text) else { return broken(raw) }
        shape = moment.shape
        return (.moment(moment), raw)
      case .number, .inline, .text: return number(text, raw)
      }
    }
  }

  /// A cell without a value: empty, or a formula that was never reckoned.
  private var blank: CellValue { hasFormula ? .formulaWithoutResult : .empty }

  private mutating func broken(_ raw: String) -> (CellValue, String) {
    receiver.notice(Notice(.brokenValue, at: address))
    return (.error("#VALUE!"), raw)
  }

  private mutating func number(_ text: String, _ raw: String) -> (CellValue, String) {
    guard let number = exact(text) else {
      // Text in a cell that says it is a number: other programs show the text.
      receiver.notice(Notice(.brokenValue, at: address))
      return (.text(raw), raw)
    }
    guard shape.isMoment else { return (.number(number), raw) }
    return (.moment(SerialMoment(shape: shape, serial: sinceEpoch(number))), raw)
  }

  /// Days since 1899-12-30. Less than a day is a time of day in either epoch. Excel takes 1900 for
  /// a leap year: until its 29th of February (serial 60) its days are one ahead of the calendar's.
  private func sinceEpoch(_ serial: ExactNumber) -> ExactNumber {
    guard shape != .duration, serial >= .one else { return serial }
    if is1904 { return (try? serial + ExactNumber(1462)) ?? serial }
    return serial < ExactNumber(60) ? (try? serial + .one) ?? serial : serial
  }

  private mutating func exact(_ text: String) -> ExactNumber? {
    if let number = ExactNumber(text) {
      if number.significantDigits > 15 {
        receiver.notice(Notice(.longNumber, at: address))
        return Double(text).flatMap { ExactNumber($0) } ?? number
      }
      return number
    }
    guard let double = Double(text), double.isFinite, let number = ExactNumber(double) else {
      return nil
    }
    receiver.notice(Notice(.longNumber, at: address))
    return number
  }

  private mutating func merge(_ element: borrowing MarkupElement) throws(MarkupError) {
    guard let range = element.string(XLSXName.mergedReference).flatMap({ CellRange($0) }) else {
      return
    }
    merges += 1
    guard merges <= limits.merges else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "more than \(limits.merges) merged ranges")
    }
    receiver.merge(range)
  }

  private mutating func hideColumns(_ element: borrowing MarkupElement) {
    guard element.flag(XLSXName.hidden) ?? false, let first = element.integer(XLSXName.minimum),
      let last = element.integer(XLSXName.maximum), first >= 1, last >= first
    else { return }
    receiver.hiddenColumns(first...min(last, limits.columns))
  }
}

extension String {
  /// Without white space at the ends.
  var trimmed: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return self }
    let kept = unicodeScalars.drop { $0.properties.isWhitespace }.reversed()
      .drop { $0.properties.isWhitespace }.reversed()
    var text = ""
    text.unicodeScalars.append(contentsOf: kept)
    return text
  }
}
