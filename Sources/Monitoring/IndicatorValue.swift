package import ExactNumbers
package import Findings

/// The address of a printed number: `indicator/unit/breakdown/period/term`, where a whole
/// unit's breakdown is "-": "i3_3/school-07/-/2021/value". `svodka trace` takes it.
package struct ValueAddress: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
  package enum Term: String, Sendable, Hashable, Codable, CaseIterable {
    /// The share in percent, or the count.
    case value
    case numerator
    case denominator
    /// How many units gave it of how many.
    case coverage
    /// The difference to the period before.
    case change
  }

  package var indicator: IndicatorCode
  package var unit: UnitCode
  package var breakdown: Breakdown
  package var period: Period
  package var term: Term

  package init(
    indicator: IndicatorCode, unit: UnitCode, breakdown: Breakdown = .whole, period: Period,
    term: Term = .value
  ) {
    self.indicator = indicator
    self.unit = unit
    self.breakdown = breakdown
    self.period = period
    self.term = term
  }

  /// Reads the text form back; nil when it is not five parts of the right kinds.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, !parts[0].isEmpty, !parts[1].isEmpty,
      let breakdown = Breakdown(parts[2] == "-" ? "" : parts[2]), let period = Period(parts[3]),
      let term = Term(rawValue: parts[4])
    else { return nil }
    self.init(
      indicator: IndicatorCode(rawValue: parts[0]), unit: UnitCode(rawValue: parts[1]),
      breakdown: breakdown, period: period, term: term)
  }

  package var description: String {
    "\(indicator)/\(unit)/\(breakdown.isWhole ? "-" : breakdown.description)/\(period)/\(term.rawValue)"
  }

  /// The same value's other term.
  package func term(_ term: Term) -> ValueAddress {
    var other = self
    other.term = term
    return other
  }

  package func period(_ period: Period) -> ValueAddress {
    var other = self
    other.period = period
    return other
  }

  package static func < (a: ValueAddress, b: ValueAddress) -> Bool {
    a.description < b.description
  }
}

/// How many units stand behind a value.
package struct Coverage: Sendable, Hashable, Codable {
  /// Units that existed in the period and could have given it.
  package var expected = 0
  /// Units that gave both sides of it: those that the value is made of.
  package var given = 0
  package var missing = 0
  package var notApplicable = 0
  package var unreadable = 0
  package var withheld = 0

  package init() {}

  /// Units that said something of it, be it that it does not apply to them.
  package var answered: Int { given + notApplicable }
  /// Units that should have said something and did not, or not in a way that counts.
  package var lacking: Int { expected - answered }
  package var isComplete: Bool { answered == expected }
  /// Less than half of the units answered: what is known is no word on all of them.
  package var isMostlyLacking: Bool { answered * 2 < expected }

  /// Whether a change between two values is also one of who answered. Two complete ones do not
  /// differ, however many units there were; one that is unknown, of a table that was taken over,
  /// tells nothing.
  package func differs(from other: Coverage) -> Bool {
    guard expected > 0, other.expected > 0 else { return false }
    return !(isComplete && other.isComplete)
      && (answered, expected) != (other.answered, other.expected)
  }
}

/// One indicator of one unit, breakdown and period, exact.
package struct IndicatorValue: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    case known
    /// The denominator is 0, or every unit said so: left out, not 0 %.
    case notApplicable
    /// No unit gave it.
    case noData
    /// All that was given waits to be mended: withheld by open errors, or unreadable.
    case withheld
  }

  /// Its address, `term` always `.value`.
  package var address: ValueAddress
  package var kind: Indicator.Kind
  package var state: State
  /// Σ numerators over the units that gave both sides; for a count the sum itself.
  package var numerator: ExactNumber
  /// Σ denominators over the same units; nil for a count.
  package var denominator: ExactNumber?
  package var coverage: Coverage
  /// Where it was taken over from; nil for a value that was reckoned from forms.
  package var imported: Imported?

  package init(
    address: ValueAddress, kind: Indicator.Kind, state: State, numerator: ExactNumber,
    denominator: ExactNumber?, coverage: Coverage, imported: Imported? = nil
  ) {
    self.address = address
    self.kind = kind
    self.state = state
    self.numerator = numerator
    self.denominator = denominator
    self.coverage = coverage
    self.imported = imported
  }

  /// The exact value: the share in percent, or the count. Nil unless `state` is `.known`.
  package var exact: Fraction? {
    guard state == .known else { return nil }
    switch kind {
    case .count: return Fraction(numerator)
    case .share:
      if let percent = imported?.percent { return Fraction(percent) }
      guard let denominator, let share = Fraction(numerator, over: denominator) else { return nil }
      return share * Fraction(100)
    }
  }
}

extension IndicatorValue {
  /// A value of a signed table of an earlier year, whose forms nobody has: it goes back to a cell
  /// of that table and no further. Its coverage is unknown, and empty.
  package struct Imported: Sendable, Hashable {
    /// The line of the journal that took the table over.
    package var line: Int
    /// Of a share that the table prints without its counts, in percent; nil where it has them:
    /// then they stand in `numerator` and `denominator`, which say nothing here otherwise.
    package var percent: ExactNumber?
    /// How many decimals the table prints.
    package var decimals: Int
    package var origin: Origin

    package init(line: Int, percent: ExactNumber?, decimals: Int, origin: Origin) {
      self.line = line
      self.percent = percent
      self.decimals = decimals
      self.origin = origin
    }
  }

  /// Whether only the percentage is known, rounded as a table printed it.
  package var isPercentOnly: Bool { imported?.percent != nil }
}
