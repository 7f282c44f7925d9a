import ExactNumbers
import Markup

/// A cell whose end has not come yet.
struct ODSOpenCell {
  /// `office:value-type`.
  enum Kind {
    case none, float, percentage, currency, date, time, boolean, string

    /// A type that is not known is read as text.
    init(_ name: borrowing Span<UInt8>) {
      guard name.count > 0 else {
        self = .none
        return
      }
      self =
        switch (name[0], name.count) {
        case (UInt8(ascii: "f"), 5): .float
        case (UInt8(ascii: "p"), 10): .percentage
        case (UInt8(ascii: "c"), 8): .currency
        case (UInt8(ascii: "d"), 4): .date
        case (UInt8(ascii: "t"), 4): .time
        case (UInt8(ascii: "b"), 7): .boolean
        default: .string
        }
    }

    /// The token of the attribute that holds the value; 0 for none.
    var attribute: Int32 {
      switch self {
      case .none: 0
      case .float, .percentage, .currency: ODSName.value
      case .date: ODSName.dateValue
      case .time: ODSName.timeValue
      case .boolean: ODSName.booleanValue
      case .string: ODSName.stringValue
      }
    }
  }

  var repeats = 1
  var isCovered = false
  var isStyled = false
  var type = Kind.none
  /// LibreOffice's own mark of an error.
  var isError = false
  var hasFormula = false
  /// Whether the attribute that holds the value is there.
  var hasRaw = false

  /// Which text of a cell is its raw text.
  enum Kept {
    case nothing
    /// The attribute that holds the value.
    case raw
    /// The text of the paragraphs.
    case shown
  }

  /// Makes the value.
  /// - Parameters:
  ///   - raw: the attribute that holds the value.
  ///   - shown: the text of the cell's paragraphs.
  /// - Returns: what is to be kept as the raw text, and what a person should know.
  func settle(
    _ record: inout CellRecord, raw: borrowing Span<UInt8>, shown: borrowing Span<UInt8>
  ) -> (kept: Kept, notice: Notice.Code?) {
    record.hasFormula = hasFormula
    if type == .none { return settleUntyped(&record, shown) }
    if isError || (hasFormula && type != .date && Self.isErrorText(shown)) {
      return settleError(&record)
    }
    switch type {
    case .float: return settleNumber(&record, .plain, raw, shown)
    case .percentage: return settleNumber(&record, .percent, raw, shown)
    case .currency: return settleNumber(&record, .currency, raw, shown)
    case .date, .time:
      guard hasRaw,
        let moment = SerialMoment(day: raw) ?? SerialMoment(iso: String(copying: raw))
      else { return settleBroken(&record) }
      record.shape = moment.shape
      record.hold(.moment, moment.serial)
      return (.raw, nil)
    case .boolean:
      guard let flag = hasRaw ? raw.flag : nil else { return settleBroken(&record) }
      record.kind = .boolean
      record.coefficient = flag ? 1 : 0
      return (.raw, nil)
    case .string, .none:
      // Where the attribute is empty and the text is not, LibreOffice shows the text.
      let hasRaw = hasRaw && !(raw.isEmpty && !shown.isEmpty)
      let isEmpty = hasRaw ? raw.isEmpty : shown.isEmpty
      record.kind = isEmpty && !hasFormula ? .empty : .text
      let isNumberLike = hasRaw ? NumberLikeText.matches(raw) : NumberLikeText.matches(shown)
      return (hasRaw ? .raw : .shown, isNumberLike ? .textNumber : nil)
    }
  }

  private func settleUntyped(
    _ record: inout CellRecord, _ shown: borrowing Span<UInt8>
  ) -> (Kept, Notice.Code?) {
    if shown.isEmpty {
      record.kind = hasFormula ? .formulaWithoutResult : .empty
      return (.nothing, hasFormula ? .noResult : nil)
    }
    if hasFormula, Self.isErrorText(shown) { return settleError(&record) }
    record.kind = .text
    return (.shown, NumberLikeText.matches(shown) ? .textNumber : nil)
  }

  /// The name of an error is what is shown.
  private func settleError(_ record: inout CellRecord) -> (Kept, Notice.Code?) {
    record.kind = .error
    return (.shown, .error)
  }

  private func settleBroken(_ record: inout CellRecord) -> (Kept, Notice.Code?) {
    record.kind = .error
    record.isBroken = true
    return (hasRaw ? .raw : .shown, .brokenValue)
  }

  private func settleNumber(
    _ record: inout CellRecord, _ shape: NumberShape, _ raw: borrowing Span<UInt8>,
    _ shown: borrowing Span<UInt8>
  ) -> (Kept, Notice.Code?) {
    // Excel and old LibreOffice store an error as the number 0 with the error's name as text.
    if Self.isErrorText(shown) { return settleError(&record) }
    guard hasRaw, let stored = StoredNumber(raw) else { return settleBroken(&record) }
    record.shape =
      shape == .plain && Self.showsPercent(shown, of: stored.value) ? .percent : shape
    record.hold(.number, stored.value)
    return (.raw, stored.isLong ? .longNumber : nil)
  }

  /// Whether a plain number is seen as a percentage: Gnumeric keeps the format in another part,
  /// but the text of the cell tells.
  private static func showsPercent(
    _ shown: borrowing Span<UInt8>, of value: ExactNumber
  ) -> Bool {
    guard shown.count > 1, shown.count <= 40, shown[shown.count - 1] == UInt8(ascii: "%") else {
      return false
    }
    let digits = String(copying: shown).dropLast().replacing(",", with: ".")
      .filter { !$0.isWhitespace }
    guard let percent = Double(digits) else { return false }
    return (percent - value.doubleValue * 100).magnitude <= 0.5
  }

  /// "#DIV/0!", "#N/A", "#REF!", "Err:502", «#ДЕЛ/0!».
  static func isErrorText(_ shown: borrowing Span<UInt8>) -> Bool {
    // Nearly every text is told by its first byte; 0xD0 begins «Ошибка:».
    guard shown.count > 1, shown.count <= 60 else { return false }
    guard shown[0] == 0x23 || shown[0] == 0x45 || shown[0] == 0xD0 else { return false }
    let text = String(copying: shown)
    if text.hasPrefix("Err:") || text.hasPrefix("Ошибка:") {
      return text.unicodeScalars.suffix(3).allSatisfy { ("0"..."9").contains($0) }
    }
    guard text.hasPrefix("#") else { return false }
    return text.hasSuffix("!") || text.hasSuffix("?") || text.hasSuffix("#N/A")
      || text.hasSuffix("#Н/Д")
  }
}
