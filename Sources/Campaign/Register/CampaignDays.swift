package import Foundation
package import Monitoring
package import Wording

/// The days of a campaign: a form comes on the day that the campaign's time zone has then.
package struct CampaignDays: Sendable {
  private let calendar: Calendar

  /// - Parameter machine: the zone of campaigns whose settings name none.
  package init(_ settings: CampaignSettings, machine: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = settings.timeZone.flatMap { TimeZone(identifier: $0) } ?? machine
    self.calendar = calendar
  }

  /// The day of a stamp of the store, "2022-01-25T15:30:00Z"; nil for anything else.
  package func day(of stamp: String) -> CalendarDate? {
    (try? Date(stamp, strategy: .iso8601)).flatMap(day)
  }

  package func day(of moment: Date) -> CalendarDate? {
    let parts = calendar.dateComponents([.year, .month, .day], from: moment)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The day of a stamp, ISO 8601, for pages that tell of it; anything else as it is.
  package func told(_ stamp: String) -> String { day(of: stamp)?.iso ?? stamp }

  /// How many days lie between two days: 1 from a day to the next, below 0 backwards.
  package static func days(from: CalendarDate, to: CalendarDate) -> Int {
    number(of: to) - number(of: from)
  }

  /// Days since 0000-03-01 (H. Hinnant, "chrono-compatible low-level date algorithms").
  private static func number(of date: CalendarDate) -> Int {
    let year = date.month <= 2 ? date.year - 1 : date.year
    let month = (date.month + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1
  }
}

extension OpenCampaign {
  /// Which day a moment belongs to in this campaign.
  package var days: CampaignDays { CampaignDays(settings, machine: machineZone) }
}
