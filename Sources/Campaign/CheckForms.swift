package import Findings
import Foundation
import Intake
package import Monitoring
import Store

/// What a run of the rules found.
package struct CheckSummary: Sendable {
  /// The findings of forms, by period and register; forms of units that were not expected follow.
  package var formFindings: [Finding]
  /// The findings of files that are bound to no unit and still lie in the inbox.
  package var fileFindings: [Finding]
  package var standings: [Period: [UnitStanding]]
  /// Paths of the protocols that were written, below the campaign's folder.
  package var protocols: [String]
  package var speaker: FindingSpeaker

  package var findings: [Finding] { formFindings + fileFindings }
}

/// The step that runs the rules over stored values and writes the protocols.
package struct CheckForms: Sendable {
  private let campaign: OpenCampaign
  private let isDryRun: Bool
  private let progress: Progress

  /// - Parameter isDryRun: runs the rules all the same, and keeps and writes nothing.
  package init(campaign: OpenCampaign, isDryRun: Bool, progress: Progress) {
    self.campaign = campaign
    self.isDryRun = isDryRun
    self.progress = progress
  }

  package func run() async throws -> CheckSummary {
    let speaker = FindingSpeaker(packs: campaign.packs)
    guard Store.exists(in: campaign.folder.root.path) else {
      return CheckSummary(
        formFindings: [], fileFindings: [],
        standings: try CampaignStatus(campaign: campaign).run(), protocols: [], speaker: speaker)
    }
    let store = try campaign.store()
    let fresh = try runRules(store)
    let standings = try CampaignStatus(campaign: campaign).run()
    let ofUnits = UnitFindings(campaign: campaign)
    let codes = Set(campaign.packs.values.flatMap { $0.rules.map(\.code) })
    var findings: [Finding] = []
    for place in try places(store) {
      var found = try storing { try store.findings(unit: place.unit, period: place.period) }
      // A dry run has not stored what its rules found: it takes the place of what was found before.
      if isDryRun, let outcome = fresh[place] {
        found.removeAll { codes.contains($0.code) }
        found += outcome.findings
      }
      findings += try storing { try ofUnits.explained(found, at: place, in: store) }
    }
    let others = try fileFindings(store)
    var protocols: [String] = []
    if !isDryRun {
      protocols = try WriteProtocols(campaign: campaign, speaker: speaker, progress: progress)
        .run(store, standings: standings, others: others)
    }
    return CheckSummary(
      formFindings: findings, fileFindings: others, standings: standings, protocols: protocols,
      speaker: speaker)
  }

  /// Every form that was expected or came: one of a closed unit, or of one that the register has
  /// lost, must not vanish.
  private func places(_ store: Store) throws -> [UnitPeriod] {
    var places: [UnitPeriod] = []
    for period in campaign.settings.periods {
      places += campaign.register.expected(in: period)
        .map { UnitPeriod(unit: $0.code, period: period) }
    }
    var known = Set(places)
    for stored in try storing({ try store.submissions() }) {
      let place = UnitPeriod(unit: stored.submission.unit, period: stored.submission.period)
      if known.insert(place).inserted { places.append(place) }
    }
    return places
  }

  /// What was found in files as a whole: in those that are bound to nothing, and in workbooks of
  /// many units what concerns none of them. A file that was taken out of the inbox, as its finding
  /// asks, is no longer spoken of.
  private func fileFindings(_ store: Store) throws -> [Finding] {
    var present = PresentNames(entries: (try? Inbox.entries(of: campaign.folder.inbox)) ?? [])
    return try storing {
      try store.filesSeen()
        .filter { $0.isLatest && present.contains($0.name) }
        .flatMap { file in
          // Beside forms that were read a workbook may hold one that is bound to nothing.
          try store.findings(ofFile: file.hash)
            .filter { file.submissions == 0 || $0.key.unit.isEmpty }
            .map { $0.renamed(file.name) }
        }
    }
  }

  /// Over the forms whose values, or last year's, have changed since the rules ran.
  private func runRules(_ store: Store) throws -> [UnitPeriod: RuleOutcome] {
    let places = try storing { try store.unchecked(rules: campaign.readingMark) }
    var pass = RulePass(campaign: campaign)
    var outcomes: [UnitPeriod: RuleOutcome] = [:]
    // By period: what last year's rules withhold proves nothing of this year.
    for (done, place) in places.sorted(by: { $0.period < $1.period }).enumerated() {
      progress.report(.checking, done + 1, places.count)
      try storing {
        let current = try store.observationsToCheck(unit: place.unit, period: place.period)
        let previous = try campaign.observationsBefore(place, in: store)
        guard var outcome = pass.run(place, current: current, previous: previous) else {
          return
        }
        let decisions = FindingDecisions(
          try store.decisions(unit: place.unit, period: place.period))
        if !decisions.isEmpty { outcome.decide(decisions.acceptance) }
        outcomes[place] = outcome
        guard !isDryRun else { return }
        try store.replaceRuleFindings(
          unit: place.unit, period: place.period, findings: outcome.findings,
          withheld: Array(outcome.withheld), accepted: outcome.accepted,
          notEvaluated: outcome.notEvaluated,
          rules: campaign.readingMark)
      }
    }
    return outcomes
  }
}

extension Finding {
  /// The same finding under the name that the file has now: two files may hold the same bytes.
  fileprivate func renamed(_ name: String) -> Finding {
    var copy = self
    for position in copy.origins.indices { copy.origins[position].file = name }
    return copy
  }
}
