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

  struct Value {
    var value: CellValue
    var raw: String
    var shape: NumberShape = .plain
    /// A value that is none of its type.
    var isBroken = false
    /// More digits than an office program keeps.
    var isLong = false
  }

  /// - Parameters:
  ///   - raw: the attribute that holds the value.
  ///   - shown: the text of the cell's paragraphs.
  func value(raw: borrowing Span<UInt8>, shown: borrowing Span<UInt8>) -> Value {
    if type == .none { return untyped(String(copying: shown)) }
    if isError || (hasFormula && type != .date && Self.isErrorText(shown)) {
      return error(raw, shown)
    }
    switch type {
    case .float: return number(.plain, raw, shown)
    case .percentage: return number(.percent, raw, shown)
    case .currency: return number(.currency, raw, shown)
    case .date, .time:
      let text = String(copying: raw)
      guard hasRaw, let moment = SerialMoment(day: raw) ?? SerialMoment(iso: text) else {
        return broken(raw, shown)
      }
      return Value(value: .moment(moment), raw: text, shape: moment.shape)
    case .boolean:
      switch String(copying: raw) {
      case "true": return Value(value: .boolean(true), raw: "true")
      case "false": return Value(value: .boolean(false), raw: "false")
      default: return broken(raw, shown)
      }
    case .string, .none:
      let text = hasRaw ? String(copying: raw) : String(copying: shown)
      if text.isEmpty, hasFormula { return Value(value: .text(""), raw: "") }
      return Value(value: text.isEmpty ? .empty : .text(text), raw: "")
    }
  }

  private func untyped(_ shown: String) -> Value {
    if shown.isEmpty { return Value(value: hasFormula ? .formulaWithoutResult : .empty, raw: "") }
    let bytes = Array(shown.utf8)
    let isError = hasFormula && Self.isErrorText(bytes.span)
    return Value(value: isError ? .error(shown) : .text(shown), raw: shown)
  }

  private func error(_ raw: borrowing Span<UInt8>, _ shown: borrowing Span<UInt8>) -> Value {
    let text = String(copying: shown)
    return Value(value: .error(text), raw: hasRaw ? String(copying: raw) : text)
  }

  private func broken(_ raw: borrowing Span<UInt8>, _ shown: borrowing Span<UInt8>) -> Value {
    Value(
      value: .error("#VALUE!"), raw: hasRaw ? String(copying: raw) : String(copying: shown),
      isBroken: true)
  }

  private func number(
    _ shape: NumberShape, _ raw: borrowing Span<UInt8>, _ shown: borrowing Span<UInt8>
  ) -> Value {
    // Excel and old LibreOffice store an error as the number 0 with the error's name as text.
    if Self.isErrorText(shown) { return error(raw, shown) }
    guard hasRaw, let stored = StoredNumber(raw) else { return broken(raw, shown) }
    let seen =
      shape == .plain && Self.showsPercent(shown, of: stored.value) ? NumberShape.percent : shape
    return Value(
      value: .number(stored.value), raw: String(copying: raw), shape: seen, isLong: stored.isLong)
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
    guard shown.count > 1, shown.count <= 60, [0x23, 0x45, 0xD0].contains(shown[0]) else {
      return false
    }
    let text = String(copying: shown)
    if text.hasPrefix("Err:") || text.hasPrefix("Ошибка:") {
      return text.unicodeScalars.suffix(3).allSatisfy { ("0"..."9").contains($0) }
    }
    guard text.hasPrefix("#") else { return false }
    return text.hasSuffix("!") || text.hasSuffix("?") || text.hasSuffix("#N/A")
      || text.hasSuffix("#Н/Д")
  }
}
