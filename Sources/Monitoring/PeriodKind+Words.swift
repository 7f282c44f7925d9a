package import Wording

extension PeriodKind {
  /// A period as Russian text names it: «2021 год», «2020/21 учебный год».
  package func label(_ period: Period, _ form: GrammaticalCase = .nominative) -> String {
    switch self {
    case .calendarYear: Language.ru.calendarYear(period.year, form)
    case .schoolYear: Language.ru.schoolYear(endingIn: period.year, form)
    }
  }

  /// The day on which a period begins: 1 January, or 1 September of the year before.
  package func firstDay(of period: Period) -> CalendarDate? {
    switch self {
    case .calendarYear: CalendarDate(year: period.year, month: 1, day: 1)
    case .schoolYear: CalendarDate(year: period.year - 1, month: 9, day: 1)
    }
  }

  /// «2021», «2020/21»: headings of columns, and where the word for the year stands beside it.
  package func short(_ period: Period) -> String {
    switch self {
    case .calendarYear: String(period.year)
    case .schoolYear: Language.ru.shortSchoolYear(endingIn: period.year)
    }
  }
}
