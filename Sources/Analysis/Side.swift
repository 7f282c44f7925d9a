import ExactNumbers
import Monitoring

/// What one unit said of one side of a formula.
enum Side: Sendable, Hashable {
  case given(ExactNumber)
  case missing
  case notApplicable
  case unreadable
  case withheld

  /// A value that is no number, or a number beyond `AnalysisLimits`, is unreadable here: it is in
  /// the coverage and in no sum.
  init(_ state: Observation.State) {
    switch state {
    case .given(.number(let number)):
      let isInBounds =
        number.magnitude <= AnalysisLimits.greatest
        && number.normalized.decimals <= AnalysisLimits.decimals
      self = isInBounds ? .given(number) : .unreadable
    case .given(.yesNo), .given(.choice), .given(.text), .given(.date), .unreadable:
      self = .unreadable
    case .missing: self = .missing
    case .notApplicable: self = .notApplicable
    case .withheld: self = .withheld
    }
  }
}

/// What one unit adds to a value: both sides, or a reason why not.
enum Addend: Sendable, Hashable {
  case given(numerator: ExactNumber, denominator: ExactNumber?)
  case missing
  case notApplicable
  case unreadable
  case withheld

  /// Of a count.
  init(_ count: Side) {
    switch count {
    case .given(let number): self = .given(numerator: number, denominator: nil)
    case .missing: self = .missing
    case .notApplicable: self = .notApplicable
    case .unreadable: self = .unreadable
    case .withheld: self = .withheld
    }
  }

  /// Of a share. A unit that has nobody to count (denominator 0) is not concerned by it, whether
  /// it filled the other cell in or not; of two reasons the one that asks for more work counts.
  init(_ numerator: Side, over denominator: Side) {
    let sides = [numerator, denominator]
    if sides.contains(.withheld) {
      self = .withheld
    } else if sides.contains(.unreadable) {
      self = .unreadable
    } else if case .given(let whole) = denominator, whole.isZero {
      self = .notApplicable
    } else if sides.contains(.notApplicable) {
      self = .notApplicable
    } else if case .given(let part) = numerator, case .given(let whole) = denominator {
      self = .given(numerator: part, denominator: whole)
    } else {
      self = .missing
    }
  }
}
