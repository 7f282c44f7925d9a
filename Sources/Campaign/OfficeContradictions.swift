import Findings
import Intake
import Monitoring
import Store

/// Tells which findings of rules come only from what the office put right: those that the rules do
/// not find in what the form says itself. They wait for the office and not for the unit.
struct OfficeContradictions {
  let campaign: OpenCampaign
  let store: Store

  /// The findings of one unit's forms, each of these with the correction that it comes from.
  ///
  /// - Parameter values: those of the forms as the office put them right.
  func marked(
    _ findings: [Finding], at place: UnitPeriod, values: [Observation]
  ) throws -> [Finding] {
    let corrected = values.filter { $0.correction != nil }
    guard !corrected.isEmpty, findings.contains(where: { $0.isOpen && $0.code.isOfRule }),
      let asRead = RulePass(campaign: campaign).run(
        place,
        current: try store.observationsAsRead(unit: place.unit, period: place.period),
        previous: try campaign.observationsBefore(place, in: store))
    else { return findings }
    let own = Set(asRead.findings.map(Kind.init))
    return findings.map { finding in
      guard finding.isOpen, finding.code.isOfRule, !own.contains(Kind(finding)) else {
        return finding
      }
      var finding = finding
      let touched = corrected.filter(finding.names)
      finding.correction =
        (touched.isEmpty ? corrected : touched).compactMap(\.correction).max {
          $0.number < $1.number
        }
      return finding
    }
  }

  /// What a rule finds where, whatever values it sees there.
  private struct Kind: Hashable {
    var code: FindingCode
    var key: FindingKey

    init(_ finding: Finding) {
      code = finding.code
      key = finding.key
    }
  }
}

extension Finding {
  /// Whether it is about a value, or names its cell.
  func names(_ observation: Observation) -> Bool {
    if observationKey == observation.key { return true }
    guard let cell = observation.origin else { return false }
    return origins.contains {
      $0.hash == cell.hash && $0.sheet == cell.sheet && $0.cell == cell.cell && !cell.cell.isEmpty
    }
  }
}
