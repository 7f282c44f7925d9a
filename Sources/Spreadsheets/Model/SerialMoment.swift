public import ExactNumbers
import Markup

/// A date, a time of day, both, or a duration, as days since 1899-12-30.
public struct SerialMoment: Hashable, Sendable {
  /// `.date`, `.time`, `.dateAndTime` or `.duration`.
  public var shape: NumberShape
  /// Days since 1899-12-30, whatever the workbook's epoch; a duration in days.
  public var serial: ExactNumber

  /// - Parameter serial: days since 1899-12-30; of a duration its days.
  public init(shape: NumberShape, serial: ExactNumber) {
    self.shape = shape
    self.serial = serial
  }

  /// Whole seconds since 1899-12-30, nil beyond the years 1–9999.
  public var seconds: Int? {
    let seconds = (serial.doubleValue * 86_400).rounded()
    return seconds.magnitude < 3e11 ? Int(seconds) : nil
  }

  /// ISO 8601: "2021-03-31", "09:30:00", "2021-03-31T09:30:00", "PT27H30M0S".
  public var iso: String {
    guard let seconds else { return serial.description }
    switch shape {
    case .time where (0..<86_400).contains(seconds): return Self.clock(seconds)
    case .date where seconds % 86_400 == 0: return Self.day(seconds / 86_400)
    case .duration, .time:
      let rest = seconds.magnitude
      return (seconds < 0 ? "-" : "") + "PT\(rest / 3600)H\(rest / 60 % 60)M\(rest % 60)S"
    case .date, .dateAndTime, .plain, .percent, .currency:
      let days = (Double(seconds) / 86_400).rounded(.down)
      return Self.day(Int(days)) + "T" + Self.clock(seconds - Int(days) * 86_400)
    }
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map(twoDigits).joined(separator: ":")
  }

  private static func day(_ serial: Int) -> String {
    let day = CalendarDay(serial: serial)
    let year = String(day.year)
    return String(repeating: "0", count: max(0, 4 - year.count)) + year + "-"
      + twoDigits(day.month) + "-" + twoDigits(day.day)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  /// Days since 1899-12-30 of a Gregorian date; nil for a date that there is none of.
  package static func serial(year: Int, month: Int, day: Int) -> Int? {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= daysIn(month: month, year: year)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468 + 25_569
  }

  private static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension SerialMoment {
  /// Reads a date or date and time of ISO 8601 ("2021-03-31", "2021-03-31T09:30:00.5Z",
  /// "09:30:00") or a duration ("PT27H30M0S", "P1DT2H"); nil for anything else. A zone is not
  /// applied: office programs write local time and put "Z" behind it.
  public init?(iso text: String) {
    if let duration = Self.duration(text) {
      self = duration
      return
    }
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard let head = halves.first, halves.count <= 2 else { return nil }
    if halves.count == 1, head.contains(":") {
      guard let seconds = Self.clock(head), let days = Self.days(0, seconds) else { return nil }
      self.init(shape: .time, serial: days)
      return
    }
    let parts = head.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      let serial = Self.serial(year: year, month: month, day: day)
    else { return nil }
    guard halves.count == 2 else {
      self.init(shape: .date, serial: ExactNumber(serial))
      return
    }
    guard let seconds = Self.clock(halves[1]), let days = Self.days(serial, seconds) else {
      return nil
    }
    self.init(
      shape: seconds == 0 && halves[1].isEmpty ? .date : .dateAndTime,
      serial: days)
  }

  /// Reads "2021-03-31" alone; nil for anything else. Most dates are such, and this is the quick
  /// way for them.
  init?(day bytes: borrowing Span<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Int(decimal: bytes.extracting(0..<4)),
      let month = Int(decimal: bytes.extracting(5..<7)),
      let day = Int(decimal: bytes.extracting(8..<10)),
      let serial = Self.serial(year: year, month: month, day: day)
    else { return nil }
    self.init(shape: .date, serial: ExactNumber(serial))
  }

  /// Nil for more than any number.
  private static func days(_ whole: Int, _ seconds: Double) -> ExactNumber? {
    ExactNumber(Double(whole) + seconds / 86_400)
  }

  private static func clock(_ text: Substring) -> Double? {
    var rest = text
    if rest.last == "Z" { rest.removeLast() }
    if let zone = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) { rest = rest[..<zone] }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hours = Double(parts[0]),
      let minutes = Double(parts[1]),
      // ISO 8601 has the comma too, and LibreOffice reads it.
      let seconds = parts.count == 3 ? Double(parts[2].replacing(",", with: ".")) : 0,
      (0...24).contains(hours), (0..<60).contains(minutes), (0..<61).contains(seconds)
    else { return nil }
    return hours * 3600 + minutes * 60 + seconds
  }

  private static func duration(_ text: String) -> SerialMoment? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    guard rest.popFirst() == "P", !rest.isEmpty else { return nil }
    var seconds = 0.0
    var isTime = false
    var digits = ""
    for character in rest {
      if character == "T" {
        isTime = true
        continue
      }
      if character.isASCII, character.isNumber || character == "." || character == "," {
        digits.append(character == "," ? "." : character)
        continue
      }
      guard let amount = Double(digits) else { return nil }
      digits = ""
      switch (character, isTime) {
      case ("D", false): seconds += amount * 86_400
      case ("H", true): seconds += amount * 3600
      case ("M", true): seconds += amount * 60
      case ("S", true): seconds += amount
      default: return nil
      }
    }
    guard digits.isEmpty else { return nil }
    return days(0, isNegative ? -seconds : seconds).map {
      SerialMoment(shape: seconds < 86_400 && !isNegative ? .time : .duration, serial: $0)
    }
  }
}
