import ExactNumbers
import Spreadsheets

/// A workbook that looks like a form that a school fills in, with everything that can be written.
enum FormSample {
  static let workbook = NewWorkbook(
    title: "Форма «Кадры» — 2020/21", created: "2021-02-01T10:00:00Z",
    sheets: [lists, staff, check])

  static let lists = NewSheet(
    name: "Списки", isHidden: true,
    rows: ["Математика", "Русский язык", "Физика"].map { NewSheet.Row(cells: [NewCell(.text($0))]) }
  )

  /// «Кадры 1» must be quoted, as all names with a space.
  static let staff = NewSheet(
    name: "Кадры 1",
    columns: [.init(width: 12), .init(width: 70)] + Array(repeating: .init(width: 28), count: 3)
      + [.init(width: 20, isHidden: true)],
    rows: head + (5...12).map(line) + [total],
    merges: [range("A1:E1"), range("A2:E2")], frozenRows: 4, frozenColumns: 2,
    printArea: range("A1:E13"), repeatedRows: 3...4, orientation: .landscape, isProtected: true,
    validations: [
      NewValidation(
        range: range("C5:D12"), rule: .whole(0...500),
        hint: .init(title: "Число", text: "Целое число от 0 до 500.\nПустая ячейка: нет данных."),
        refusal: .init(
          title: "Не число", text: "Нужно целое число от 0 до 500 & «ничего» <больше>.")),
      NewValidation(
        range: range("E5:E8"), rule: .list(["да", "нет", "не \"знаю\""]),
        refusal: .init(title: "Не из списка", text: "Выберите из списка."), isStrict: false),
      NewValidation(
        range: range("E9:E10"), rule: .listOf(NewRange(sheet: "Списки", range("A1:A3"))),
        refusal: .init(title: "Не из списка", text: "Выберите из списка.")),
      NewValidation(
        range: range("E11:E20"), rule: .date(from: "2020-09-01", to: "2021-08-31"),
        refusal: .init(title: "Не тот день", text: "Нужен день учебного года.")),
      NewValidation(
        range: range("H2:H2"), rule: .decimal(-5...5),
        refusal: .init(title: "Не число", text: "От −5 до 5.")),
    ],
    highlights: [
      NewSheet.Highlight(
        range: range("C5:E13"),
        condition: .infix(relative("D5"), .greater, relative("C5")),
        style: style {
          $0.fill = "FFC7CE"; $0.colour = "9C0006"; $0.isBold = true
        }),
      NewSheet.Highlight(
        range: range("B5:B14"),
        condition: .call("ISBLANK", [relative("C5")]),
        style: style { $0.colour = "0000FF" }),
    ])

  static let check = NewSheet(
    name: "3.1",
    columns: [.init(width: 90), .init(width: 30)],
    rows: [
      .init(cells: [
        NewCell(
          .formula(
            .call(
              "IF",
              [
                .infix(
                  .cell(NewReference(sheet: "Кадры 1", CellAddress(row: 13, column: 3))), .greater,
                  .number(36)),
                .text("Много: \"36\"\nстрока"), .text(""),
              ]), shown: .text("")), style: style { $0.wraps = true },
          link: NewReference(sheet: "Кадры 1", CellAddress(row: 5, column: 3))),
        NewCell(
          .formula(
            .infix(
              .call("SUM", [.range(NewRange(sheet: "Кадры 1", range("C5:C12")))]), .equal,
              .number(36)), shown: .flag(true))),
      ]),
      .init(cells: [
        NewCell(
          .text("К строке «Математика»"),
          link: NewReference(sheet: "Кадры 1", CellAddress(row: 5, column: 2))),
        NewCell(.number(exact("-12.345")), style: style { $0.format = .decimals(2) }),
      ]),
      .init(cells: [
        NewCell(.text("&<>\"'\t]]>  два \r\n пробела \u{0}\u{1}_x0041_")),
        NewCell(.date("2021-03-31"), style: style { $0.format = .date }),
      ]),
    ])

  private static let head: [NewSheet.Row] = [
    .init(
      height: 12,
      cells: [
        NewCell(
          .text("Сведения о педагогических кадрах"),
          style: style {
            $0.size = 14; $0.isBold = true; $0.horizontal = .centre
          })
      ]),
    .init(
      height: 11,
      cells: [
        NewCell(
          .text(
            "Заполняются только белые ячейки. Пустая ячейка значит «данных нет», ноль пишется "
              + "нулём. Числа без букв и знаков; дробные через запятую."),
          style: style {
            $0.isItalic = true; $0.wraps = true; $0.vertical = .top
          })
      ]),
    .init(
      cells: [
        "№ строки", "Наименование показателя, по которому школа отчитывается перед управлением",
        "Всего педагогов", "Из них прошли диагностику затруднений", "Отметка",
      ].map { NewCell(.text($0), style: heading) }),
    .init(cells: (1...5).map { NewCell(.number(ExactNumber($0)), style: heading) }),
  ]

  private static func line(_ row: Int) -> NewSheet.Row {
    let isLong = row == 7
    return .init(cells: [
      NewCell(
        .text("0\(row - 4)"),
        style: label {
          $0.format = .text; $0.horizontal = .centre
        }),
      NewCell(
        .text(
          isLong
            ? "Педагогические работники, освоившие дополнительные профессиональные программы по "
              + "направлениям, которые определены по итогам диагностики" : "Предмет \(row - 4)"),
        style: label {
          $0.wraps = true; $0.indent = row > 5 ? 1 : 0
        }),
      NewCell(.number(ExactNumber(row - 4)), style: input),
      NewCell(row == 9 ? .number(ExactNumber(1250)) : .empty, style: input),
      NewCell(.empty, style: input),
    ])
  }

  private static let total = NewSheet.Row(cells: [
    NewCell(
      .text("09"),
      style: label {
        $0.format = .text; $0.horizontal = .centre
      }),
    NewCell(.text("Итого"), style: label { $0.isBold = true }),
    NewCell(
      .formula(
        .call("SUM", [.range(NewRange(range("C5:C12"), isAbsolute: false))]),
        shown: .number(ExactNumber(36))), style: label { $0.format = .whole }),
    NewCell(
      .formula(
        .call("SUM", [.range(NewRange(range("D5:D12"), isAbsolute: false))]),
        shown: .number(ExactNumber(1250))), style: label { $0.format = .whole }),
    NewCell(.empty, style: label { _ in }),
  ])

  private static let heading = style {
    $0.isBold = true
    $0.size = 10
    $0.wraps = true
    $0.horizontal = .centre
    $0.fill = "DDEBF7"
    $0.border = "7F7F7F"
  }

  private static let input = style {
    $0.border = "7F7F7F"
    $0.isLocked = false
    $0.format = .whole
    $0.horizontal = .right
  }

  private static func label(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var label = style {
      $0.fill = "F2F2F2"
      $0.border = "7F7F7F"
    }
    change(&label)
    return label
  }

  static func style(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = CellStyle.plain
    change(&style)
    return style
  }

  /// Row 1,048,576 for what is no range, which no test survives.
  static func range(_ text: String) -> CellRange {
    let nowhere = CellAddress(row: 1_048_576, column: 16_384)
    return CellRange(text) ?? CellRange(first: nowhere, last: nowhere)
  }

  static func relative(_ text: String) -> NewFormula {
    .cell(NewReference(range(text).first, isAbsolute: false))
  }

  static func exact(_ text: String) -> ExactNumber { ExactNumber(text) ?? .zero }
}
