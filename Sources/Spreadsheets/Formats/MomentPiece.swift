/// A part of a date or a time.
enum MomentPiece: Hashable, Sendable {
  case literal(String)
  /// "/" of a code: the language's own separator of days, months and years.
  case dateSeparator
  /// A month in the genitive, wherever it stands.
  case monthOf
  /// The language's own long date and time, whatever else the section says.
  case systemDate, systemTime
  case field(MomentUnit, width: Int)
}

/// What a letter of a date or a time stands for; the width says how it is written.
enum MomentUnit: Hashable, Sendable {
  /// Two digits up to a width of 2, else four.
  case year
  /// Digits up to a width of 2; 3 is short, 4 is long, 5 is one letter.
  case month
  case day
  /// 3 is short, 4 is long.
  case weekday
  case hour, minute, second
  /// Decimals of the second, as many as the width, with the decimal sign before them.
  case secondFraction
  case elapsedHours, elapsedMinutes, elapsedSeconds
  /// AM or PM; with a width of 1 A or P, a or p.
  case half, smallHalf
  case quarter
  /// The week of the year of ISO 8601.
  case week
}

extension MomentPiece {
  /// Nil for a piece that is no field.
  var unit: MomentUnit? {
    if case .field(let unit, _) = self { unit } else { nil }
  }

  /// Whether it shows a part of the day.
  var isTime: Bool { self == .systemTime || unit?.isTime == true }

  /// Decimals of the second.
  var decimals: Int {
    if case .field(.secondFraction, let width) = self { width } else { 0 }
  }
}

extension MomentUnit {
  var isElapsed: Bool {
    switch self {
    case .elapsedHours, .elapsedMinutes, .elapsedSeconds: true
    case .year, .month, .day, .weekday, .hour, .minute, .second, .secondFraction, .half, .smallHalf,
      .quarter, .week:
      false
    }
  }

  var isTime: Bool {
    switch self {
    case .hour, .minute, .second, .secondFraction, .half, .smallHalf, .elapsedHours,
      .elapsedMinutes, .elapsedSeconds:
      true
    case .year, .month, .day, .weekday, .quarter, .week: false
    }
  }
}
