import ExactNumbers

/// A moment taken to pieces. Excel rounds times to what the format shows of a second and never a
/// date to the next day; LibreOffice cuts both and rounds durations.
struct MomentText {
  /// Days that a duration may have: 27,000 years, whose parts of a second still fit an `Int`.
  private static let longestDuration: ExactNumber = 10_000_000
  /// 0001-01-01 and the day after 9999-12-31.
  private static let firstDay: ExactNumber = -693_593
  private static let endOfDays: ExactNumber = 2_958_466
  private static let endOfSeconds = 2_958_466 * 86_400

  /// Decimals of a second that are still rounded where the rest is cut: a stored
  /// 44317.395833333333 is half past nine, though it falls short of it by a millionth of a second.
  private static let leastNoise = 4
  /// Decimals of a second of a moment of all: more would not fit an `Int`.
  private static let mostDecimals = 7

  private let pieces: [MomentPiece]
  private let names: DisplayLanguage
  private let language: DisplayLanguage
  private let monthCase: FormatSection.MonthCase
  private let isNegative: Bool
  /// Units of 10^-`decimals` seconds within the second.
  private let fraction: Int
  private let decimals: Int
  /// Whole seconds, of a duration without its sign.
  private let seconds: Int
  private let day: CalendarDay
  private let isTwelveHours: Bool
  private let separator: String

  /// Nil for what cannot be shown: a date out of the years 1–9999, a duration of more than 10^7
  /// days, and in Excel everything before its first day.
  init?(
    _ serial: ExactNumber, _ pieces: [MomentPiece], _ section: FormatSection,
    _ origin: NumberFormat.Origin, names: DisplayLanguage, language: DisplayLanguage
  ) {
    let isElapsed = pieces.contains { $0.unit?.isElapsed == true }
    let first: ExactNumber = origin == .officeOpenXML ? .zero : Self.firstDay
    if isElapsed {
      guard serial.magnitude <= Self.longestDuration, origin == .openDocument || serial >= .zero
      else { return nil }
    } else {
      guard serial >= first, serial < Self.endOfDays else { return nil }
    }
    self.pieces = pieces
    self.names = names
    self.language = language
    monthCase = section.monthCase
    separator = origin == .officeOpenXML ? language.dateSeparator : "/"
    decimals = pieces.reduce(0) { max($0, $1.decimals) }
    let days = isElapsed ? serial.magnitude : serial
    let isRounded =
      isElapsed || (origin == .officeOpenXML && pieces.contains { $0.isTime })
    let scale = Self.power(decimals)
    let noise = Self.power(min(Self.leastNoise, Self.mostDecimals - decimals))
    let units =
      isRounded
      ? Self.units(of: days, scale)
      : Self.units(of: days, scale * noise).dividedDown(by: noise)
    seconds = units.dividedDown(by: scale)
    // The last second of the calendar may be rounded out of it.
    guard isElapsed || seconds < Self.endOfSeconds else { return nil }
    fraction = units - seconds * scale
    isNegative = isElapsed && serial.isNegative && units != 0
    day = CalendarDay(serial: seconds.dividedDown(by: 86_400))
    isTwelveHours = pieces.contains { $0.unit == .half || $0.unit == .smallHalf }
  }

  /// The moment in units of a second's `scale`-th part, a half away from zero.
  private static func units(of serial: ExactNumber, _ scale: Int) -> Int {
    // At most 10^19 · 86400 · 10^7; the exponent is above zero only where the coefficient is
    // small, because the whole is at most 10^7.
    let product = Int128(serial.coefficient) * Int128(86_400 * scale)
    var exponent = Int(serial.exponent)
    var units = product
    while exponent > 0, units != 0 {
      units *= 10
      exponent -= 1
    }
    guard exponent < 0 else { return Int(clamping: units) }
    guard exponent > -38 else { return 0 }
    var divisor: Int128 = 1
    for _ in 0..<(-exponent) { divisor *= 10 }
    let half = units < 0 ? -(divisor / 2) : divisor / 2
    return Int(clamping: (units + half) / divisor)
  }

  private static func power(_ count: Int) -> Int {
    (0..<count).reduce(1) { power, _ in power * 10 }
  }

  var text: String {
    var text = isNegative ? "-" : ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .dateSeparator: text += separator
      case .monthOf: text += names.months(genitive: true)[day.month - 1]
      case .systemDate: text += systemDate
      case .systemTime: text += systemTime
      case .field(let unit, let width): text += field(unit, width)
      }
    }
    return text
  }

  private func field(_ unit: MomentUnit, _ width: Int) -> String {
    let second = seconds - seconds.dividedDown(by: 86_400) * 86_400
    switch unit {
    case .year:
      return width <= 2 ? Self.padded(day.year % 100, 2) : Self.padded(day.year, 4)
    case .month: return month(width)
    case .day: return Self.padded(day.day, width)
    case .weekday:
      return (width < 4 ? names.shortWeekdays : names.weekdays)[day.weekday]
    case .hour:
      let hour = second / 3600
      return Self.padded(isTwelveHours ? (hour + 11) % 12 + 1 : hour, width)
    case .minute: return Self.padded(second / 60 % 60, width)
    case .second: return Self.padded(second % 60, width)
    case .secondFraction:
      let shown = fraction / Self.power(decimals - width)
      return language.decimalSign + Self.padded(shown, width)
    case .elapsedHours: return Self.padded(seconds / 3600, width)
    case .elapsedMinutes: return Self.padded(seconds / 60, width)
    case .elapsedSeconds: return Self.padded(seconds, width)
    case .half: return String((second < 43_200 ? "AM" : "PM").prefix(width))
    case .smallHalf: return second < 43_200 ? "a" : "p"
    case .quarter: return quarter(width)
    case .week: return String(day.week)
    }
  }

  private func month(_ width: Int) -> String {
    let index = day.month - 1
    switch width {
    case ...2: return Self.padded(day.month, width)
    case 3: return names.shortMonths[index]
    case 5: return String(names.months(genitive: false)[index].prefix(1)).uppercased()
    default:
      let isGenitive =
        switch monthCase {
        case .genitive: true
        case .nominative: false
        case .byDay: pieces.contains { $0.unit == .day || $0 == .systemDate }
        }
      let name = names.months(genitive: isGenitive)[index]
      return isGenitive ? name : name.prefix(1).uppercased() + name.dropFirst()
    }
  }

  /// As Windows writes a long date.
  private var systemDate: String {
    switch language {
    case .invariant:
      field(.weekday, 4) + ", " + field(.month, 4) + " " + String(day.day) + ", " + field(.year, 4)
    case .russian: String(day.day) + " " + field(.month, 4) + " " + field(.year, 4) + " г."
    }
  }

  private var systemTime: String {
    let second = seconds - seconds.dividedDown(by: 86_400) * 86_400
    let rest = ":" + field(.minute, 2) + ":" + field(.second, 2)
    switch language {
    case .invariant: return String((second / 3600 + 11) % 12 + 1) + rest + " " + field(.half, 2)
    case .russian: return String(second / 3600) + rest
    }
  }

  private func quarter(_ width: Int) -> String {
    let number = (day.month + 2) / 3
    switch names {
    case .invariant:
      let ending = ["st", "nd", "rd", "th"][number - 1]
      return width < 2 ? "Q\(number)" : "\(number)\(ending) quarter"
    case .russian: return width < 2 ? "\(number) кв." : "\(number)-й квартал"
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Int {
  /// The quotient rounded towards minus infinity.
  fileprivate func dividedDown(by divisor: Int) -> Int {
    self / divisor - (self % divisor < 0 ? 1 : 0)
  }
}
