import ExactNumbers
import Monitoring

/// The difference of two known values of one series.
struct Change {
  /// In percentage points of a share, in pieces of a count.
  let difference: Fraction
  /// In percent of a count before; nil for shares and on base 0.
  let relative: Fraction?
  /// The decimals of a percentage of which nothing more is known; nil where both have counts.
  let printedDecimals: Int?
  /// By how many persons or pieces the numerator changed; nil where nobody can say.
  private let persons: Fraction?
  private let kind: Indicator.Kind

  /// Nil when one of the two is not known.
  init?(from before: IndicatorValue?, to now: IndicatorValue) {
    guard let before, let old = before.exact, let new = now.exact else { return nil }
    difference = new - old
    printedDecimals = [before, now].filter(\.isPercentOnly).compactMap(\.imported?.decimals).min()
    persons =
      printedDecimals == nil ? Fraction(now.numerator) - Fraction(before.numerator) : nil
    kind = now.kind
    switch now.kind {
    case .share: relative = nil
    case .count: relative = (difference * 100).divided(by: old)
    }
  }

  /// Growth or decline when both thresholds are reached; a difference of exactly as much counts.
  /// A count that was 0 has no percentage to reach; of a percentage without counts the points decide
  /// alone.
  func verdict(_ thresholds: SystemPack.Thresholds) -> Comparison.Verdict {
    let size =
      switch kind {
      case .share: difference.magnitude >= Fraction(thresholds.sharePoints)
      case .count:
        relative.map { $0.magnitude >= Fraction(thresholds.countPercent) } ?? true
      }
    let isOfMany = persons.map { $0.magnitude >= Fraction(thresholds.persons) } ?? true
    guard size, !difference.isZero, isOfMany else {
      return .steady
    }
    return difference.isNegative ? .decline : .growth
  }
}
