package import Foundation
import Intake
import Logging
import Monitoring
import Store

/// The step from the inbox to the store: reads every file that is new, keeps it, and then checks.
package struct CollectForms: Sendable {
  private let campaign: OpenCampaign
  private let now: Date
  private let isDryRun: Bool
  private let converter: OldWorkbookConverter?
  private let progress: Progress
  private let waiting: @Sendable (CampaignLock.Holder) -> Void
  private let log = Logger(label: "svodka.collect")

  /// - Parameters:
  ///   - converter: makes XLSX of old XLS; nil to refuse such files.
  ///   - waiting: called when another run is at work in this campaign, before waiting for it.
  package init(
    campaign: OpenCampaign, now: Date, isDryRun: Bool, converter: OldWorkbookConverter? = nil,
    progress: Progress, waiting: @escaping @Sendable (CampaignLock.Holder) -> Void = { _ in }
  ) {
    self.waiting = waiting
    self.converter = converter
    self.campaign = campaign
    self.now = now
    self.isDryRun = isDryRun
    self.progress = progress
  }

  /// - Returns: what arrived, what changed, and what was found.
  /// - Throws: `CampaignError` for what stops the run, a cancelled task included; a bad form never
  ///   does. What was stored until then stays stored.
  package func run() async throws -> CollectSummary {
    guard !isDryRun else { return try await collect() }
    let lock = try await CampaignLock.take(in: campaign.folder, waiting: waiting)
    defer { lock.release() }
    return try await collect()
  }

  private func collect() async throws -> CollectSummary {
    let entries = try Inbox.entries(of: campaign.folder.inbox)
    // A dry run into a campaign that has no store yet leaves none behind.
    let isFresh = isDryRun && !Store.exists(in: campaign.folder.root.path)
    let store = isFresh ? nil : try campaign.store()
    let source = try InboxReader(
      reader: FormReader(campaign: campaign), store: store, isDryRun: isDryRun,
      converter: converter)
    var summary = CollectSummary(campaign: campaign)
    summary.open(OpenForms.findings(in: entries))
    let stamp = now.formatted(.iso8601)
    var present: Set<String> = []

    try await withThrowingTaskGroup(of: (Int, [InboxReader.Read]).self) { group in
      var ahead = ReadAhead(entries)
      var waiting: [Int: [InboxReader.Read]] = [:]
      while ahead.stored < entries.count {
        while let index = ahead.next() {
          let entry = entries[index]
          group.addTask { (index, try await source.read(entry)) }
        }
        guard let (index, read) = try await group.next() else { break }
        waiting[index] = read
        // Stored in the order of names, whatever the order in which they were read.
        while let batch = ahead.batch(of: &waiting) {
          guard !Task.isCancelled else {
            throw CampaignError.interrupted(summary, of: entries.count)
          }
          try await take(batch, into: store, stamp, &summary)
          for read in batch where !read.hash.isEmpty { present.insert(read.hash) }
          progress.report(.reading, ahead.stored, entries.count)
        }
      }
    }
    guard let store, !isDryRun else {
      try checkInMemory(store, &summary)
      return summary
    }
    try campaign.pinPacks()
    // A file that could not be read is not one that a person took away.
    if !summary.hasUnreadFiles { try settle(store, present: present, stamp, &summary) }
    let check = CheckForms(campaign: campaign, isDryRun: false, progress: progress)
    summary.take(try await check.run())
    let odd = FindStrayForms(campaign: campaign, store: store, summary: summary)
    summary.take(try odd.run(at: stamp))
    return summary
  }

  /// Of several files of one form, none known to be the newest, the one that a person left in the
  /// inbox counts: taking the others away is how she says so.
  private func settle(
    _ store: Store, present: Set<String>, _ stamp: String, _ summary: inout CollectSummary
  ) throws {
    try storing {
      let closed = Set(try store.closedPeriods())
      let undecided = try store.submissions().filter { $0.standing == .undecided }
        .map(\.submission).filter { !closed.contains($0.period) }
      let forms = Dictionary(grouping: undecided) { submission in
        [submission.unit.rawValue, submission.period.description, submission.form.rawValue]
      }
      for (_, submissions) in forms {
        let left = submissions.filter { present.contains($0.fileHash) }
        guard let one = left.first, left.count == 1 else { continue }
        try store.choose(
          hash: one.fileHash, unit: one.unit, period: one.period, form: one.form,
          author: CampaignJournal.byItself,
          reason: "the only one of its files that is still in the inbox",
          now: stamp)
        summary.chose(one)
      }
    }
  }

  /// A dry run keeps nothing, and says all the same what the rules would find.
  private func checkInMemory(_ store: Store?, _ summary: inout CollectSummary) throws {
    let pass = RulePass(campaign: campaign)
    let ofUnits = UnitFindings(campaign: campaign)
    // By period: what rules withhold of one year proves nothing of the next.
    var checked: [UnitPeriod: [Observation]] = [:]
    let read = Dictionary(grouping: summary.readings) { UnitPeriod($0.submission) }
    for (place, readings) in read.sorted(by: {
      ($0.key.period, $0.key.unit) < ($1.key.period, $1.key.unit)
    }) {
      let entries =
        try storing { try store?.decisions(unit: place.unit, period: place.period) } ?? []
      let forms = Set(readings.map(\.submission.form))
      let corrections = FormDecisions(entries.filter { $0.form.map(forms.contains) ?? false })
      let current =
        corrections.applied(to: Self.current(readings)) + (try others(store, place, readings))
      let previous = try campaign.observationsBefore(place) { before in
        if let own = checked[before] { return own }
        guard let store else { return [] }
        return try storing { try store.observations(unit: before.unit, period: before.period) }
      }
      var outcome = pass.run(place, current: current, previous: previous)
      let decisions = FindingDecisions(entries)
      outcome?.decide(decisions.acceptance)
      checked[place] = outcome?.applied(to: current) ?? current
      let found = readings.flatMap(\.findings) + (outcome?.findings ?? [])
      summary.take(
        ofUnits.explained(
          decisions.applied(to: found, values: current), at: place, observations: current))
    }
  }

  /// What is stored of a unit's other forms, which this run did not read.
  private func others(
    _ store: Store?, _ place: UnitPeriod, _ readings: [SubmissionContents]
  ) throws -> [Observation] {
    guard let store else { return [] }
    let read = Set(readings.flatMap { $0.observations.map(\.key.field) })
    return try storing {
      try store.observationsToCheck(unit: place.unit, period: place.period)
        .filter { !read.contains($0.key.field) }
    }
  }

  /// What the last reading of each form of a unit says.
  private static func current(_ readings: [SubmissionContents]) -> [Observation] {
    let last = Dictionary(
      readings.map { ($0.submission.form, $0.observations) },
      uniquingKeysWith: { _, later in later })
    return last.keys.sorted().flatMap { last[$0] ?? [] }
  }

  private func take(
    _ reads: [InboxReader.Read], into store: Store?, _ stamp: String,
    _ summary: inout CollectSummary
  ) async throws {
    var outcomes: [[Outcome]] = []
    if let store, !isDryRun {
      outcomes = try await waitingForDisk {
        let arrivals = try reads.filter { $0.failure == nil }.map { try arrival($0, store, stamp) }
        return try storing { try store.append(arrivals, now: stamp) }
      }
    }
    var next = outcomes.makeIterator()
    for read in reads {
      log.debug(
        "\(read.entry.name)", metadata: ["verdict": "\(read.reading?.verdict ?? "known")"])
      if let failure = read.failure {
        summary.unread(read.entry, failure)
        continue
      }
      if read.isUnreadInParts { summary.leftPartsUnread() }
      let outcome = next.next() ?? []
      if let reading = read.reading {
        summary.take(reading, outcomes: outcome)
      } else {
        summary.unchanged()
      }
    }
  }

  private func arrival(
    _ read: InboxReader.Read, _ store: Store, _ stamp: String
  ) throws -> IncomingFile {
    guard var ready = read.ready else {
      return .known(name: read.entry.name, hash: read.hash, size: read.size)
    }
    return try storing {
      ready.decide(try custody(of: ready.reading, in: store, stamp))
      if ready.reading.isKept, ready.copy == nil {
        ready.copy = try store.draft(read.bytes, hash: read.hash, name: read.entry.name)
      }
      return .read(ready)
    }
  }

  /// A roster whose term is over, or whose copy was destroyed, is not kept any more.
  private func custody(
    of reading: FileReading, in store: Store, _ stamp: String
  ) throws -> Custody {
    guard reading.custody == .keptForTerm else { return reading.custody }
    let isOver = campaign.isRosterTermOver(at: stamp)
    return try isOver || store.isForgotten(hash: reading.hash) ? .counted : .keptForTerm
  }
}
