package import Findings
package import Foundation
import Intake
package import Monitoring
import Store

/// What a run of the rules found.
package struct CheckSummary: Sendable {
  /// All findings of all forms, by period and register; then those of files bound to no unit.
  package var findings: [Finding]
  package var standings: [Period: [UnitStanding]]
  /// Paths of the protocols that were written, below the campaign's folder.
  package var protocols: [String]
  package var speaker: FindingSpeaker
}

/// The step that runs the rules over stored values and writes the protocols.
package struct CheckForms: Sendable {
  private let campaign: OpenCampaign
  private let now: Date
  private let isDryRun: Bool
  private let progress: Progress

  package init(campaign: OpenCampaign, now: Date, isDryRun: Bool, progress: Progress) {
    self.campaign = campaign
    self.now = now
    self.isDryRun = isDryRun
    self.progress = progress
  }

  package func run() async throws -> CheckSummary {
    let store = try campaign.store()
    if !isDryRun { try runRules(store) }
    let speaker = FindingSpeaker(packs: campaign.packs)
    let standings = try CampaignStatus(campaign: campaign).run()
    var findings: [Finding] = []
    for period in campaign.settings.periods {
      for unit in campaign.register.expected(in: period) {
        findings += try storing { try store.findings(unit: unit.code, period: period) }
      }
    }
    var others: [Finding] = []
    for file in try storing({ try store.filesSeen() }) where file.isLatest && file.submissions == 0
    {
      others += try storing { try store.findings(ofFile: file.hash) }.map { finding in
        finding.renamed(file.name)
      }
    }
    var protocols: [String] = []
    if !isDryRun {
      protocols = try WriteProtocols(
        campaign: campaign, speaker: speaker, progress: progress
      ).run(store, standings: standings, others: others)
    }
    return CheckSummary(
      findings: findings + others, standings: standings, protocols: protocols, speaker: speaker)
  }

  /// Over the forms whose values, or last year's, have changed since the rules ran.
  private func runRules(_ store: Store) throws {
    let places = try storing { try store.unchecked(rules: campaign.readingMark) }
    var runners: [Period: RuleRunner] = [:]
    for (done, place) in places.enumerated() {
      progress.report(.checking, done + 1, places.count)
      guard let unit = campaign.register[place.unit] else { continue }
      let pack = campaign.pack(of: place.period)
      let runner =
        runners[place.period]
        ?? RuleRunner(rules: pack.rules, schema: pack.form, classifiers: pack.classifiers)
      runners[place.period] = runner
      try storing {
        let current = try store.observationsAsRead(unit: place.unit, period: place.period)
        let previous = try place.period.previous.map {
          try store.observationsAsRead(unit: place.unit, period: $0)
        }
        let outcome = runner.run(
          unit: unit, period: place.period, current: current, previous: previous ?? [])
        try store.replaceRuleFindings(
          unit: place.unit, period: place.period, findings: outcome.findings,
          withheld: Array(outcome.withheld), rules: campaign.readingMark)
      }
    }
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
