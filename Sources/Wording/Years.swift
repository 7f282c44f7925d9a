/// A case of Russian grammar, as a year after a preposition needs it.
package enum GrammaticalCase: Sendable, CaseIterable {
  /// «2021 год» — also the accusative: «за 2021 год».
  case nominative
  /// «2021 года»
  case genitive
  /// «2021 году» — «к 2021 году».
  case dative
  /// «2021 годом»
  case instrumental
  /// «2021 году» — «в 2021 году».
  case prepositional
}

extension Language {
  /// A calendar year: «2021 год». English says the number only.
  package func calendarYear(_ year: Int, _ form: GrammaticalCase = .nominative) -> String {
    switch self {
    case .ru: "\(year)\(Mark.noBreakSpace)\(Self.yearWord(form))"
    case .en: "\(year)"
    }
  }

  /// The school year that ends in `year`: «2020/21 учебный год», "school year 2020/21".
  package func schoolYear(
    endingIn year: Int, _ form: GrammaticalCase = .nominative
  ) -> String {
    let span = shortSchoolYear(endingIn: year)
    return switch self {
    case .ru: "\(span)\(Mark.noBreakSpace)\(Self.schoolWord(form)) \(Self.yearWord(form))"
    case .en: "school year\(Mark.noBreakSpace)\(span)"
    }
  }

  /// As headings of columns have it: «2020/21».
  package func shortSchoolYear(endingIn year: Int) -> String {
    "\(year - 1)/\(Self.padded(year % 100, to: 2))"
  }

  private static func yearWord(_ form: GrammaticalCase) -> String {
    switch form {
    case .nominative: "год"
    case .genitive: "года"
    case .dative, .prepositional: "году"
    case .instrumental: "годом"
    }
  }

  private static func schoolWord(_ form: GrammaticalCase) -> String {
    switch form {
    case .nominative: "учебный"
    case .genitive: "учебного"
    case .dative: "учебному"
    case .instrumental: "учебным"
    case .prepositional: "учебном"
    }
  }
}
