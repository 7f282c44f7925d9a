package import Monitoring

/// What a run of `new-period` did (or would do) and saw.
package struct BegunPeriod: Sendable, Hashable {
  package enum Pin: Sendable, Hashable {
    /// The pack as it is found now, from that folder.
    case renewed(String)
    /// The pack of the period before, as it was.
    case kept
    /// The period had its pack already.
    case there
  }

  package var period: Period
  package var before: Period
  /// ISO 8601; nil where the settings had the period already.
  package var deadline: String?
  /// Whether `deadline` was taken from the year before, since none was given.
  package var isDeadlineGuessed: Bool
  /// Whether campaign.yaml was changed.
  package var isAdded: Bool
  package var pin: Pin
  /// Paths below the pack's folder that are not as in the period before.
  package var changedFiles: [String]
  /// How many units are expected.
  package var expected: Int
  /// Units that begin with the period, each with what it continues.
  package var opened: [UnitCode]
  package var closed: [UnitCode]
  /// Units of the period that continue several others, or themselves and another one.
  package var merged: [UnitCode]
  /// Units of which several continue one.
  package var split: [UnitCode]
  /// Units that have another name from this period on.
  package var renamed: [UnitCode]
  /// Whether the period before is closed.
  package var isBeforeClosed: Bool
  /// Whether nothing was left to be done.
  package var isUnchanged: Bool
}
