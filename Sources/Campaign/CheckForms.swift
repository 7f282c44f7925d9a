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
  /// Paths of the summaries that were written, below the campaign's folder.
  package var summaries: [String]
  package var speaker: FindingSpeaker

  package var findings: [Finding] { formFindings + fileFindings }
}

/// The step that runs the rules over stored values and writes the summaries.
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
        standings: try CampaignStatus(campaign: campaign).run(), summaries: [], speaker: speaker)
    }
    let store = try campaign.store()
    let fresh = try await runRules(store)
    let book = try StoredBook(campaign: campaign, store: store)
    var files = try FilesInInbox(campaign: campaign, store: store)
    let standings = try CampaignStatus(campaign: campaign).run(book, files: files)
    let codes = Set(campaign.packs.values.flatMap { $0.rules.map(\.code) })
    let ofUnits = UnitFindings(campaign: campaign)
    var findings: [Finding] = []
    for place in places(book) {
      guard let outcome = fresh[place] else {
        findings += book.findings(place)
        continue
      }
      // A dry run has not stored what its rules found: it takes the place of what was found before.
      findings += try storing {
        var found = try store.findings(unit: place.unit, period: place.period)
        found.removeAll { codes.contains($0.code) }
        return try ofUnits.explained(found + outcome.findings, at: place, in: store)
      }
    }
    let others = try fileFindings(store, &files)
    var summaries: [String] = []
    if !isDryRun {
      summaries = try WriteSummaries(campaign: campaign, speaker: speaker, store: store)
        .run(standings: standings, others: others)
    }
    return CheckSummary(
      formFindings: findings, fileFindings: others, standings: standings, summaries: summaries,
      speaker: speaker)
  }

  /// Writes the summaries anew from what is stored, after a decision: its rules have run.
  package func renewSummaries() throws {
    guard Store.exists(in: campaign.folder.root.path) else { return }
    let store = try campaign.store()
    var files = try FilesInInbox(campaign: campaign, store: store)
    let book = try StoredBook(campaign: campaign, store: store)
    _ = try WriteSummaries(
      campaign: campaign, speaker: FindingSpeaker(packs: campaign.packs), store: store
    ).run(
      standings: try CampaignStatus(campaign: campaign).run(book, files: files),
      others: try fileFindings(store, &files))
  }

  /// Every form that was expected or came: one of a closed unit, or of one that the register has
  /// lost, must not vanish.
  private func places(_ book: StoredBook) -> [UnitPeriod] {
    var places: [UnitPeriod] = []
    for period in campaign.settings.periods {
      places += campaign.register.expected(in: period)
        .map { UnitPeriod(unit: $0.code, period: period) }
    }
    var known = Set(places)
    places += book.places.filter { known.insert($0).inserted }
    return places
  }

  /// What was found in files as a whole, and which of them a signed table stands before.
  private func fileFindings(_ store: Store, _ files: inout FilesInInbox) throws -> [Finding] {
    try files.findings + besideImports(store, &files.present)
  }

  /// The forms in the inbox whose year has its results from a signed table: they do not count.
  private func besideImports(_ store: Store, _ present: inout PresentNames) throws -> [Finding] {
    try campaign.imported(store).compactMap { imported in
      guard let period = imported.entry.period else { return nil }
      let forms = try storing { try store.submissions(period: period) }
        .filter { present.contains($0.submission.fileName) }
      return Finding(forms: forms.map(\.submission), beside: imported.entry, of: period)
    }
  }

  /// Over the forms whose values, or last year's, have changed since the rules ran.
  /// - Returns: in a dry run, which stores nothing, what they found.
  private func runRules(_ store: Store) async throws -> [UnitPeriod: RuleOutcome] {
    var forms = try unchecked(store)
    var fresh: [UnitPeriod: RuleOutcome] = [:]
    var done = 0
    let known = Set(try storing { try store.submissions() }.map { UnitPeriod($0.submission) })
    let batches = RuleBatches(
      campaign: campaign, store: store, pass: RulePass(campaign: campaign), known: known
    ) { checked, outcomes in
      guard !Task.isCancelled else { throw CampaignError.interruptedChecking }
      done += checked.count
      if isDryRun {
        fresh.merge(outcomes) { _, last in last }
      } else {
        let mark = campaign.readingMark
        try await waitingForDisk {
          _ = try storing { try store.replaceRuleFindings(checked, rules: mark) }
        }
      }
      progress.report(.checking, min(done, forms.count), forms.count)
    }
    // By period: what last year's rules withhold proves nothing of this year. What they found is
    // part of what this year's stand on, so that it is asked anew which of these have to run.
    var next = forms.map(\.place.period).min()
    while let period = next {
      try await batches.run(forms.filter { $0.place.period == period })
      if !isDryRun {
        forms =
          forms.filter { $0.place.period <= period }
          + (try unchecked(store).filter { $0.place.period > period })
      }
      next = forms.map(\.place.period).filter { $0 > period }.min()
    }
    if done < forms.count { progress.report(.checking, forms.count, forms.count) }
    return fresh
  }

  private func unchecked(_ store: Store) throws -> [UncheckedForm] {
    try storing {
      try store.uncheckedForms(
        rules: campaign.readingMark, lineage: campaign.register.lineage)
    }
  }
}

extension Finding {
  /// `import.forms-beside`: forms of a year that was taken over from a signed table; nil for none.
  fileprivate init?(forms: [Submission], beside entry: JournalEntry, of period: Period) {
    // A workbook may hold the forms of many units.
    var seen: Set<String> = []
    let files = forms.filter { seen.insert($0.fileName).inserted }
    guard !files.isEmpty else { return nil }
    self.init(
      code: "import.forms-beside", severity: .warning,
      key: FindingKey(period: period.description),
      arguments: [
        "period": .text(period.description), "line": .text("\(entry.number)"),
        "count": .count(files.count), "places": .list(files.prefix(5).map(\.fileName)),
      ],
      origins: files.map { Origin(file: $0.fileName, hash: $0.fileHash) })
  }
}
