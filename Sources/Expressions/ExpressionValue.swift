package import ExactNumbers

/// What an expression makes, and what names stand for.
package enum ExpressionValue: Sendable, Hashable {
  case number(ExpressionNumber)
  case text(String)
  case flag(Bool)
  /// Not known. Whatever it is put together with is not known either, but for
  /// `false and …`, which is false, and `true or …`, which is true.
  case missing
  /// The cells of a column, the elements of a loop.
  case list([ExpressionValue])
  case record([String: ExpressionValue])

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case number
    case text
    case flag
    case missing
    case list
    case record
  }

  package var kind: Kind {
    switch self {
    case .number: .number
    case .text: .text
    case .flag: .flag
    case .missing: .missing
    case .list: .list
    case .record: .record
    }
  }

  package static func exact(_ number: ExactNumber) -> Self { .number(.decimal(number)) }
  package static func whole(_ number: Int) -> Self { .number(.decimal(ExactNumber(number))) }
  package static func ratio(_ fraction: Fraction) -> Self { .number(ExpressionNumber(fraction)) }

  /// The number; nil when it is of another kind.
  package var number: ExpressionNumber? {
    if case .number(let number) = self { return number }
    return nil
  }

  /// The number as it was written; nil for a ratio and for another kind.
  package var exactNumber: ExactNumber? {
    if case .number(.decimal(let number)) = self { return number }
    return nil
  }

  /// The truth of a condition; nil when it is missing or of another kind.
  package var flag: Bool? {
    if case .flag(let flag) = self { return flag }
    return nil
  }

  /// The value as plain text: numbers with a point, a ratio rounded to two decimals, a missing
  /// value as a dash, a list joined with commas. Documents and protocols word it in their own way.
  package var plainText: String {
    switch self {
    case .number(.decimal(let number)): number.description
    case .number(.ratio(let fraction)):
      fraction.rounded(toDecimals: 2)?.description ?? fraction.description
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .missing: "–"
    case .list(let values): values.map(\.plainText).joined(separator: ", ")
    case .record: ""
    }
  }
}
