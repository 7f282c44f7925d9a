import ExactNumbers
import Findings
import Monitoring
import Spreadsheets

@testable import Intake

/// A small form of every layout, and workbooks of it that tests damage.
enum SampleForm {
  static let subjects = Classifier(
    code: "subjects", title: "Предметы",
    members: [
      .init(code: "russian", title: "Русский язык и литература", aliases: ["Русский язык"]),
      .init(code: "mathematics", title: "Математика"),
      .init(code: "physics", title: "Физика"),
      .init(code: "chemistry", title: "Химия"),
    ])
  static let sections = Classifier(
    code: "sections", title: "Разделы",
    members: [
      .init(code: "support", title: "Методическая поддержка"),
      .init(code: "contests", title: "Конкурсы"),
    ])

  static let schema = FormSchema(
    code: "f-1", version: 2, title: "Форма Ф-1",
    sections: [
      FormSection(
        code: "title", sheet: "Титул", title: "Сведения", layout: .list,
        fields: [
          FormField(
            code: "unit_code", label: "Код организации", aliases: ["Код школы"],
            kind: .identity(.unitCode)),
          FormField(
            code: "unit_name", label: "Наименование организации", aliases: ["Школа"],
            kind: .identity(.unitName)),
          FormField(
            code: "period", label: "Отчётный год", aliases: ["Год"], kind: .identity(.period)),
          FormField(code: "form", label: "Форма", kind: .identity(.form)),
          FormField(
            code: "phone", label: "Телефон", kind: .text, isRequired: false, isPersonal: true),
        ]),
      FormSection(
        code: "staff", sheet: "Кадры", title: "Кадры школы", layout: .list,
        rowHeading: ["Показатель"], valueHeading: ["Значение", "Всего"],
        fields: [
          FormField(
            code: "staff", number: "01", label: "Педагогические работники, всего", kind: .count,
            unit: "чел."),
          FormField(
            code: "up_to_35", number: "02", label: "Педагогические работники до 35 лет",
            kind: .count, unit: "чел."),
          FormField(
            code: "up_to_30", number: "03", label: "Педагогические работники до 30 лет",
            kind: .count, unit: "чел."),
          FormField(
            code: "share", number: "04", label: "Доля строки 02 в строке 01, %", kind: .percent,
            unit: "%", isRequired: false),
        ]),
      FormSection(
        code: "subjects", sheet: "Предметы", title: "По предметам",
        layout: .table(dimension: "subjects"), rowHeading: ["Учебный предмет"],
        fields: [
          FormField(
            code: "teachers", number: "3", label: "Педагоги, преподающие предмет",
            aliases: ["Педагогов по предмету"], kind: .count),
          FormField(
            code: "supported", number: "4", label: "Сопровождение на уровне организации",
            kind: .count),
          FormField(
            code: "diagnosed", number: "5", label: "Прошли диагностику дефицитов", kind: .count),
        ]),
      FormSection(
        code: "practices", sheet: "Практики", title: "Практики", layout: .records,
        fields: [
          FormField(
            code: "practice_title", label: "Название практики", kind: .text, isRequired: false),
          FormField(
            code: "practice_section", label: "Раздел", kind: .choice("sections"),
            isRequired: false),
        ], isOptional: true),
    ])

  static let register = UnitRegister(
    root: Unit(
      code: "district", number: 0, names: [.init(full: "Район", short: "Район")],
      level: "municipality"),
    units: [
      Unit(
        code: "school-07", number: 7,
        names: [
          .init(full: "МБОУ «Ойбонская средняя школа № 7»", short: "Ойбонская СОШ"),
          .init(since: Period(year: 2021), full: "МБОУ «Лицей»", short: "Лицей"),
        ], level: "school"),
      Unit(
        code: "school-08", number: 8,
        names: [.init(full: "МБОУ «Берёзовская школа»", short: "Берёзовская школа")],
        level: "school", closed: Period(year: 2021)),
    ])

  static let periods = [2019, 2020, 2021].compactMap(Period.init(year:))

  static let readings = Readings(
    units: ["чел.": ["чел", "чел.", "человек"], "%": ["%"]],
    notApplicable: ["–", "—", "-", "−"], missing: ["н/д", "нет данных"], zero: ["нет"],
    yes: ["да", "+", "x", "х", "1"], no: ["нет", "0"])

  static let binder = FormBinder(
    schema: schema, classifiers: [subjects, sections], readings: readings, register: register,
    periods: periods)

  static func bind(_ sheets: [Page]) -> FormBinding {
    binder.bind(FormFile(path: "form.xlsx", hash: "h", sheets: sheets.map(\.grid)))[0]
  }

  /// A clean form: title, staff, subjects and practices.
  static var pages: [Page] { [title, staff, table, practices] }

  static var title: Page {
    Page(
      "Титул",
      """
      Управление образования
      ФОРМА Ф-1

      Код организации|school-07
      Наименование организации|МБОУ «Ойбонская средняя школа № 7»
      Отчётный год|2021
      Форма|Ф-1, версия 2
      Телефон|8 (411) 123-45
      """)
  }

  static var staff: Page {
    Page(
      "Кадры",
      """
      Кадры школы

      № строки|Показатель|Значение
      гр. 1|гр. 2|гр. 3
      01|Педагогические работники, всего|40
      02|Педагогические работники до 35 лет|10
      03|Педагогические работники до 30 лет|4
      04|Доля строки 02 в строке 01, %|25
      """)
  }

  static var table: Page {
    Page(
      "Предметы",
      """
      По предметам

      № п/п|Учебный предмет|Педагоги, преподающие предмет|Сопровождение на уровне организации|Прошли диагностику дефицитов
      гр. 1|гр. 2|гр. 3|гр. 4|гр. 5
      1|Русский язык и литература|8|5|3
      2|Математика|6|4|2
      3|Физика|2|1|1
      4|Химия|0||
      |Итого|16|10|6
      """)
  }

  static var practices: Page {
    Page(
      "Практики",
      """
      № п/п|Название практики|Раздел
      гр. 1|гр. 2|гр. 3
      1|Педагогическая мастерская|Методическая поддержка
      2|Фестиваль|Конкурсы
      3||
      """)
  }
}

/// A sheet that tests type in and damage.
struct Page {
  var name: String
  var isHidden = false
  var cells: [CellAddress: GridCell] = [:]
  var merges: [CellRange] = []

  /// Rows are lines, columns are divided by «|»; what is a number becomes one.
  init(_ name: String, _ text: String) {
    self.name = name
    for (row, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for (column, piece) in line.split(separator: "|", omittingEmptySubsequences: false)
        .enumerated() where !piece.isEmpty
      {
        put(String(piece), row + 1, column + 1)
      }
    }
  }

  var grid: Grid { Grid(name: name, isHidden: isHidden, cells: cells, merges: merges) }

  mutating func put(_ text: String, _ row: Int, _ column: Int) {
    let place = CellAddress(row: row, column: column)
    if text.isEmpty {
      cells[place] = nil
    } else if !text.hasPrefix("0") || text == "0", let number = ExactNumber(text) {
      cells[place] = GridCell(.number(number), rawText: text)
    } else {
      cells[place] = GridCell(.text(text), rawText: text)
    }
  }

  mutating func merge(_ first: (Int, Int), _ last: (Int, Int)) {
    merges.append(
      CellRange(
        first: CellAddress(row: first.0, column: first.1),
        last: CellAddress(row: last.0, column: last.1)))
  }

  /// An empty row before `row`.
  mutating func insertRow(_ row: Int) { shift { $0.row >= row ? ($0.row + 1, $0.column) : nil } }

  mutating func insertColumn(_ column: Int) {
    shift { $0.column >= column ? ($0.row, $0.column + 1) : nil }
  }

  mutating func move(rows: Int, columns: Int) {
    shift { ($0.row + rows, $0.column + columns) }
  }

  mutating func deleteRow(_ row: Int) {
    cells = cells.filter { $0.key.row != row }
    shift { $0.row > row ? ($0.row - 1, $0.column) : nil }
  }

  private mutating func shift(_ new: (CellAddress) -> (Int, Int)?) {
    func moved(_ place: CellAddress) -> CellAddress {
      new(place).map { CellAddress(row: $0.0, column: $0.1) } ?? place
    }
    cells = Dictionary(cells.map { (moved($0.key), $0.value) }, uniquingKeysWith: { a, _ in a })
    merges = merges.map { CellRange(first: moved($0.first), last: moved($0.last)) }
  }
}

extension FormBinding {
  /// «code Sheet!A1», sorted.
  var codes: [String] {
    findings.map { "\($0.code) \($0.origins.first?.place ?? "")" }.sorted()
  }

  func state(_ field: FieldCode, _ member: MemberCode? = nil) -> Observation.State? {
    let breakdown = member.map { Breakdown("subjects", $0) } ?? .whole
    return observations.first { $0.key.field == field && $0.key.breakdown == breakdown }?.state
  }

  /// Everything that was read, without where it stood.
  var values: [Observation.Key: Observation.State] {
    Dictionary(observations.map { ($0.key, $0.state) }, uniquingKeysWith: { a, _ in a })
  }
}
