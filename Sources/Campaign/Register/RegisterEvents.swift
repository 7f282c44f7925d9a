import Foundation
package import Monitoring
import Store
package import Wording

/// What happened to a unit's form.
package struct RegisterEvent: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A version came, of that file; from 1.
    case arrived(version: Int, file: String)
    /// A line of the journal.
    case decided(JournalEntry)
  }

  /// ISO 8601, UTC.
  package var at: String
  package var unit: UnitCode
  package var period: Period
  package var kind: Kind
}

/// The step that says what has changed in a period since a day.
package struct ListEvents: Sendable {
  private let campaign: OpenCampaign

  package init(campaign: OpenCampaign) { self.campaign = campaign }

  /// - Parameter since: the first day that counts, in the campaign's time zone.
  /// - Returns: oldest first.
  /// - Throws: `CampaignError.store`.
  package func run(_ period: Period, since: CalendarDate) throws -> [RegisterEvent] {
    guard Store.exists(in: campaign.folder.root.path) else { return [] }
    let days = CampaignDays(campaign.settings, machine: campaign.machineZone)
    let store = try campaign.store()
    let events = try storing { try arrivals(period, store) + decisions(period, store) }
    return events.filter { event in days.day(of: event.at).map { $0 >= since } ?? false }
      .sorted { ($0.at, $0.unit) < ($1.at, $1.unit) }
  }

  private func arrivals(_ period: Period, _ store: Store) throws -> [RegisterEvent] {
    try store.versions(in: period).map { version in
      RegisterEvent(
        at: version.received, unit: version.unit, period: period,
        kind: .arrived(version: version.number, file: version.file))
    }
  }

  private func decisions(_ period: Period, _ store: Store) throws -> [RegisterEvent] {
    try store.journal(period: period).compactMap { line in
      line.unit.map { unit in
        RegisterEvent(at: line.at, unit: unit, period: period, kind: .decided(line))
      }
    }
  }
}
