/// A day of the Gregorian calendar, without time or zone.
package struct CalendarDate: Sendable, Hashable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil for a day that the calendar does not have, and outside the years 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads ISO 8601: "2021-01-28", or a time stamp that begins so ("2021-01-28T10:00:00Z").
  package init?(iso text: String) {
    let parts = text.prefix { $0 != "T" }.split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// "2021-01-28".
  package var iso: String {
    let sides = [Language.padded(year, to: 4), Language.padded(month, to: 2)]
    return (sides + [Language.padded(day, to: 2)]).joined(separator: "-")
  }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Language {
  /// «28 января 2021 г.», "28 January 2021".
  package func longDate(_ date: CalendarDate) -> String {
    let space = Mark.noBreakSpace
    let month = monthNames[date.month - 1]
    return switch self {
    case .ru: "\(date.day)\(space)\(month) \(date.year)\(space)г."
    case .en: "\(date.day)\(space)\(month) \(date.year)"
    }
  }

  /// «28.01.2021»; English has the ISO form, which nobody reads as month and day.
  package func shortDate(_ date: CalendarDate) -> String {
    let day = Self.padded(date.day, to: 2)
    let month = Self.padded(date.month, to: 2)
    let year = Self.padded(date.year, to: 4)
    return switch self {
    case .ru: "\(day).\(month).\(year)"
    case .en: "\(year)-\(month)-\(day)"
    }
  }

  /// «12.06.2021 14:05», "2021-06-12 14:05" for "2021-06-12T14:05:00Z"; the day alone when no time
  /// follows it, and any other text as it is.
  package func moment(_ iso: String) -> String {
    guard let date = CalendarDate(iso: iso) else { return iso }
    let sides = iso.split(separator: "T")
    guard sides.count == 2, sides[1].utf8.count >= 5 else { return shortDate(date) }
    return "\(shortDate(date))\(Mark.noBreakSpace)\(sides[1].prefix(5))"
  }

  private var monthNames: [String] {
    switch self {
    case .ru:
      [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
        "октября", "ноября", "декабря",
      ]
    case .en:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    }
  }

  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
