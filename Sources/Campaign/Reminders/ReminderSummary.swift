package import Monitoring

/// What a run of `remind` wrote.
package struct ReminderSummary: Sendable, Hashable {
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Nothing came, and the deadline is not over.
    case awaited
    /// Nothing came, and it is.
    case missing
    /// A file came and was not taken.
    case refused
    /// Several files, of which none counts.
    case undecided
    /// Open errors.
    case errors
    /// Sent back, and no other file has come, or one that says the same.
    case returned
  }

  package struct Letter: Sendable, Hashable {
    package var unit: UnitCode
    package var reason: Reason
    /// False for a unit without an address in the register: the person types it herself.
    package var hasAddress: Bool
    /// Whether the unit's blank goes with it.
    package var hasBlank: Bool
    package var document: WrittenDocuments.Document
  }

  package var period: Period
  /// The line that closed the period, where nothing was written for that; nil otherwise.
  package var closing: JournalEntry?
  /// Below which the letters are, the campaign's folder first.
  package var folder: String
  /// In the order of the register.
  package var letters: [Letter]
  /// Units whose letter was taken away, since they have answered.
  package var removed: [UnitCode]
  /// Letters of units that have answered, which stay because a person edited them.
  package var kept: [UnitCode]
}
