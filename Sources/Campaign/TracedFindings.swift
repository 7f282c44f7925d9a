import Analysis
package import Findings
package import Monitoring
import Store

/// Why values behind a number do not count: the open findings that take them out.
package struct TracedFindings: Sendable {
  private let found: [UnitPeriod: [Finding]]
  /// The fields that a rule takes out, where it names others than those that it looks at.
  private let withheld: [Period: [FindingCode: [FieldCode]]]
  package let speaker: FindingSpeaker

  /// Looks at those forms only of which something does not count; empty for a campaign without a
  /// store.
  init(of contributions: [Trace.Contribution], _ store: Store?, _ campaign: OpenCampaign) throws {
    speaker = FindingSpeaker(packs: campaign.packs)
    withheld = campaign.packs.mapValues { pack in
      Dictionary(
        pack.rules.map { ($0.code, $0.withholds) }, uniquingKeysWith: { first, _ in first })
    }
    let doubtful = contributions.filter { [.withheld, .unreadable].contains($0.state) }
    let places = Set(
      doubtful.map { UnitPeriod(unit: $0.numerator.key.unit, period: $0.numerator.key.period) })
    guard let store, !places.isEmpty else {
      found = [:]
      return
    }
    let ofUnits = UnitFindings(campaign: campaign)
    found = try storing {
      try places.reduce(into: [:]) { found, place in
        found[place] = try ofUnits.stored(place, in: store).filter {
          $0.isOpen && $0.severity == .error
        }
      }
    }
  }

  /// The findings for which this value does not count; none for one that does.
  package func reasons(of observation: Observation?) -> [Finding] {
    guard let observation else { return [] }
    let key = observation.key
    let open = found[UnitPeriod(unit: key.unit, period: key.period)] ?? []
    switch observation.state {
    case .given, .missing, .notApplicable: return []
    case .unreadable: return open.filter { !$0.code.isOfRule && $0.names(observation) }
    case .withheld:
      return open.filter { finding in
        let fields = withheld[key.period]?[finding.code] ?? []
        return finding.code.isOfRule
          && (fields.isEmpty
            ? finding.names(observation) : fields.contains(key.field) && finding.isOfRow(of: key))
      }
    }
  }
}

extension Finding {
  /// Whether it is about the row of a value, or about no row.
  fileprivate func isOfRow(of value: Observation.Key) -> Bool {
    key.breakdown.isEmpty || value.breakdown.isWhole
      || key.breakdown == value.breakdown.description
  }
}
