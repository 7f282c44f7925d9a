/// A value that is no longer what was signed: documents print it as «уточнено».
package struct Revision: Sendable, Hashable {
  /// Term `.value`.
  package var address: ValueAddress
  /// As the paper has it that was signed first: that is the one which others hold.
  package var signed: IndicatorValue
  /// As it is reckoned now; nil when it is reckoned no more.
  package var now: IndicatorValue?
  /// The line of the journal that signed it first.
  package var signing: JournalEntry
  /// What was done with the period since: openings, closings, decisions about the units that the
  /// value is made of; oldest first. Empty when nobody opened the period and the value differs all
  /// the same: then another pack or program reckons it.
  package var causes: [JournalEntry]
  /// Of a value that is a sum over units: those of them that it changed by, in the order of the
  /// register; empty for a unit's own value. They are the units whose own values of the indicator
  /// are others than those signed; of an indicator that is not shown for units, those of which any
  /// signed value is another.
  package var units: [UnitCode]

  package init(
    address: ValueAddress, signed: IndicatorValue, now: IndicatorValue?, signing: JournalEntry,
    causes: [JournalEntry], units: [UnitCode] = []
  ) {
    self.address = address
    self.signed = signed
    self.now = now
    self.signing = signing
    self.causes = causes
    self.units = units
  }

  /// ISO 8601, UTC: when the period was opened for it, or closed again; nil without `causes`.
  package var at: String? { causes.last { $0.unit == nil }?.at }
}

extension IndicatorValue {
  /// Whether a reader would hold another number: the state or, of known values, one of the terms.
  /// How many units stand behind it is no part of it.
  package func differs(from other: IndicatorValue) -> Bool {
    guard state == other.state, kind == other.kind else { return true }
    guard state == .known else { return false }
    return numerator != other.numerator || denominator != other.denominator
      || imported?.percent != other.imported?.percent
  }
}
