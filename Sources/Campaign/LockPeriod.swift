import Analysis
package import Foundation
package import Monitoring
import Store
import Wording

/// What is signed when a period is closed, and what speaks against it.
package struct LockSummary: Sendable, Hashable {
  package enum Outcome: Sendable, Hashable {
    /// The line of the journal that closed it.
    case locked(Int)
    /// That line had closed it before; only the table was missing, and is written again.
    case restored(Int)
    case dryRun
    /// Something is missing, and nobody said that it is closed anyway.
    case refused
  }

  package var period: Period
  /// Units that were expected, and those of them that handed in a form that was not sent back.
  package var expected: Int
  package var arrived: Int
  /// Short names, in the order of the register.
  package var missing: [String]
  /// Their form was sent back, and no other one has come.
  package var returned: [String]
  /// What they were sent back for is not mended by another file with the same values, which counts.
  package var unmended: [String]
  package var undecided: [String]
  package var withErrors: [String]
  /// Open ones, of all forms.
  package var errors: Int
  /// How many values are signed, and how many of them are numbers.
  package var values: Int
  package var known: Int
  /// Where the table of signed results is, and its SHA-256.
  package var file: String
  package var hash: String
  package var outcome: Outcome

  /// Whether it should be looked at before it is signed.
  package var isDoubtful: Bool {
    !missing.isEmpty || !returned.isEmpty || !unmended.isEmpty || !undecided.isEmpty
      || !withErrors.isEmpty
  }
}

/// The step that closes a period and keeps its results as they are signed.
package struct LockPeriod: Sendable {
  /// What to do when forms are missing or have errors.
  package enum Doubts: Sendable {
    case refuse
    case accept
  }

  /// The table of signed results in the folder of the period's documents.
  package static let tableName = "signed.csv"
  /// What the journal says when nobody gives a reason.
  package static let usualReason = "итоги подписаны"

  private let campaign: OpenCampaign
  private let period: Period
  private let author: String
  private let reason: String
  private let now: Date
  private let doubts: Doubts
  private let isDryRun: Bool

  package init(
    campaign: OpenCampaign, period: Period, author: String, reason: String?, now: Date,
    doubts: Doubts, isDryRun: Bool
  ) {
    self.campaign = campaign
    self.period = period
    self.author = author
    self.reason = reason ?? Self.usualReason
    self.now = now
    self.doubts = doubts
    self.isDryRun = isDryRun
  }

  /// - Throws: `CampaignError.noPeriod`; `.nothingToSign` for a period without any form;
  ///   `.store` for one that is closed and has its table, or when something was stored meanwhile.
  package func run() throws -> LockSummary {
    try campaign.require(period)
    guard Store.exists(in: campaign.folder.root.path) else { throw nothing }
    let store = try campaign.store()
    guard !campaign.settings.locked.contains(period) else { return try restored(store) }
    let state = try storing { try store.state(of: period) }
    try refuseUnchecked(store)
    let results = try ReckonResults(campaign: campaign.until(period)).run()
    let rows = results.table.rows.filter { $0.period == period }
    let values = rows.compactMap { results.results.values[$0.address] }
    let table = ResultsCSV(campaign: results.campaign, style: .russianExcel, language: .ru)
      .bytes(rows)
    var summary = try summary(values: values.count, known: values.count { $0.state == .known })
    summary.hash = Store.hash(of: table)
    guard summary.missing.count < summary.expected else { throw nothing }
    guard !isDryRun else { return summary }
    guard !summary.isDoubtful || doubts == .accept else {
      summary.outcome = .refused
      return summary
    }
    // First the copy that cannot be lost, then the line that names it, and the file only when it
    // is signed.
    let line = try storing {
      _ = try store.keep(table, name: Self.tableName)
      return try store.lock(
        period, values: values, since: state, author: author,
        reason: "\(reason) (\(Self.tableName), SHA-256 \(summary.hash))",
        now: now.formatted(.iso8601))
    }
    try WholeFile.write(table, to: file)
    summary.outcome = .locked(line)
    return summary
  }

  /// A kill or a full disk may have come between the line of the journal and the file that it names:
  /// it is written again, of the kept copy.
  private func restored(_ store: Store) throws -> LockSummary {
    let signing = try storing { try store.signings(of: period) }.last
    guard !isDryRun, !FileManager.default.fileExists(atPath: file.path), let signing,
      let hash = signing.reason.firstMatch(of: /SHA-256 ([0-9a-f]{64})\)$/)?.output.1
    else { throw alreadyClosed }
    let (table, signed) = try storing {
      (try store.bytes(of: String(hash)), try store.signedResults(signing.number))
    }
    try WholeFile.write(table, to: file)
    let values = signed.map { Array($0.values.values) } ?? []
    var summary = try summary(values: values.count, known: values.count { $0.state == .known })
    summary.hash = String(hash)
    summary.outcome = .restored(signing.number)
    return summary
  }

  private var file: URL { campaign.folder.output(period).appending(path: Self.tableName) }

  private func summary(values: Int, known: Int) throws -> LockSummary {
    let standings = try CampaignStatus(campaign: campaign).run()[period] ?? []
    func names(_ states: UnitStanding.State...) -> [String] {
      standings.filter { states.contains($0.state) }.map(\.name)
    }
    return LockSummary(
      period: period, expected: standings.count,
      arrived: standings.count { $0.state != .missing && $0.state != .returned },
      missing: names(.missing),
      returned: names(.returned), unmended: standings.filter { $0.unmended != nil }.map(\.name),
      undecided: names(.undecided),
      withErrors: standings.filter { $0.errors + $0.officeErrors > 0 && $0.state != .undecided }
        .map(\.name),
      errors: standings.reduce(0) { $0 + $1.errors + $1.officeErrors }, values: values,
      known: known,
      file: file.path, hash: "", outcome: .dryRun)
  }

  /// What rules have not seen yet would be signed with its errors; what they have not seen of earlier
  /// periods may withhold values that those of this one look back at.
  private func refuseUnchecked(_ store: Store) throws {
    let waiting = try campaign.uncheckedForms(until: period, in: store)
    guard waiting > 0 else { return }
    let forms = Language.ru.counted(waiting, "форма", "формы", "форм")
    throw CampaignError(
      .notChecked,
      ru: "за \(period) ещё не проверено: \(forms). Запустите svodka check, потом закройте период",
      en: "\(waiting) forms of \(period) have not been checked yet: run svodka check, then lock")
  }

  private var nothing: CampaignError {
    CampaignError(
      .nothingToSign,
      ru: "за \(period) не поступило ни одной формы: подписывать нечего",
      en: "no form of \(period) has come: there is nothing to sign")
  }

  private var alreadyClosed: CampaignError {
    CampaignError(
      .store, ru: "период \(period) уже закрыт; чтобы изменить итоги, откройте его: svodka unlock",
      en: "the period \(period) is closed already; to change it, open it: svodka unlock")
  }
}

/// The step that opens a closed period again; its signed results stay for comparison.
package struct UnlockPeriod: Sendable {
  private let campaign: OpenCampaign
  private let period: Period
  private let author: String
  private let reason: String
  private let now: Date
  private let isDryRun: Bool

  package init(
    campaign: OpenCampaign, period: Period, author: String, reason: String, now: Date,
    isDryRun: Bool
  ) {
    self.campaign = campaign
    self.period = period
    self.author = author
    self.reason = reason
    self.now = now
    self.isDryRun = isDryRun
  }

  /// - Returns: the forms that came after closing, and what becomes of them.
  /// - Throws: `CampaignError.noPeriod`; `.store` for a period that is open.
  package func run() throws -> LateForms {
    try campaign.require(period)
    guard campaign.settings.locked.contains(period) else {
      throw CampaignError(
        .store, ru: "период \(period) не закрыт: открывать нечего",
        en: "the period \(period) is not closed: there is nothing to open")
    }
    let store = try campaign.store()
    return try storing {
      let late = try store.submissions(period: period).filter { $0.standing == .closed }
      guard !isDryRun else { return LateForms(late) }
      try store.unlock(period, author: author, reason: reason, now: now.formatted(.iso8601))
      let came = Set(late.map(\.submission))
      return LateForms(
        try store.submissions(period: period).filter { came.contains($0.submission) })
    }
  }
}

extension JournalEntry {
  /// Why a period was closed, as the person gave it: without the hash of the table.
  package var closingReason: String {
    reason.range(of: " (\(LockPeriod.tableName), ").map { String(reason[..<$0.lowerBound]) }
      ?? reason
  }
}

extension OpenCampaign {
  /// The line of the journal that closed a period last; nil for one that is open.
  func closing(of period: Period) throws -> JournalEntry? {
    guard settings.locked.contains(period) else { return nil }
    let store = try store()
    return try storing { try store.signings(of: period) }.last
  }

  /// - Throws: `CampaignError.noPeriod` naming those that the campaign has.
  func require(_ period: Period) throws {
    guard !settings.periods.contains(period) else { return }
    let periods = settings.periods.map(\.description).joined(separator: ", ")
    throw CampaignError(
      .noPeriod, ru: "периода \(period) в кампании нет; есть \(periods)",
      en: "the campaign has no period \(period); it has \(periods)")
  }
}
