/// One round of a campaign. A school year is named by the year in which it ends.
package struct Period: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
  /// Years that a period may name; what lies outside is a typing error.
  package static let years = 1990...2100

  package let year: Int

  /// Nil when `year` is outside `Period.years`.
  package init?(year: Int) {
    guard Self.years.contains(year) else { return nil }
    self.year = year
  }

  /// "2021" → 2021; nil for anything else.
  package init?(_ text: String) {
    guard let year = Int(text) else { return nil }
    self.init(year: year)
  }

  /// The period before, nil at the end of the range.
  package var previous: Period? { Period(year: year - 1) }
  /// The period after, nil at the end of the range.
  package var next: Period? { Period(year: year + 1) }

  package var description: String { String(year) }
  package static func < (a: Period, b: Period) -> Bool { a.year < b.year }
}

/// What a pack's periods are.
package enum PeriodKind: String, Sendable, Codable, CaseIterable {
  /// Printed «2021 год».
  case calendarYear = "calendar"
  /// Printed «2020/21 учебный год».
  case schoolYear = "school"
}
