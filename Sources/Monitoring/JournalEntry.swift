package import Findings

/// A line of the campaign's journal: what a person decided, who, when and why.
///
/// The journal is only appended to. A decision that was wrong is withdrawn by another line.
package struct JournalEntry: Sendable, Hashable {
  package enum Act: Sendable, Hashable {
    /// A value is put right. It holds as long as the form says `before` there (nil: nothing); a
    /// form that says something else speaks for itself again.
    case correct(
      field: FieldCode, breakdown: Breakdown, before: Observation.State?, after: Observation.State)
    /// A finding is accepted: what it names counts. It holds for the values seen, `seen`, which are
    /// the finding's arguments as text; other values are another matter.
    case accept(code: FindingCode, field: String, breakdown: String, seen: String)
    /// The file is sent back: its values are withheld until another one comes.
    case returnForm(hash: String)
    /// The signed paper was received, on the day `received`, ISO 8601: it may be noted later.
    case scan(received: String)
    /// The period is closed; its results are signed.
    case lock
    case unlock
    /// A signed table of earlier results was taken over.
    case importResults(hash: String)
    case newPeriod
    /// The decision of that line holds no more.
    case withdraw(Int)
  }

  /// From 1, in the order of time; 0 before it is stored.
  package var number: Int
  /// ISO 8601, UTC.
  package var at: String
  package var author: String
  package var reason: String
  package var act: Act
  package var period: Period?
  /// Nil for what concerns the whole campaign.
  package var unit: UnitCode?
  package var form: FormCode?

  package init(
    number: Int = 0, at: String, author: String, reason: String, act: Act, period: Period? = nil,
    unit: UnitCode? = nil, form: FormCode? = nil
  ) {
    self.number = number
    self.at = at
    self.author = author
    self.reason = reason
    self.act = act
    self.period = period
    self.unit = unit
    self.form = form
  }

  /// The line as a mark on what it decided.
  package func decision(_ act: Decision.Act) -> Decision {
    Decision(number: number, act: act, author: author, at: at, reason: reason)
  }
}

/// A mark on a value that a person decided about.
package struct ValueDecision: Sendable, Hashable {
  package var decision: Decision
  /// For a corrected value: what the form says; nil when it says nothing there.
  package var before: Observation.State?

  package init(decision: Decision, before: Observation.State?) {
    self.decision = decision
    self.before = before
  }
}
