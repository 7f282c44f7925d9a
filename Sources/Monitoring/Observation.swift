package import ExactNumbers
package import Findings

/// What was observed of one field: unit × period × field × breakdown → state and value.
package struct Observation: Sendable, Hashable {
  /// What an observation is of; unique among the current observations.
  package struct Key: Sendable, Hashable {
    package var unit: UnitCode
    package var period: Period
    package var field: FieldCode
    package var breakdown: Breakdown

    package init(unit: UnitCode, period: Period, field: FieldCode, breakdown: Breakdown = .whole) {
      self.unit = unit
      self.period = period
      self.field = field
      self.breakdown = breakdown
    }
  }

  package enum Value: Sendable, Hashable {
    case number(ExactNumber)
    case yesNo(Bool)
    case choice(MemberCode)
    case text(String)
    /// ISO 8601, "2021-03-31".
    case date(String)
  }

  /// Five states that never mix.
  package enum State: Sendable, Hashable {
    /// A value, zero included.
    case given(Value)
    /// The cell or the whole field is empty, or was not found.
    case missing
    /// Declared by the school as not applicable («–», by the form's instruction).
    case notApplicable
    /// Something stands there that is no value of this field.
    case unreadable
    /// A value that an open error names: it counts in no sum until it is mended or accepted.
    case withheld(Value)
  }

  package var key: Key
  package var state: State
  /// Nil only when no cell could be found for it.
  package var origin: Origin?
  /// What the office decided about it; empty for nearly all.
  package var decisions: [ValueDecision]

  package init(key: Key, state: State, origin: Origin?, decisions: [ValueDecision] = []) {
    self.key = key
    self.state = state
    self.origin = origin
    self.decisions = decisions
  }

  /// The number, when one was given and is not withheld.
  package var number: ExactNumber? {
    if case .given(.number(let number)) = state { return number }
    return nil
  }
}
