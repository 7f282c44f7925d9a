import ExactNumbers

/// A cell whose end has not come yet.
struct ODSOpenCell {
  var repeats = 1
  var isCovered = false
  var isStyled = false
  /// `office:value-type`; nil for an empty cell.
  var type: String?
  /// LibreOffice's own mark of an error.
  var isError = false
  var hasFormula = false
  /// The value's attribute; nil for a string that stands in the cell's paragraphs alone.
  var raw: String?

  struct Value {
    var value: CellValue
    var raw: String
    var shape: NumberShape = .plain
    /// A value that is none of its type.
    var isBroken = false
    /// More digits than an office program keeps.
    var isLong = false
  }

  /// - Parameter shown: the text of the cell's paragraphs.
  func value(shown: String) -> Value {
    guard let type else {
      return Value(value: hasFormula ? blankFormula(shown) : shown.isEmpty ? .empty : .text(shown), raw: shown)
    }
    if isError || (hasFormula && Self.isErrorText(shown) && type != "date") {
      return Value(value: .error(shown), raw: raw ?? shown)
    }
    switch type {
    case "float": return number(shape: .plain, shown)
    case "percentage": return number(shape: .percent, shown)
    case "currency": return number(shape: .currency, shown)
    case "date", "time":
      guard let raw, let moment = SerialMoment(iso: raw) else { return broken(shown) }
      return Value(value: .moment(moment), raw: raw, shape: moment.shape)
    case "boolean":
      switch raw {
      case "true": return Value(value: .boolean(true), raw: "true")
      case "false": return Value(value: .boolean(false), raw: "false")
      default: return broken(shown)
      }
    default:
      let text = raw ?? shown
      if text.isEmpty, hasFormula { return Value(value: .text(""), raw: "") }
      return Value(value: text.isEmpty ? .empty : .text(text), raw: text)
    }
  }

  private func blankFormula(_ shown: String) -> CellValue {
    if shown.isEmpty { return .formulaWithoutResult }
    return Self.isErrorText(shown) ? .error(shown) : .text(shown)
  }

  private func broken(_ shown: String) -> Value {
    Value(value: .error("#VALUE!"), raw: raw ?? shown, isBroken: true)
  }

  private func number(shape: NumberShape, _ shown: String) -> Value {
    // Excel and old LibreOffice store an error as the number 0 with the error's name as text.
    if Self.isErrorText(shown) { return Value(value: .error(shown), raw: raw ?? shown) }
    guard let raw else { return broken(shown) }
    let text = raw.trimmed
    if let exact = ExactNumber(text), exact.significantDigits <= 15 {
      return Value(value: .number(exact), raw: raw, shape: shape)
    }
    guard let double = Double(text), double.isFinite, let exact = ExactNumber(double) else {
      return broken(shown)
    }
    return Value(value: .number(exact), raw: raw, shape: shape, isLong: true)
  }

  /// "#DIV/0!", "#N/A", "#REF!", "Err:502", «#ДЕЛ/0!».
  static func isErrorText(_ text: String) -> Bool {
    if text.hasPrefix("Err:") || text.hasPrefix("Ошибка:") {
      return text.unicodeScalars.suffix(3).allSatisfy { ("0"..."9").contains($0) }
    }
    guard text.hasPrefix("#"), text.count <= 20 else { return false }
    return text.hasSuffix("!") || text.hasSuffix("?") || text.hasSuffix("#N/A")
      || text.hasSuffix("#Н/Д")
  }
}
