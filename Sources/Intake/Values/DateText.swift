import Monitoring

/// Reads days and years that people typed as text.
enum DateText {
  private static let months = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]

  /// «31.03.2021», «31/03/21», «2021-03-31», «31 марта 2021 г.» as "2021-03-31"; nil for anything
  /// else, for a day that the calendar does not have, and for one outside `years`.
  static func day(in text: String, years: ClosedRange<Int> = Period.years) -> String? {
    var parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let last = parts.last, last == "г" || last == "года" { parts.removeLast() }
    guard parts.count == 3 else { return nil }
    if let month = months.firstIndex(of: parts[1]) { parts[1] = String(month + 1) }
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
    guard numbers.count == 3 else { return nil }
    return parts[0].count == 4
      ? day(numbers[0], numbers[1], numbers[2], within: years)
      : day(
        parts[2].count == 2 ? 2000 + numbers[2] : numbers[2], numbers[1], numbers[0],
        within: years)
  }

  private static func day(
    _ year: Int, _ month: Int, _ day: Int, within years: ClosedRange<Int>
  ) -> String? {
    guard years.contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// «12.03.2021» for "2021-03-12"; any other text as it is.
  static func shown(_ day: String) -> String {
    let parts = day.split(separator: "-")
    return parts.count == 3 ? parts.reversed().joined(separator: ".") : day
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The period that a text names: «2021», «за 2021 год», «2020/21 учебный год» (the year in which
  /// it ends), «31.12.2021»; nil when it names none, or two that are no school year.
  static func period(in text: String) -> Period? {
    if let day = day(in: text) { return Period(String(day.prefix(4))) }
    let numbers = text.split { !$0.isASCIIDigit }.map(String.init)
    guard let first = numbers.first, first.count == 4, let start = Int(first) else { return nil }
    switch numbers.count {
    case 1:
      return Period(year: start)
    case 2:
      let isNext =
        numbers[1] == String(start + 1) || numbers[1] == String(String(start + 1).suffix(2))
      return isNext ? Period(year: start + 1) : nil
    default:
      return nil
    }
  }
}
