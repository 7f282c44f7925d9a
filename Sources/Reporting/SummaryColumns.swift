package import Documents
import Wording

extension SummaryMaterial {
  /// A column of the register, the same on the page and in the workbook.
  package struct RegisterColumn: Sendable {
    package var column: Table.Column
    package var text: @Sendable (Row) -> String
    /// Whether it says how far the form has come.
    package var isState = false
    /// Whether it names persons, so that it is left out where nobody is named.
    package var isContact = false

    init(
      _ title: String, width: Int, alignment: Table.Alignment = .start, isState: Bool = false,
      isContact: Bool = false, _ text: @escaping @Sendable (Row) -> String
    ) {
      self.isState = isState
      self.isContact = isContact
      column = Table.Column(title, width: width, alignment: alignment)
      self.text = text
    }
  }

  /// The columns of this register: without those of contacts where it has none.
  package var shownColumns: [RegisterColumn] {
    let hasContacts = rows.contains { !$0.filledBy.isEmpty || !$0.phone.isEmpty }
    return hasContacts ? Self.columns : Self.columns.filter { !$0.isContact }
  }

  /// From left to right.
  package static let columns: [RegisterColumn] = [
    RegisterColumn("№", width: 9, alignment: .center) { "\($0.number)" },
    RegisterColumn("Организация", width: 46) { $0.unit },
    RegisterColumn("Состояние", width: 30, isState: true) {
      $0.standing.words(isUnmended: $0.isUnmended)
    },
    RegisterColumn("Поступила", width: 32) { $0.timing.words },
    RegisterColumn("Версий", width: 16, alignment: .center) { "\($0.versions)" },
    RegisterColumn("Ошибок", width: 17, alignment: .center) { "\($0.errors)" },
    RegisterColumn("Вопросов", width: 22, alignment: .center) { row in
      row.explained == 0 ? "\(row.warnings)" : "\(row.warnings) (пояснено: \(row.explained))"
    },
    RegisterColumn("Решения управления", width: 26) { $0.decisions },
    RegisterColumn("Заполнил(а)", width: 32, isContact: true) {
      $0.filledBy.isEmpty ? Mark.dash : $0.filledBy
    },
    RegisterColumn("Телефон", width: 31, isContact: true) {
      $0.phone.isEmpty ? Mark.dash : $0.phone
    },
    RegisterColumn("Скан получен", width: 22, alignment: .center) { row in
      row.scan.map(Language.ru.shortDate) ?? Mark.dash
    },
    RegisterColumn("Файл", width: 38) { row in
      let parts =
        [row.file].filter { !$0.isEmpty }
        + row.late.map { "пришёл после закрытия, не учитывается: \($0)" }
        + row.refused.map { "не принят: \($0)" } + row.earlier
      return parts.isEmpty ? Mark.dash : parts.joined(separator: "; ")
    },
  ]
}

extension SummaryMaterial {
  /// The counts of a part under their headings, the same on the page and in the workbook. A period
  /// without deadline has none of what came in time or late.
  package var partCounts: [(title: String, count: (Part) -> Int)] {
    let coming: [(title: String, count: (Part) -> Int)] =
      deadline.isEmpty
      ? [("Поступило", { $0.expected - $0.missing })]
      : [("В срок", \.inTime), ("С опозданием", \.late)]
    return [("Ожидается", \.expected)] + coming + [
      ("Не поступило", \.missing), ("С ошибками", \.withErrors), ("Возвращено", \.returned),
      ("Принято", \.accepted), ("Сканов", \.scans),
    ]
  }
}

extension SummaryMaterial.Row {
  /// What the office decided about the form.
  fileprivate var decisions: String {
    let parts = [
      accepted == 0 ? nil : "принято замечаний: \(accepted)",
      corrected == 0 ? nil : "исправлено значений: \(corrected)",
      ofOffice == 0 ? nil : "после исправлений не сходится: \(ofOffice)",
    ].compactMap(\.self)
    return parts.isEmpty ? Mark.dash : parts.joined(separator: "; ")
  }
}

extension SummaryMaterial.Standing {
  /// As the register prints it.
  package var words: String {
    switch self {
    case .missing: "не поступила"
    case .refused: "файл не принят"
    case .undecided: "несколько файлов"
    case .returned: "возвращена"
    case .withErrors: "есть ошибки"
    case .afterClosing: "пришла после закрытия"
    case .withWarnings: "принята, есть вопросы"
    case .clean: "принята"
    }
  }
}

extension SummaryMaterial.Standing {
  /// The same of a form that may say what one said that was sent back.
  package func words(isUnmended: Bool) -> String {
    isUnmended ? "\(words); после возврата значения те же" : words
  }
}

extension SummaryMaterial.Timing {
  /// «20.01.2022» in time or without deadline, «28.01.2022, позже на 3 дня», «просрочена на 2 дня».
  package var words: String {
    func days(_ count: Int) -> String { Language.ru.counted(count, "день", "дня", "дней") }
    return switch self {
    case .awaited: Mark.dash
    case .overdue(let late): "просрочена на \(days(late))"
    case .came(let day), .inTime(let day): Language.ru.shortDate(day)
    case .late(let day, let late): "\(Language.ru.shortDate(day)), позже на \(days(late))"
    }
  }
}
