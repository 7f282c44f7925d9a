package import Findings
package import Monitoring

/// What a pack's rules say of one unit's observations.
package struct RuleOutcome: Sendable {
  /// In the order of the rules, then of the fields or rows.
  package var findings: [Finding] = []
  /// The values that broken error rules name.
  package var withheld: Set<Observation.Key> = []
  /// How often a condition held or did not.
  package var evaluated = 0
  /// How often an operand was missing, so that nothing can be said.
  package var notEvaluated = 0
  /// Rules that could not be evaluated at all: they passed nowhere.
  package var broken: Set<FindingCode> = []

  /// The observations with what the rules withhold. A value that an earlier run withheld and
  /// that no rule names any more is given again.
  package func applied(to observations: [Observation]) -> [Observation] {
    observations.map { observation in
      var observation = observation
      switch observation.state {
      case .given(let value), .withheld(let value):
        observation.state = withheld.contains(observation.key) ? .withheld(value) : .given(value)
      case .missing, .notApplicable, .unreadable:
        break
      }
      return observation
    }
  }
}
