import ExactNumbers
import Monitoring

/// What a cell of a summary table says, read strictly.
enum SummaryNumber: Hashable {
  /// Nothing stands there.
  case blank
  case noData
  case notApplicable
  /// As it is printed: percent for a percentage.
  case number(ExactNumber, decimals: Int, isPercent: Bool)
  case unread

  /// Digits that a spreadsheet keeps of a number; what is longer was reckoned, not typed.
  private static let significant = 15

  init(_ cell: GridCell?) {
    guard let cell, !cell.isBlank else {
      self = .blank
      return
    }
    switch cell.content {
    case .number(let number): self = Self.number(number, showsPercent: cell.showsPercent)
    case .text(let text): self = Self.text(text)
    case .empty: self = .blank
    case .flag, .date, .error, .noResult, .lost: self = .unread
    }
  }

  init(_ text: String) { self = text.isEmpty ? .blank : Self.text(text) }

  private static func number(_ number: ExactNumber, showsPercent: Bool) -> SummaryNumber {
    let typed = number.rounded(toSignificantDigits: significant).normalized
    let power = Int(typed.exponent) + (showsPercent ? 2 : 0)
    guard let value = ExactNumber(coefficient: typed.coefficient, exponent: power) else {
      return .unread
    }
    return .number(value, decimals: value.decimals, isPercent: showsPercent)
  }

  private static func text(_ text: String) -> SummaryNumber {
    let plain = NumberText.trimmed(NumberText.seen(text))
    if dashes.contains(plain) { return .noData }
    let label = Label(plain).tight
    if wordsOfNoData.contains(label) { return .noData }
    if wordsOfNotApplicable.contains(label) { return .notApplicable }
    let isPercent = NumberText.isPercentage(plain)
    let digits = isPercent ? NumberText.trimmed(String(plain.dropLast())) : plain
    guard let value = NumberText(words: TypedWords(Readings()), unit: nil).number(in: digits)
    else { return .unread }
    // «34,80» was printed with two decimals.
    let mark = digits.lastIndex { $0 == "," || $0 == "." }
    let decimals = mark.map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
    return .number(value, decimals: decimals, isPercent: isPercent)
  }

  private static let dashes: Set = ["-", "–", "—", "−"]
  private static let wordsOfNoData = Set(
    ["нет данных", "н/д", "no_data", "noData", "no data", "уточняется", "withheld"]
      .map { Label($0).tight })
  private static let wordsOfNotApplicable = Set(
    ["н/п", "не применимо", "неприменимо", "notApplicable", "not applicable"]
      .map { Label($0).tight })
}
