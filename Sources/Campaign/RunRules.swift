import Findings
import Intake
import Monitoring
import Store

/// Runs the rules over units' stored values, as the office put them right.
struct RunRules {
  private let campaign: OpenCampaign
  private var pass: RulePass

  init(campaign: OpenCampaign) {
    self.campaign = campaign
    pass = RulePass(campaign: campaign)
  }

  /// What the rules find in a form, with what the office decided about it; nil for a unit that the
  /// register does not know.
  ///
  /// - Parameters:
  ///   - values: in place of the stored ones.
  ///   - entries: lines of the journal that are not written yet.
  mutating func outcome(
    of place: UnitPeriod, in store: Store, values: [Observation]? = nil,
    entries: [JournalEntry] = []
  ) throws -> RuleOutcome? {
    let current =
      try values ?? store.observationsToCheck(unit: place.unit, period: place.period)
    let previous = try campaign.observationsBefore(place, in: store)
    guard var outcome = pass.run(place, current: current, previous: previous) else { return nil }
    let decisions = FindingDecisions(
      try store.decisions(unit: place.unit, period: place.period) + entries)
    if !decisions.isEmpty { outcome.decide(decisions.acceptance) }
    return outcome
  }

  /// Stores what the rules found in what `basis` names.
  /// - Returns: false when they found the same before.
  private func keep(
    _ outcome: RuleOutcome, of place: UnitPeriod, basis: String, in store: Store
  ) throws -> Bool {
    try store.replaceRuleFindings(
      unit: place.unit, period: place.period, findings: outcome.findings,
      withheld: Array(outcome.withheld), accepted: outcome.accepted,
      notEvaluated: outcome.notEvaluated, rules: campaign.readingMark, basis: basis)
  }

  /// Runs them anew over a form about which something was decided, and over those of the next
  /// period that are compared with it; over those of the periods after that as long as they find
  /// something else than before.
  mutating func renew(after place: UnitPeriod, in store: Store) throws {
    try renew(place, in: store)
    var waiting = heirs(of: place)
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      if try renew(next, in: store) { waiting += heirs(of: next) }
    }
  }

  /// The forms of the next period whose rules look back at this one.
  private func heirs(of place: UnitPeriod) -> [UnitPeriod] {
    guard let next = place.period.next, campaign.settings.periods.contains(next),
      !campaign.settings.locked.contains(next)
    else { return [] }
    return campaign.register.units.map(\.code)
      .filter { campaign.register.lineage(of: $0).contains(place.unit) }
      .map { UnitPeriod(unit: $0, period: next) }
  }

  /// - Returns: whether they found something else than before.
  @discardableResult
  private mutating func renew(_ place: UnitPeriod, in store: Store) throws -> Bool {
    try storing {
      let hasForm = try store.submissions(unit: place.unit, period: place.period)
        .contains { $0.standing == .current }
      // Asked before the values are: what another run stores meanwhile is checked by the next.
      let basis = try store.basis(of: place, lineage: campaign.register.lineage(of: place.unit))
      guard hasForm, let outcome = try outcome(of: place, in: store) else { return false }
      return try keep(outcome, of: place, basis: basis, in: store)
    }
  }
}
