/// A point in time as workbooks and clocks write it, so that two of them can be told apart by age.
struct Instant: Comparable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z. Fractions are dropped: two files saved within one second
  /// are not known to be one newer than the other.
  let seconds: Int64

  /// Reads "2021-03-31T10:05:00", with a fraction, with "Z" or "+09:00" behind it, or the date
  /// alone. A time without a zone is taken as UTC, as ODF producers write it. Nil for anything else.
  init?(_ text: String) {
    var scan = Scan(rest: Array(text.utf8)[...])
    guard let year = scan.number(4), scan.take("-"), let month = scan.number(2), scan.take("-"),
      let day = scan.number(2), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var total = Self.days(year: year, month: month, day: day) * 86_400
    if !scan.rest.isEmpty {
      guard scan.take("T") || scan.take(" "), let hour = scan.number(2), scan.take(":"),
        let minute = scan.number(2), hour < 25, minute < 60
      else { return nil }
      total += Int64(hour * 3600 + minute * 60)
      if scan.take(":") {
        guard let second = scan.number(2), second < 61 else { return nil }
        total += Int64(second)
        if scan.take(".") || scan.take(",") { scan.skipDigits() }
      }
      guard let zone = scan.zone(), scan.rest.isEmpty else { return nil }
      total -= Int64(zone)
    }
    seconds = total
  }

  static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  /// Days since 1970-01-01 in the Gregorian calendar (H. Hinnant, "chrono-compatible low-level
  /// date algorithms", days_from_civil).
  private static func days(year: Int, month: Int, day: Int) -> Int64 {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  private struct Scan {
    var rest: ArraySlice<UInt8>

    mutating func take(_ letter: Character) -> Bool {
      guard let first = rest.first, first == letter.asciiValue else { return false }
      rest.removeFirst()
      return true
    }

    mutating func number(_ digits: Int) -> Int? {
      var value = 0
      for _ in 0..<digits {
        guard let digit = rest.first, (48...57).contains(digit) else { return nil }
        value = value * 10 + Int(digit - 48)
        rest.removeFirst()
      }
      return value
    }

    mutating func skipDigits() {
      while let digit = rest.first, (48...57).contains(digit) { rest.removeFirst() }
    }

    /// Seconds to the east of Greenwich; 0 when no zone stands there, nil when it is no zone.
    mutating func zone() -> Int? {
      if rest.isEmpty || take("Z") { return 0 }
      let sign = take("+") ? 1 : -1
      guard sign == 1 || take("-"), let hours = number(2), take(":"), let minutes = number(2) else {
        return nil
      }
      return sign * (hours * 3600 + minutes * 60)
    }
  }
}
