import Findings
import Intake
import Monitoring
import Store

/// Tells which findings of rules come only from what the office put right: those that the rules do
/// not find in what the form says itself. They wait for the office and not for the unit.
final class OfficeContradictions {
  private let campaign: OpenCampaign
  /// Made for the first form with a correction: most runs have none.
  private lazy var rules = RulePass(campaign: campaign)

  init(campaign: OpenCampaign) { self.campaign = campaign }

  /// The findings of one unit's forms, each of these with the correction that it comes from, where
  /// that is known.
  ///
  /// - Parameter values: those of the forms as the office put them right.
  func marked(
    _ findings: [Finding], at place: UnitPeriod, values: [Observation], in store: Store
  ) throws -> [Finding] {
    let corrected = values.filter { $0.correction != nil }
    guard !corrected.isEmpty, findings.contains(where: { $0.isOpen && $0.code.isOfRule }),
      let asRead = rules.run(
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
      finding.isOfOffice = true
      let touched = corrected.filter(finding.names)
      // What names none of several may come from any of them.
      let causes = touched.isEmpty && corrected.count == 1 ? corrected : touched
      let lines = causes.compactMap(\.correction)
      finding.correction = lines.allSatisfy { $0.number == lines.first?.number } ? lines.first : nil
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
