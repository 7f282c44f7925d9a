import Foundation
import Monitoring
import Yams

/// Until when forms come in time, and by whose clocks.
extension CampaignReader {
  /// A day, which is the last period's, or a mapping from periods to days.
  func deadlines(of root: Record, among periods: [Period]) -> [Period: String] {
    guard root.needed("deadline") != nil else { return [:] }
    let days = days("deadline", of: root, among: periods)
    if let last = periods.last, days[last] == nil {
      faults.add(
        .deadlineMissing(period: last.description), at: root.place(of: "deadline"))
    }
    return days
  }

  /// The same of corrected forms; where nothing stands, the deadline holds.
  func corrections(
    of root: Record, among periods: [Period], after deadlines: [Period: String]
  ) -> [Period: String] {
    guard root.entry("corrections_until") != nil else { return [:] }
    let days = days("corrections_until", of: root, among: periods)
    if days.contains(where: { period, day in deadlines[period].map { day < $0 } ?? false }) {
      faults.add(.correctionsBeforeDeadline, at: root.place(of: "corrections_until"))
    }
    return days
  }

  private func days(
    _ key: String, of root: Record, among periods: [Period]
  ) -> [Period: String] {
    guard let entry = root.entry(key), entry.node.mapping != nil else {
      return periods.last.map { [$0: date(key, of: root)] } ?? [:]
    }
    let years = entry.node.mapping?.compactMap { $0.key.scalar?.string } ?? []
    guard let record = Record(entry, keys: years, faults: faults) else { return [:] }
    var days: [Period: String] = [:]
    for year in years where record.needed(year) != nil {
      guard let period = Period(year), periods.contains(period) else {
        faults.add(.unknownPeriod(year), at: record.place(of: year))
        continue
      }
      days[period] = date(year, of: record)
    }
    return days
  }

  /// A zone of the IANA database.
  func timeZone(of root: Record) -> String? {
    guard let name = root.optionalText("time_zone") else { return nil }
    if TimeZone(identifier: name) == nil {
      faults.add(.unknownTimeZone(name), at: root.place(of: "time_zone"))
    }
    return name
  }
}
