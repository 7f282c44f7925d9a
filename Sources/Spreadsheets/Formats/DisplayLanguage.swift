/// The language that values are shown in: its separators, its names, its words for truth.
public enum DisplayLanguage: String, Hashable, Sendable, CaseIterable {
  /// A decimal point, commas between thousands, English names, TRUE and FALSE.
  case invariant
  /// A decimal comma, no-break spaces between thousands, Russian names, ИСТИНА and ЛОЖЬ.
  case russian

  /// Stands between whole digits and decimals.
  var decimalSign: String {
    switch self {
    case .invariant: "."
    case .russian: ","
    }
  }

  /// Stands between thousands.
  var groupSign: String {
    switch self {
    case .invariant: ","
    case .russian: "\u{A0}"
    }
  }

  /// What Excel shows for "/" in a date.
  var dateSeparator: String {
    switch self {
    case .invariant: "/"
    case .russian: "."
    }
  }

  /// A truth value as a cell shows it.
  package func text(_ truth: Bool) -> String {
    switch self {
    case .invariant: truth ? "TRUE" : "FALSE"
    case .russian: truth ? "ИСТИНА" : "ЛОЖЬ"
    }
  }

  /// An error as a cell shows it; one that is not known stays as it is.
  package func text(error: String) -> String {
    switch self {
    case .invariant: error
    case .russian: Self.russianErrors[error] ?? error
    }
  }

  private static let russianErrors = [
    "#DIV/0!": "#ДЕЛ/0!", "#N/A": "#Н/Д", "#NAME?": "#ИМЯ?", "#NULL!": "#ПУСТО!",
    "#NUM!": "#ЧИСЛО!", "#REF!": "#ССЫЛКА!", "#VALUE!": "#ЗНАЧ!",
  ]

  /// The months of the year in full, alone and beside a day; twelve each.
  func months(genitive: Bool) -> [String] {
    switch self {
    case .invariant: Self.englishMonths
    case .russian: genitive ? Self.russianMonthsOf : Self.russianMonths
    }
  }

  var shortMonths: [String] {
    switch self {
    case .invariant: Self.englishShortMonths
    case .russian: Self.russianShortMonths
    }
  }

  /// Seven, from Sunday on.
  var weekdays: [String] {
    switch self {
    case .invariant: Self.englishDays
    case .russian: Self.russianDays
    }
  }

  var shortWeekdays: [String] {
    switch self {
    case .invariant: Self.englishShortDays
    case .russian: Self.russianShortDays
    }
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let englishShortMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let englishDays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let englishShortDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let russianMonths = [
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
    "ноябрь", "декабрь",
  ]
  private static let russianMonthsOf = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]
  private static let russianShortMonths = [
    "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
  ]
  private static let russianDays = [
    "воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота",
  ]
  private static let russianShortDays = ["Вс", "Пн", "Вт", "Ср", "Чт", "Пт", "Сб"]
}
