package import Foundation
package import Monitoring
import Store
import Wording

/// The step that reads the register of forms of a period.
package struct ReadRegister: Sendable {
  private let campaign: OpenCampaign
  /// Nil: nothing is overdue, since nobody says what day it is.
  private let today: CalendarDate?
  private let days: CampaignDays

  package init(campaign: OpenCampaign, now: Date?) {
    self.campaign = campaign
    days = campaign.days
    today = now.flatMap(days.day)
  }

  /// - Throws: `CampaignError.store`.
  package func run(_ period: Period) throws -> FormRegister {
    let status = CampaignStatus(campaign: campaign)
    guard Store.exists(in: campaign.folder.root.path) else {
      return register(period, try status.run([period])[period] ?? [], Stored())
    }
    let store = try campaign.store()
    let files = try FilesInInbox(campaign: campaign, store: store)
    let standings = try status.run(
      StoredBook(campaign: campaign, store: store), files: files, [period])
    var register = try run(period, standings: standings[period] ?? [], in: store)
    register.unclaimed = files.unclaimed(in: period)
    return register
  }

  /// The same of standings that are known already.
  func run(
    _ period: Period, standings: [UnitStanding], in store: Store
  ) throws -> FormRegister {
    let contacts = contactFields(in: period)
    let stored = try storing {
      Stored(
        arrivals: try store.arrivals(in: period), decisions: try store.decisions(in: period),
        texts: try store.texts(of: Set(contacts.map(\.code)), in: period))
    }
    return register(period, standings, stored)
  }

  /// What one query each knows of all units.
  private struct Stored {
    var arrivals: [UnitCode: [FormCode: String]] = [:]
    var decisions: [UnitCode: [JournalEntry]] = [:]
    var texts: [UnitCode: [FieldCode: String]] = [:]
  }

  private func register(
    _ period: Period, _ standings: [UnitStanding], _ stored: Stored
  ) -> FormRegister {
    let deadline = campaign.settings.deadline(of: period).flatMap { CalendarDate(iso: $0) }
    let nodes = campaign.register.inner
    let contacts = contactFields(in: period)
    return FormRegister(
      period: period, deadline: deadline,
      correctionsUntil: campaign.settings.correctionsUntil(of: period)
        .flatMap { CalendarDate(iso: $0) },
      rows: standings.map { row($0, stored, contacts, deadline) },
      names: Dictionary(
        nodes.map { ($0.code, $0.name(in: period).short) }, uniquingKeysWith: { one, _ in one }),
      levels: Dictionary(
        nodes.compactMap { node in
          campaign.pack.level(node.level).map { (node.code, $0.title) }
        }, uniquingKeysWith: { one, _ in one }))
  }

  /// The fields that say who filled a form in and how to reach them, in the order of the forms.
  private func contactFields(in period: Period) -> [FormField] {
    campaign.pack(of: period).forms.flatMap(\.fields).filter { $0.contact != nil }
  }

  private func row(
    _ standing: UnitStanding, _ stored: Stored, _ contacts: [FormField], _ deadline: CalendarDate?
  ) -> FormRegister.Row {
    let texts = stored.texts[standing.unit] ?? [:]
    func contact(_ kind: FormField.Contact) -> String? {
      contacts.lazy.filter { $0.contact == kind }.compactMap { texts[$0.code] }.first
    }
    let decided = FormDecisions(stored.decisions[standing.unit] ?? [])
    return FormRegister.Row(
      standing: standing, group: campaign.register[standing.unit]?.group,
      path: campaign.register.path(of: standing.unit),
      timing: timing(standing, stored.arrivals[standing.unit] ?? [:], deadline),
      filledBy: contact(.filledBy), phone: contact(.phone),
      scan: decided.scan?.scanned)
  }

  /// The last of the forms that a unit must hand in decides.
  private func timing(
    _ standing: UnitStanding, _ arrivals: [FormCode: String], _ deadline: CalendarDate?
  ) -> FormRegister.Timing {
    let required = campaign.pack(of: standing.period).requiredForms
    let stamps = required.isEmpty ? Array(arrivals.values) : required.compactMap { arrivals[$0] }
    guard standing.state != .missing, let day = stamps.max().flatMap(days.day(of:)) else {
      let late = deadline.flatMap { end in today.map { CampaignDays.days(from: end, to: $0) } } ?? 0
      return late > 0 ? .overdue(days: late) : .awaited
    }
    guard let deadline else { return .came(day) }
    let late = CampaignDays.days(from: deadline, to: day)
    return late > 0 ? .late(day, days: late) : .inTime(day)
  }
}

extension JournalEntry {
  /// The day on which the signed paper was received, of a line that says so.
  fileprivate var scanned: CalendarDate? {
    guard case .scan(let received) = act else { return nil }
    return CalendarDate(iso: received)
  }
}

extension SystemPack {
  /// The forms without which a unit's own is missing.
  package var requiredForms: [FormCode] { forms.filter { !$0.isOptional }.map(\.code) }
}
