package import Foundation
package import Monitoring
import Store
package import Wording

/// One thing that happened in a campaign.
package struct JournalLine: Sendable, Hashable {
  package enum Event: Sendable, Hashable {
    /// A file came: its version, and how many values it says otherwise than the one before.
    case arrived(file: String, version: Int, changed: Int?, counts: Bool)
    /// A person said that this file counts; its version where another file has the same name.
    case chosen(file: String, version: Int? = nil)
    /// A line of the journal, and the line that withdrew it.
    case decided(JournalEntry.Act, number: Int, withdrawn: Int?)
  }

  /// ISO 8601, UTC.
  package var at: String
  package var unit: UnitCode?
  /// The unit's short name; nil for what concerns the whole campaign.
  package var name: String?
  package var period: Period?
  package var event: Event
  /// Empty for what nobody decided.
  package var author: String
  package var reason: String
}

/// The step that tells what happened in a campaign: files, choices and decisions in one story.
///
/// It is the only source of events: `journal` and `status --since` print what it gives.
package struct CampaignJournal: Sendable {
  /// From when on the story is told, inclusive.
  package enum Beginning: Sendable, Hashable {
    /// From the first moment that this day has in the campaign's time zone.
    case day(CalendarDate)
    case moment(Date)
  }

  /// The author of choices that `collect` makes: of files of which one is left in the inbox.
  package static let byItself = "collect"

  private let campaign: OpenCampaign
  private let unit: UnitCode?
  private let period: Period?
  private let since: Beginning?

  /// - Parameter since: nil for all.
  package init(campaign: OpenCampaign, unit: UnitCode?, period: Period?, since: Beginning?) {
    self.campaign = campaign
    self.unit = unit
    self.period = period
    self.since = since
  }

  /// In the order of time; of what happened at one moment, files come first.
  package func run() throws -> (lines: [JournalLine], names: CampaignNames) {
    let names = CampaignNames(campaign: campaign)
    guard Store.exists(in: campaign.folder.root.path) else { return ([], names) }
    let store = try campaign.store()
    let lines = try storing {
      let arrivals = try store.arrivals(unit: asked, period: period)
        .filter { isMeant($0.submission.submission.unit, $0.submission.submission.period) }
      return arrivals.map { line($0, names) } + (try choices(store)) + (try decisions(store))
    }
    let told = lines.filter { isTold($0.at) }
    let order = told.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    return (order.map(\.element), names)
  }

  /// Whether a stamp lies in the part that is told; one that nobody can read is told always.
  private func isTold(_ stamp: String) -> Bool {
    switch since {
    case nil: return true
    case .day(let first): return campaign.days.day(of: stamp).map { $0 >= first } ?? true
    // As the journal writes times, so that texts compare like times.
    case .moment(let first): return stamp >= first.formatted(.iso8601)
    }
  }

  private func line(_ arrival: Arrival, _ names: CampaignNames) -> JournalLine {
    let submission = arrival.submission.submission
    return line(
      at: arrival.submission.came, submission.unit, submission.period,
      .arrived(
        file: submission.fileName, version: arrival.submission.version,
        changed: arrival.changed.map { fields in
          fields.count { names.isValue($0, in: submission.period) }
        },
        counts: arrival.submission.standing == .current))
  }

  private func choices(_ store: Store) throws -> [JournalLine] {
    let chosen = try store.choices().filter { isMeant($0.unit, $0.period) }
    guard !chosen.isEmpty else { return [] }
    let stored = try store.submissions(unit: asked, period: period)
    return chosen.map { one in
      line(
        at: one.at, one.unit, one.period, event(of: one, among: stored), by: one.author,
        because: one.reason)
    }
  }

  private func event(
    of choice: FileChoice, among stored: [StoredSubmission]
  ) -> JournalLine.Event {
    guard let file = stored.first(where: { $0.submission.fileHash == choice.hash }) else {
      return .chosen(file: String(choice.hash.prefix(8)))
    }
    let own = stored.filter {
      $0.submission.unit == choice.unit && $0.submission.period == choice.period
        && $0.submission.form == choice.form
    }
    let name = file.submission.fileName
    let isAmbiguous = own.contains {
      $0.submission.fileName == name && $0.submission.fileHash != choice.hash
    }
    let version = own.first { $0.submission.fileHash == choice.hash }?.version
    return .chosen(file: name, version: isAmbiguous ? version : nil)
  }

  private func decisions(_ store: Store) throws -> [JournalLine] {
    let journal = Journal(try store.journal())
    return journal.entries.filter { isMeant($0.unit, $0.period) }.map { entry in
      line(
        at: entry.at, entry.unit, entry.period,
        .decided(
          entry.act, number: entry.number, withdrawn: journal.withdrawal(of: entry.number)?.number),
        by: entry.author, because: entry.reason)
    }
  }

  /// What concerns the whole campaign concerns each of its units.
  private func isMeant(_ unit: UnitCode?, _ period: Period?) -> Bool {
    isBelow(unit)
      && (self.period == nil || period == nil || self.period == period)
  }

  /// The unit that is asked for where it hands in itself: the store need not look at others.
  private var asked: UnitCode? {
    unit.flatMap { code in campaign.register.units.contains { $0.code == code } ? code : nil }
  }

  /// Whether a unit is the one that is asked for, or stands below it.
  private func isBelow(_ unit: UnitCode?) -> Bool {
    guard let wanted = self.unit, let unit else { return true }
    return campaign.register.isWithin(unit, wanted)
  }

  private func line(
    at: String, _ unit: UnitCode?, _ period: Period?, _ event: JournalLine.Event,
    by author: String = "", because reason: String = ""
  ) -> JournalLine {
    let name = unit.map { code in
      campaign.register[code]?.name(in: period ?? campaign.current).short ?? code.rawValue
    }
    return JournalLine(
      at: at, unit: unit, name: name, period: period, event: event, author: author, reason: reason)
  }
}
