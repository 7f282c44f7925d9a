import ExactNumbers
import Monitoring

/// The difference of two known values of one series.
struct Change {
  /// In percentage points of a share, in pieces of a count.
  let difference: Fraction
  /// In percent of a count before; nil for shares and on base 0.
  let relative: Fraction?
  /// By how many persons or pieces the numerator changed.
  private let persons: Fraction
  private let kind: Indicator.Kind

  /// Nil when one of the two is not known.
  init?(from before: IndicatorValue?, to now: IndicatorValue) {
    guard let before, let old = before.exact, let new = now.exact else { return nil }
    difference = new - old
    persons = Fraction(now.numerator) - Fraction(before.numerator)
    kind = now.kind
    switch now.kind {
    case .share: relative = nil
    case .count: relative = (difference * 100).divided(by: old)
    }
  }

  /// Growth or decline when both thresholds are reached; a difference of exactly as much counts.
  /// A count that was 0 has no percentage to reach.
  func verdict(_ thresholds: SystemPack.Thresholds) -> Comparison.Verdict {
    let size =
      switch kind {
      case .share: difference.magnitude >= Fraction(thresholds.sharePoints)
      case .count:
        relative.map { $0.magnitude >= Fraction(thresholds.countPercent) } ?? true
      }
    guard size, !difference.isZero, persons.magnitude >= Fraction(thresholds.persons) else {
      return .steady
    }
    return difference.isNegative ? .decline : .growth
  }
}
