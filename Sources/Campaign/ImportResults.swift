package import Findings
package import Foundation
import Intake
package import Monitoring
import Store

/// What a signed summary table of an earlier year gave.
package struct ImportSummary: Sendable {
  package enum Outcome: Sendable, Hashable {
    /// The line of the journal.
    case imported(Int)
    /// The same file was taken over by that line, which holds: nothing is written.
    case known(Int)
    case dryRun
    /// Not all was understood, and nobody said that the rest is taken anyway.
    case refused
  }

  package var file: String
  package var period: Period
  package var values: [IndicatorValue]
  package var findings: [Finding]
  package var outcome: Outcome
  /// Against the table that held before; nil where none did.
  package var difference: ImportDifference?

  /// Values that are numbers, and how many of them have no counts.
  package var known: Int { values.count { $0.state == .known } }
  package var percentOnly: Int { values.count(where: \.isPercentOnly) }
}

/// The step that takes an earlier year's results over from the table that was signed then.
package struct ImportResults: Sendable {
  /// What to do when not all of the table was understood.
  package enum Doubts: Sendable {
    case refuse
    /// Take what was understood.
    case accept
  }

  private let campaign: OpenCampaign
  private let file: URL
  private let period: Period
  private let author: String
  private let reason: String
  private let now: Date
  private let doubts: Doubts
  private let isDryRun: Bool

  package init(
    campaign: OpenCampaign, file: URL, period: Period, author: String, reason: String, now: Date,
    doubts: Doubts, isDryRun: Bool
  ) {
    self.campaign = campaign
    self.file = file
    self.period = period
    self.author = author
    self.reason = reason
    self.now = now
    self.doubts = doubts
    self.isDryRun = isDryRun
  }

  /// - Throws: `CampaignError.badImport` for a period that is not an earlier one or has forms, and
  ///   for a table without any value; `.unreadable` for a file that cannot be read.
  package func run() throws -> ImportSummary {
    try refusePeriod()
    let bytes = try WholeFile.read(file)
    let hash = Store.hash(of: bytes)
    var summary = try read(bytes, hash: hash)
    guard !summary.values.isEmpty else {
      // What was found says why; without a word of it nobody would know.
      guard !summary.findings.isEmpty else { throw nothing }
      summary.outcome = .refused
      return summary
    }
    let before = try held()
    summary.difference = before.map { ImportDifference(from: $0, to: summary.values) }
    if let before, case .importResults(hash) = before.entry.act,
      summary.difference?.isEmpty == true
    {
      summary.outcome = .known(before.entry.number)
      return summary
    }
    guard !isDryRun else { return summary }
    guard summary.findings.isEmpty || doubts == .accept else {
      summary.outcome = .refused
      return summary
    }
    let store = try campaign.store()
    let line = try storing {
      _ = try store.keep(bytes, name: file.lastPathComponent)
      return try store.importResults(
        summary.values, of: period, file: file.lastPathComponent, hash: hash, author: author,
        reason: reason, now: now.formatted(.iso8601))
    }
    summary.outcome = .imported(line)
    return summary
  }

  private var nothing: CampaignError {
    let name = file.lastPathComponent
    return CampaignError(
      .badImport,
      ru: "\(name): в таблице нет ни одного числа за \(period). Проверьте, за какой она год, и "
        + "назовите его ключом --period",
      en: "\(name): the table has no number of \(period). See which year it is of, and name it by "
        + "--period")
  }

  /// The import of the period that holds; nil for none.
  private func held() throws -> ImportedResults? {
    guard Store.exists(in: campaign.folder.root.path) else { return nil }
    let store = try campaign.store()
    return try storing { try store.imports() }.first { $0.entry.period == period }
  }

  private func refusePeriod() throws {
    guard period < campaign.current else {
      throw CampaignError(
        .badImport,
        ru: "принять можно итоги прошлых лет: до \(campaign.current), а не за \(period)",
        en: "results of earlier years can be taken over: before \(campaign.current), not \(period)")
    }
    guard Store.exists(in: campaign.folder.root.path) else { return }
    let store = try campaign.store()
    guard try storing({ try store.hasForms(period) }), try held() == nil else { return }
    throw CampaignError(
      .badImport,
      ru: "за \(period) в кампании есть формы: итоги считаются по ним и прослеживаются до ячеек",
      en: "the campaign has forms of \(period): its results are reckoned and traced from them")
  }

  private func read(_ bytes: [UInt8], hash: String) throws -> ImportSummary {
    let reader = SummaryTableReader(
      pack: campaign.pack(of: period), register: campaign.register, period: period)
    let name = file.lastPathComponent
    var summary = ImportSummary(
      file: name, period: period, values: [], findings: [], outcome: .dryRun)
    if file.pathExtension.lowercased() == "csv" {
      let reading = reader.read(commaSeparated: bytes, path: name, hash: hash)
      (summary.values, summary.findings) = (reading.values, reading.findings)
      return summary
    }
    let intake = FileIntake().read(path: name, hash: hash, bytes: bytes)
    guard let form = intake.form else {
      summary.findings = intake.findings
      guard !summary.findings.isEmpty else { throw CampaignError.noTable(name) }
      return summary
    }
    let reading = reader.read(form)
    (summary.values, summary.findings) = (reading.values, reading.findings)
    return summary
  }
}

/// The step that takes an import back.
package struct WithdrawImport: Sendable {
  private let campaign: OpenCampaign
  private let line: Int
  private let author: String
  private let reason: String
  private let now: Date
  private let isDryRun: Bool

  package init(
    campaign: OpenCampaign, line: Int, author: String, reason: String, now: Date, isDryRun: Bool
  ) {
    self.campaign = campaign
    self.line = line
    self.author = author
    self.reason = reason
    self.now = now
    self.isDryRun = isDryRun
  }

  /// - Throws: `CampaignError.badImport` for a line that is none of an import that holds.
  package func run() throws {
    let store = try campaign.store()
    let journal = Journal(try storing { try store.journal() })
    let isImport = journal[line]?.act.isImport ?? false
    let isGone = journal.withdrawal(of: line) != nil
    guard isImport, !isGone else {
      throw CampaignError(
        .badImport,
        ru: "строка журнала № \(line) — не принятая таблица"
          + (isGone ? ": она уже отозвана" : "; номера показывает журнал кампании"),
        en: "line \(line) of the journal is no import" + (isGone ? ": it was withdrawn" : ""))
    }
    guard !isDryRun else { return }
    _ = try storing {
      try store.withdrawImport(line, author: author, reason: reason, now: now.formatted(.iso8601))
    }
  }
}

extension CampaignError {
  fileprivate static func noTable(_ name: String) -> CampaignError {
    CampaignError(
      .badImport, ru: "\(name) — не таблица: нужен файл XLSX, ODS или CSV",
      en: "\(name) is no table: an XLSX, ODS or CSV file is needed")
  }
}
