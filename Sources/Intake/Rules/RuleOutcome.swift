package import Findings
package import Monitoring

/// What a pack's rules say of one unit's observations.
package struct RuleOutcome: Sendable {
  /// In the order of the rules, then of the fields or rows.
  package var findings: [Finding] = []
  /// The values that broken error rules name, by the place of the finding in `findings`.
  private var named: [Int: [Observation.Key]] = [:]
  /// How often a condition held or did not.
  package var evaluated = 0
  /// How often an operand was missing, so that nothing can be said.
  package var notEvaluated = 0
  /// Rules that could not be evaluated at all: they passed nowhere.
  package var broken: Set<FindingCode> = []

  /// The values that open errors name.
  package var withheld: Set<Observation.Key> {
    named.reduce(into: []) { if findings[$1.key].isOpen { $0.formUnion($1.value) } }
  }

  /// The values that count because what is wrong with them was accepted, each with that decision.
  package var accepted: [Observation.Key: Decision] {
    let withheld = withheld
    return named.sorted { $0.key < $1.key }.reduce(into: [:]) { accepted, one in
      guard let decision = findings[one.key].decision else { return }
      for key in one.value where !withheld.contains(key) { accepted[key] = decision }
    }
  }

  /// Adds a finding with the values that it takes out of the sums.
  mutating func add(_ finding: Finding, withholding keys: [Observation.Key]) {
    if !keys.isEmpty { named[findings.count] = keys }
    findings.append(finding)
  }

  /// Marks the findings that somebody decided about; `decision` is asked for each.
  package mutating func decide(_ decision: (Finding) -> Decision?) {
    for place in findings.indices { findings[place].decision = decision(findings[place]) }
  }

  /// The observations with what the rules withhold. A value that an earlier run withheld and
  /// that no rule names any more is given again.
  package func applied(to observations: [Observation]) -> [Observation] {
    let withheld = withheld
    return observations.map { observation in
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
