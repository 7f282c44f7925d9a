import Findings
import Spreadsheets

/// A column of the register.
enum RegisterColumn: String, CaseIterable {
  case number = "№"
  case code = "Код"
  case fullName = "Полное наименование"
  case shortName = "Краткое наименование"
  case type = "Тип"
  case group = "Группа"
  case head = "Руководитель (кому)"
  case succeeds = "Преемник кого"
  case opened = "Открыта с"
  case closed = "Закрыта с"
  case since = "Действует с"
  case email = "Электронная почта"
  case parent = "Входит в"
  case level = "Уровень"

  var aliases: [String] {
    switch self {
    case .number: ["№ п/п", "Номер", "п/п"]
    case .code: ["Код организации", "Код школы", "Код ОО"]
    case .fullName: ["Полное наименование организации", "Наименование", "Наименование полное"]
    case .shortName: ["Краткое наименование организации", "Наименование краткое", "Кратко"]
    case .type: ["Тип организации"]
    case .group: ["Группа сравнения"]
    case .head: ["Руководитель", "Кому", "Руководитель в дательном падеже"]
    case .succeeds: ["Преемник", "Правопреемник"]
    case .opened: ["Открыта", "Год открытия"]
    case .closed: ["Закрыта", "Год закрытия"]
    case .since: ["Наименование действует с", "Действует с года"]
    case .parent:
      [
        "Филиал организации", "Муниципалитет", "Родитель", "Вышестоящая организация",
        "Код вышестоящей организации", "Филиал чего",
      ]
    case .level: ["Уровень организации", "Вид в дереве"]
    case .email: ["E-mail", "Почта", "Эл. почта", "Адрес электронной почты"]
    }
  }

  /// Whether nothing can be read without it.
  var isRequired: Bool {
    switch self {
    case .code, .fullName: true
    case .number, .shortName, .type, .group, .head, .succeeds, .opened, .closed, .since, .email,
      .parent, .level:
      false
    }
  }
}

/// The columns of the register on its sheet.
struct RegisterColumns {
  private(set) var columns: [RegisterColumn: Int] = [:]
  private(set) var findings: [Finding] = []
  /// The row of headings.
  private(set) var heading = 0

  /// Takes the row with the most headings, the topmost of several.
  init(_ sheet: Grid, of file: FormFile) {
    // «№» alone has no letters: it is compared as it stands.
    let wanted = RegisterColumn.allCases.map { column in
      LabelMatcher.Wanted(
        labels: ([column.rawValue] + column.aliases).map(Label.init).filter { !$0.tight.isEmpty },
        number: nil)
    }
    let matcher = LabelMatcher(wanted: wanted)
    let texts = sheet.places.compactMap { place in
      sheet[place]?.text.map {
        LabelCandidate(place: place, labels: [Label($0)], text: $0, number: nil)
      }
    }
    let rows = Dictionary(grouping: texts, by: \.place.row)
      .mapValues { matcher.outcomes(among: $0, guessing: []) }
    let counts = rows.mapValues { outcomes in outcomes.count { $0 != .missing } }
    guard let most = counts.values.max(), most > 1,
      let row = counts.filter({ $0.value == most }).keys.min(), let outcomes = rows[row]
    else { return }
    heading = row
    for (column, outcome) in zip(RegisterColumn.allCases, outcomes) {
      if let candidate = outcome.candidate {
        columns[column] = candidate.place.column
      } else if let copies = outcome.copies {
        findings.append(
          Finding(
            code: "register.column-twice", severity: .error,
            arguments: ["column": .text(column.rawValue)],
            origins: copies.map { file.origin(of: $0, on: sheet) }))
      } else if column.isRequired {
        findings.append(
          Finding(
            code: "register.column-missing", severity: .error,
            arguments: ["column": .text(column.rawValue)], origins: [file.origin(of: sheet)]))
      }
    }
    if columns[.number] == nil {
      columns[.number] =
        texts.first { $0.place.row == row && NumberText.trimmed($0.text) == "№" }?
        .place.column
    }
  }

  var isRegister: Bool { columns[.code] != nil }
}
