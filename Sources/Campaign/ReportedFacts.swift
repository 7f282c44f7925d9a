import Advice
import Findings
import Foundation
import Monitoring
import Reporting
import Store

/// What forms say beside indicators: practices, factors, how measures went; and how many came.
struct ReportedFacts {
  private(set) var practices: [Practice] = []
  private(set) var factors: [ReportMaterial.FactorCount] = []
  private(set) var statuses: [ReportMaterial.StatusCount] = []
  private(set) var decisions: [ReportMaterial.DecidedValue] = []
  /// Units whose form counts: one that was sent back does not.
  private(set) var arrived = 0
  let expected: Int

  init(campaign: OpenCampaign, period: Period) throws {
    let units = campaign.register.expected(in: period)
    expected = units.count
    guard Store.exists(in: campaign.folder.root.path) else { return }
    let store = try campaign.store()
    let pack = campaign.pack(of: period)
    var observations: [Observation] = []
    for unit in units {
      try storing {
        if try Self.handedIn(unit.code, period, pack, store) { arrived += 1 }
        let own = try store.observations(unit: unit.code, period: period)
        decisions += own.flatMap(ReportMaterial.DecidedValue.all).map { decided in
          var decided = decided
          decided.decision.at = campaign.days.told(decided.decision.at)
          return decided
        }
        observations += own
      }
    }
    practices = Practice.reported(
      in: observations, by: units, period: period, pack: pack)
    factors = ReportMaterial.FactorCount.counted(
      in: observations, by: units, period: period, pack: pack)
    statuses = ReportMaterial.StatusCount.counted(
      in: observations, by: units, period: period, pack: pack)
  }

  /// Whether a file of the unit counts that was not sent back.
  private static func handedIn(
    _ unit: UnitCode, _ period: Period, _ pack: SystemPack, _ store: Store
  ) throws -> Bool {
    let required = pack.requiredForms
    let current = try store.submissions(unit: unit, period: period)
      .filter { $0.standing == .current }
    let main = current.first { required.isEmpty || required.contains($0.submission.form) }
    guard let file = (main ?? current.first)?.submission.fileHash else { return false }
    return FormDecisions(try store.decisions(unit: unit, period: period)).sentBack(file) == nil
  }
}
