import Documents
import ExactNumbers
import Foundation

/// The sample template beside these tests, and data for it.
enum Sample {
  static func file(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try Array(Data(contentsOf: folder.appending(path: "Samples/\(name)")))
  }

  static func template() throws -> DocumentTemplate {
    try DocumentTemplate(parsing: file("report.fodt"), name: "report.fodt")
  }

  static func number(_ text: String) -> ExactNumber? { ExactNumber(text) }

  static var schools: [String] {
    [
      "МБОУ «Вилюйская СОШ № 1 имени Г. И. Чиряева»", "МБОУ «Вилюйская СОШ № 2»",
      "МБОУ «Хампинская СОШ»", "МБОУ «Тасагарская СОШ»",
    ]
  }

  static var table: Table {
    Table(
      caption: "Доля педагогов, прошедших обучение, по школам",
      columns: [
        Table.Column("№ п/п", width: 1, alignment: .center), Table.Column("Организация", width: 6),
        Table.Column("Обучено", width: 2, alignment: .end),
        Table.Column("Доля, %", width: 2, alignment: .end),
      ],
      header: [
        [
          Table.HeaderCell("№ п/п", rows: 2), Table.HeaderCell("Организация", rows: 2),
          Table.HeaderCell("Обучено с учётом диагностики", columns: 2),
        ],
        [Table.HeaderCell("чел."), Table.HeaderCell("%")],
      ],
      rows: [Table.Row([Table.Cell("Городские школы")], kind: .group)]
        + schools.indices.map { index in
          Table.Row([
            Table.Cell(String(index + 1)), Table.Cell(schools[index]),
            Table.Cell("1\(index)", trace: "i3_3/\(index)/whole/2021/numerator"),
            Table.Cell(
              index == 2 ? "нет данных" : "\(20 + index),5",
              trace: index == 2 ? nil : "i3_3/\(index)/whole/2021/value",
              remark: "1\(index) из 50"),
          ])
        } + [
          Table.Row(
            [Table.Cell(""), Table.Cell("Всего по району"), Table.Cell("46"), Table.Cell("21,7")],
            kind: .total)
        ],
      rowHeading: 1, notes: ["Данные МБОУ «Хампинская СОШ» уточняются."])
  }

  static var bySchool: Chart {
    Chart(
      kind: .bars, title: "Доля обученных с учётом диагностики по школам", unit: "%",
      categories: schools, categoryTitle: "Организация",
      series: [
        Chart.Series("2020 год", values: [number("18.2"), number("25.0"), nil, number("9.1")]),
        Chart.Series("2021 год", values: [number("20.5"), number("21.5"), nil, number("23.5")]),
      ], reference: number("20").map { Chart.Reference("Цель", value: $0) },
      description: "Выше цели три школы из четырёх, данных одной нет.")
  }

  static var byYear: Chart {
    Chart(
      kind: .columns, title: "Показатель Ц.1 по годам", unit: "%",
      categories: ["2019", "2020", "2021"], categoryTitle: "Год",
      series: [Chart.Series("Район", values: [number("17.4"), number("19.96"), number("21.7")])],
      reference: number("20").map { Chart.Reference("Цель", value: $0) },
      description: "За три года доля выросла с 17,4 до 21,7 % и перешла цель.")
  }

  static var lines: Chart {
    Chart(
      kind: .lines, title: "Обучение и диагностика по годам", unit: "%",
      categories: ["2019", "2020", "2021"], categoryTitle: "Год",
      series: [
        Chart.Series("Обучены", values: [number("17.4"), nil, number("21.7")]),
        Chart.Series("Диагностированы", values: [number("41"), number("48.5"), number("62.1")]),
        Chart.Series("Сопровождаются", values: [number("30.2"), number("33"), number("52")]),
      ], description: "Диагностика растёт быстрее обучения.")
  }

  static var wide: Table {
    let subjects = [
      "Русский язык", "Математика", "Родной язык", "Иностранный язык", "Информатика", "История",
      "География", "Биология", "Физика", "Химия", "Физическая культура", "Начальные классы",
    ]
    return Table(
      caption: "Методическая поддержка по предметам",
      columns: [Table.Column("Организация", width: 5)]
        + subjects.map { Table.Column($0, width: 2, alignment: .end) },
      rows: (0..<40).map { index in
        Table.Row(
          [Table.Cell(schools[index % 4])] + subjects.map { _ in Table.Cell("\(index),5") })
      }, isLandscape: true)
  }

  static var record: TemplateRecord {
    [
      "period": "2021", "schools_given": 21, "schools_expected": 1250, "target_met": false,
      "department": .record(["genitive": "МКУ «Вилюйское управление образования»"]),
      "late": .list([["name": "СОШ № 1"], ["name": "СОШ № 2 <имени> & «К»"]]),
      "schools": .list([
        ["name": .text(schools[0]), "has_share": true, "share": 37],
        ["name": .text(schools[1]), "has_share": false, "share": .missing],
      ]),
      "conclusions": .block(
        .paragraphs([
          Paragraph("Доля обученных с учётом диагностики", style: .heading2),
          Paragraph(
            "Доля выросла на 1,7 п. п. и составила 21,7 %.",
            evidence: ["i3_3/0/whole/2021/value"]),
          Paragraph("продолжить диагностику;", style: .listItem),
          Paragraph("составить индивидуальные маршруты.", style: .listItem),
          Paragraph("По данным формы МС-1.", style: .note),
        ])),
      "tables": .list([["table": .block(.table(table))], ["table": .block(.chart(lines))]]),
      "by_school": .block(.chart(bySchool)), "by_year": .block(.chart(byYear)),
      "wide": .block(.table(wide)),
      "signer": .record(["post": "Начальник управления", "name": "И. И. Иванов"]),
    ]
  }
}
