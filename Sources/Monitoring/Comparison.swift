package import ExactNumbers

/// A value against the period before.
package struct Comparison: Sendable, Hashable {
  package enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Changed by at least the pack's threshold in points and in persons.
    case growth
    case decline
    case steady
    /// One of the two values is not known.
    case noData
    /// The definition changed between them.
    case notComparable
  }

  /// The later value's address, term `.change`.
  package var address: ValueAddress
  package var before: Period
  /// In percentage points for a share, in pieces for a count; exact. Nil without both values.
  package var difference: Fraction?
  /// In percent of the value before; for counts only, nil on base 0.
  package var relative: Fraction?
  package var verdict: Verdict
  /// The decimals of a percentage that one of the two was printed with, and nothing more is known
  /// of it: the difference is no more exact than that, and the verdict rests on points alone,
  /// since nobody can say how many persons it is. Nil where the counts of both are known.
  package var printedDecimals: Int?

  package init(
    address: ValueAddress, before: Period, difference: Fraction?, relative: Fraction?,
    verdict: Verdict, printedDecimals: Int? = nil
  ) {
    self.address = address
    self.before = before
    self.difference = difference
    self.relative = relative
    self.verdict = verdict
    self.printedDecimals = printedDecimals
  }
}

/// Something that the sentences speak of: what triggers them.
package enum Trigger: String, Sendable, Hashable, Codable, CaseIterable {
  case targetMissed = "target_missed"
  case decline
  /// Schools lie further apart than the pack's threshold.
  case gap
  case noData = "no_data"
  case growth
  case targetMet = "target_met"
  case steady

  /// The order in which a report speaks of them, from 0: targets missed, marked declines, gaps,
  /// gaps in the data, marked growth, targets met, steady.
  package var weight: Int {
    switch self {
    case .targetMissed: 0
    case .decline: 1
    case .gap: 2
    case .noData: 3
    case .growth: 4
    case .targetMet: 5
    case .steady: 6
    }
  }
}

/// A trigger that fired at a value. A decline of the direction that is good when it grows is no
/// worse than one that is neutral: the wording belongs to the pack's sentences.
package struct Signal: Sendable, Hashable {
  package var trigger: Trigger
  /// The value that it speaks of, term `.value`.
  package var address: ValueAddress
  /// For `.gap`: the units at the ends, lowest first; otherwise empty.
  package var ends: [ValueAddress]

  package init(trigger: Trigger, address: ValueAddress, ends: [ValueAddress] = []) {
    self.trigger = trigger
    self.address = address
    self.ends = ends
  }
}

/// Everything that was reckoned for a campaign, by address.
package struct ResultSet: Sendable {
  /// Oldest first.
  package var periods: [Period]
  /// Keys have the term `.value`.
  package var values: [ValueAddress: IndicatorValue]
  /// Keys have the term `.change`.
  package var comparisons: [ValueAddress: Comparison]
  /// In the order of weight, then of the pack's indicators, then of the register.
  package var signals: [Signal]
  /// Values that are not those which were signed; keys have the term `.value`.
  package var revisions: [ValueAddress: Revision] = [:]

  package init(
    periods: [Period], values: [ValueAddress: IndicatorValue],
    comparisons: [ValueAddress: Comparison], signals: [Signal]
  ) {
    self.periods = periods
    self.values = values
    self.comparisons = comparisons
    self.signals = signals
  }
}
