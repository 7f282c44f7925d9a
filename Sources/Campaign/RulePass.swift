import Findings
import Intake
import Monitoring
import Store

/// The rules of a campaign's packs, run over one unit's form of one period.
struct RulePass {
  private let campaign: OpenCampaign
  private var runners: [Period: RuleRunner] = [:]

  init(campaign: OpenCampaign) { self.campaign = campaign }

  /// Nil for a unit that the register does not know: its forms are named elsewhere.
  mutating func run(
    _ place: UnitPeriod, current: [Observation], previous: [Observation]
  ) -> RuleOutcome? {
    guard let unit = campaign.register[place.unit] else { return nil }
    let pack = campaign.pack(of: place.period)
    let runner =
      runners[place.period]
      ?? RuleRunner(rules: pack.rules, schemas: pack.forms, classifiers: pack.classifiers)
    runners[place.period] = runner
    return runner.run(unit: unit, period: place.period, current: current, previous: previous)
  }
}
