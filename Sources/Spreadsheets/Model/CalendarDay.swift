/// A day of the proleptic Gregorian calendar.
struct CalendarDay: Hashable, Sendable {
  let year: Int
  /// 1...12
  let month: Int
  let day: Int
  /// 0 is Sunday.
  let weekday: Int
  private let serial: Int

  /// - Parameter serial: days since 1899-12-30; within some millions.
  init(serial: Int) {
    let days = serial - 25_569 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (shifted < 10 ? 0 : 1)
    // 1899-12-30 was a Saturday.
    weekday = ((serial + 6) % 7 + 7) % 7
    self.serial = serial
  }

  /// The week of ISO 8601: the one that its Thursday's year counts.
  var week: Int {
    let thursday = CalendarDay(serial: serial - (weekday + 6) % 7 + 3)
    let first = SerialMoment.serial(year: max(1, min(9999, thursday.year)), month: 1, day: 1)
    return (thursday.serial - (first ?? thursday.serial)) / 7 + 1
  }
}
