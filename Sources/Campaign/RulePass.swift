import Findings
import Intake
import Monitoring
import Store

/// The rules of a campaign's packs, run over one unit's form of one period; many may run at once.
struct RulePass: Sendable {
  private let register: UnitRegister
  private let runners: [Period: RuleRunner]
  /// For a period that the campaign does not name.
  private let other: RuleRunner

  init(campaign: OpenCampaign) {
    register = campaign.register
    runners = campaign.packs.mapValues(Self.runner)
    other = Self.runner(campaign.pack)
  }

  private static func runner(_ pack: SystemPack) -> RuleRunner {
    RuleRunner(rules: pack.rules, schemas: pack.forms, classifiers: pack.classifiers)
  }

  /// Nil for a unit that the register does not know: its forms are named elsewhere.
  func run(
    _ place: UnitPeriod, current: [Observation], previous: [Observation]
  ) -> RuleOutcome? {
    guard let unit = register[place.unit] else { return nil }
    return (runners[place.period] ?? other).run(
      unit: unit, period: place.period, current: current, previous: previous)
  }
}
