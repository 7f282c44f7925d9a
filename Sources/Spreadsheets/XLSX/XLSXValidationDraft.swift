import Markup

/// A `dataValidation` while it is read (ECMA-376, 18.3.1.32, and its extension x14 in
/// MS-XLSX).
struct XLSXValidationDraft {
  var ranges: [CellRange]
  var first: String?
  var second: String?
  /// The text of `x12ac:list`, which Excel writes for entries with a comma in them.
  var list: String?

  /// Nil for a type that the standard does not have: then nothing can be said of it.
  private let kind: CellValidation.Kind?
  private let comparison: CellValidation.Comparison
  private let allowsBlank: Bool
  private let alert: CellValidation.Alert?
  private let prompt: CellValidation.Message?
  private let error: CellValidation.Message?

  init(_ element: borrowing MarkupElement, limits: SpreadsheetLimits) {
    ranges =
      element.withValue(of: XLSXName.cells) { XLSXReference.ranges($0, limits: limits) } ?? []
    kind = Self.kind(element.string(XLSXName.kind) ?? "none")
    comparison = Self.comparison(element.string(XLSXName.comparison) ?? "between")
    allowsBlank = element.flag(XLSXName.allowsBlank) ?? false
    let showsError = element.flag(XLSXName.showsError) ?? false
    alert = showsError ? Self.alert(element.string(XLSXName.errorStyle) ?? "stop") : nil
    error =
      showsError ? Self.message(element, title: XLSXName.errorTitle, text: XLSXName.error) : nil
    prompt =
      element.flag(XLSXName.showsPrompt) ?? false
      ? Self.message(element, title: XLSXName.promptTitle, text: XLSXName.prompt) : nil
  }

  /// Nil where the file names no cells or no known type.
  var validation: CellValidation? {
    guard let kind, !ranges.isEmpty else { return nil }
    var made = CellValidation(
      ranges: ranges, kind: kind, allowsBlank: allowsBlank, alert: alert, prompt: prompt,
      error: error)
    switch kind {
    case .any: break
    case .list:
      made.items = list.map(XLSXListItems.ofList) ?? first.flatMap(XLSXListItems.ofConstant)
      if made.items == nil { made.first = first }
    case .custom: made.first = first
    case .wholeNumber, .decimal, .date, .time, .textLength:
      made.comparison = comparison
      made.first = first
      // LibreOffice writes a second formula, 0, beside every comparison.
      if comparison == .between || comparison == .notBetween { made.second = second }
    }
    return made
  }

  private static func kind(_ name: String) -> CellValidation.Kind? {
    switch name {
    case "none": .any
    case "list": .list
    case "whole": .wholeNumber
    case "decimal": .decimal
    case "date": .date
    case "time": .time
    case "textLength": .textLength
    case "custom": .custom
    default: nil
    }
  }

  private static func comparison(_ name: String) -> CellValidation.Comparison {
    switch name {
    case "notBetween": .notBetween
    case "equal": .equal
    case "notEqual": .notEqual
    case "greaterThan": .greater
    case "greaterThanOrEqual": .greaterOrEqual
    case "lessThan": .less
    case "lessThanOrEqual": .lessOrEqual
    default: .between
    }
  }

  private static func alert(_ name: String) -> CellValidation.Alert {
    switch name {
    case "warning": .warning
    case "information": .information
    default: .stop
    }
  }

  private static func message(
    _ element: borrowing MarkupElement, title: Int32, text: Int32
  ) -> CellValidation.Message? {
    let message = CellValidation.Message(
      title: XLSXText.decoded(element, title), text: XLSXText.decoded(element, text))
    return message.title.isEmpty && message.text.isEmpty ? nil : message
  }
}

extension XLSXText {
  /// An attribute's value with its escapes undone; "" where there is none.
  static func decoded(_ element: borrowing MarkupElement, _ token: Int32) -> String {
    element.withValue(of: token) { value in
      var bytes: [UInt8] = []
      bytes.append(copying: value)
      return decoded(bytes)
    } ?? ""
  }
}
