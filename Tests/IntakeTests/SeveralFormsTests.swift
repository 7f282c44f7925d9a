import ExactNumbers
import Findings
import Monitoring
import Spreadsheets
import Testing

@testable import Intake

/// Several forms in one workbook: told apart with certainty, or asked about.
@Suite struct SeveralFormsTests {
  private let clean = SampleForm.bind(SampleForm.pages)

  private func bind(_ pages: [Page]) -> [FormBinding] {
    SampleForm.binder.bind(FormFile(path: "form.xlsx", hash: "h", sheets: pages.map(\.grid)))
  }

  /// The form of the other school, whose staff is 41, under other names.
  private func other(_ rename: (String) -> String, year: String = "2020") -> [Page] {
    var pages = SampleForm.pages
    pages[0].put("school-08", 4, 2)
    pages[0].put("МБОУ «Берёзовская школа»", 5, 2)
    pages[0].put(year, 6, 2)
    pages[1].put("41", 5, 3)
    for index in pages.indices { pages[index].name = rename(pages[index].name) }
    return pages
  }

  private func expectBoth(_ bindings: [FormBinding]) {
    #expect(bindings.map { $0.form?.unit } == ["school-07", "school-08"])
    #expect(bindings.map { $0.state("staff") } == [.given(.number(40)), .given(.number(41))])
    #expect(bindings.first?.values == clean.values)
    for binding in bindings {
      #expect(binding.findings.allSatisfy { $0.severity == .notice })
      #expect(binding.findings.map(\.code).contains("form.one-of-several"))
      #expect(binding.findings.allSatisfy { $0.key.unit == binding.form?.unit.rawValue })
    }
  }

  @Test(arguments: [" (2)", " 8", "_Берёзовская школа", " 2020"])
  func sheetsOfOneEndingAreOneForm(_ ending: String) {
    let others = other { $0 + ending }
    expectBoth(bind(SampleForm.pages + others))
    let mixed = zip(SampleForm.pages, others).flatMap { [$0, $1] }
    expectBoth(bind(mixed))
    let own = bind(mixed)[1]
    #expect(own.findings.flatMap(\.origins).allSatisfy { $0.sheet.hasSuffix(ending) })
    #expect(own.observations.compactMap(\.origin).allSatisfy { $0.sheet.hasSuffix(ending) })
  }

  @Test func sheetsWithoutNamesAreToldByTheirOrder() {
    var pages = SampleForm.pages + other { $0 }
    for index in pages.indices { pages[index].name = "Лист\(index + 1)" }
    expectBoth(bind(pages))
  }

  /// All of a school on one sheet that bears its name.
  @Test func aSheetASchoolIsAFormASheet() {
    func merged(_ pages: [Page], _ name: String) -> Page {
      var all = Page(name, "")
      var top = 0
      for page in pages {
        for (place, cell) in page.cells {
          all.cells[.init(row: place.row + top, column: place.column)] = cell
        }
        top += 12
      }
      return all
    }
    let pages = [
      merged(SampleForm.pages, "Ойбонская СОШ"), merged(other { $0 }, "Берёзовская школа"),
    ]
    expectBoth(bind(pages))
    let swapped = [
      merged(SampleForm.pages, "Берёзовская школа"), merged(other { $0 }, "Ойбонская СОШ"),
    ]
    #expect(bind(swapped).map(\.form) == [nil])
  }

  @Test func whatCannotBeToldApartIsAskedFor() {
    let others = other { "\($0) (2)" }
    var pages = [SampleForm.pages[0], others[0], SampleForm.pages[1], others[1]]
    for index in pages.indices { pages[index].name = "Лист\(index + 1)" }
    let bindings = bind(pages)
    #expect(bindings.count == 1 && bindings[0].form == nil)
    #expect(bindings[0].codes == ["form.section-unclear Лист1", "form.section-unclear Лист3"])
    #expect(bindings[0].findings[1].arguments["candidates"] == .list(["Лист3", "Лист4"]))
  }

  /// By their names the second «Кадры» is the second form's, by their order the first one's.
  @Test func namesAgainstOrderAreAskedFor() {
    let others = other { "\($0) (2)" }
    let own = SampleForm.pages
    let pages = [own[0], others[1], own[2], others[0], own[1], others[2]]
    let bindings = bind(pages)
    #expect(bindings.map(\.form) == [nil])
    #expect(bindings[0].findings.allSatisfy { $0.code == "form.section-unclear" })
  }

  @Test func aNameOfAnotherYearThanTheTitleIsAskedFor() {
    let bindings = bind(SampleForm.pages + other { "\($0) 2019" })
    #expect(bindings.map(\.form) == [nil])
  }

  @Test func twoFormsOfOneUnitAndYearAreAskedFor() {
    var third = other { "\($0) (3)" }
    third[1].put("42", 5, 3)
    let bindings = bind(SampleForm.pages + other { "\($0) (2)" } + third)
    #expect(bindings.map(\.form) == [nil])
  }

  @Test func aFormOfAYearThatIsNoneOfTheCampaignIsLeftOutAndSaid() {
    let bindings = bind(SampleForm.pages + other({ "\($0) 2015" }, year: "2015"))
    #expect(bindings.count == 1)
    #expect(bindings[0].values == clean.values)
    let notice = bindings[0].findings.first { $0.code == "form.period-left-out" }
    #expect(notice?.arguments["value"] == .text("2015"))
    #expect(notice?.origins.map(\.sheet).contains("Кадры 2015") == true)
  }

  @Test func aFormOfAnUnknownUnitIsNamedBesideTheOther() {
    var others = other { "\($0) (2)" }
    others[0].put("x", 4, 2)
    others[0].put("Иная школа", 5, 2)
    let bindings = bind(SampleForm.pages + others)
    #expect(bindings.map { $0.form?.unit } == ["school-07", nil])
    #expect(bindings[1].findings.map(\.code) == ["form.unit-unknown"])
    #expect(bindings[1].findings.first?.origins.first?.sheet == "Титул (2)")
  }

  /// An unused copy of the title is no second form.
  @Test func anEmptySecondTitleChangesNothing() {
    var blank = SampleForm.title
    blank.name = "Титул (2)"
    for row in 4...8 { blank.put("", row, 2) }
    let bindings = bind(SampleForm.pages + [blank])
    #expect(bindings.count == 1)
    #expect(bindings[0].values == clean.values)
    #expect(bindings[0].codes == ["sheet.extra Титул (2)"])
  }
}

/// Sheets and columns of several years in one form.
@Suite struct SeveralYearsTests {
  private let clean = SampleForm.bind(SampleForm.pages)

  private func staff(_ name: String, _ total: String) -> Page {
    var page = SampleForm.staff
    page.name = name
    page.put(total, 5, 3)
    return page
  }

  @Test func theSheetOfTheYearIsTakenAndSaid() {
    for sheets in [
      [staff("Кадры 2020", "39"), staff("Кадры 2021", "40")],
      [staff("Кадры 2021", "40"), staff("Кадры 2020", "39")],
    ] {
      let bound = SampleForm.bind([SampleForm.title] + sheets + [SampleForm.table])
      #expect(bound.state("staff") == .given(.number(40)))
      #expect(bound.codes == ["sheet.extra Кадры 2020", "sheet.renamed Кадры 2021"])
    }
  }

  @Test func aPlainNameBesideTheSheetOfTheYearIsAskedFor() {
    let sheets = [staff("Кадры", "39"), staff("Кадры 2021", "40")]
    let bound = SampleForm.bind([SampleForm.title] + sheets + [SampleForm.table])
    #expect(bound.state("staff") == .missing)
    #expect(bound.codes == ["form.section-unclear Кадры"])
  }

  @Test func aSheetWithoutAYearBesideOneOfTheYearIsAskedFor() {
    let sheets = [staff("Кадры новые", "39"), staff("Кадры 2021", "40")]
    let bound = SampleForm.bind([SampleForm.title] + sheets + [SampleForm.table])
    #expect(bound.state("staff") == .missing)
  }

  /// The list with columns of these headings: the first holds 39, the second 40.
  private func list(_ first: String, _ second: String) -> FormBinding {
    var page = SampleForm.staff
    for row in 5...8 {
      page.cells[.init(row: row, column: 4)] = page.cells[.init(row: row, column: 3)]
    }
    page.put("39", 5, 3)
    page.put("", 4, 3)
    page.put(first, 3, 3)
    page.put(second, 3, 4)
    return SampleForm.bind([SampleForm.title, page, SampleForm.table])
  }

  @Test(arguments: [
    ("2020", "2021"), ("2020 год (справочно)", "2021 год"),
    ("Значение за 2020 г.", "Значение за 2021 г."),
    ("2019/20 учебный год", "2020/21 учебный год"),
  ])
  func theColumnOfTheYearIsTakenAndSaid(_ first: String, _ second: String) {
    let bound = list(first, second)
    #expect(bound.state("staff") == .given(.number(40)))
    #expect(bound.codes == ["form.period-column Кадры!D3"])
  }

  @Test(arguments: [("2020 год (справочно)", "Значение"), ("2020", "Всего")])
  func theColumnOfValuesIsTakenBesideThatOfLastYear(_ first: String, _ second: String) {
    let bound = list(first, second)
    #expect(bound.state("staff") == .given(.number(40)))
    #expect(bound.codes == [])
  }

  @Test(arguments: [
    ("Значение", "2021", "form.field-unclear"), ("2021", "2021 год", "form.field-unclear"),
    ("2019", "2020", "form.period-conflict"),
  ])
  func columnsThatDoNotTellTheYearAreAskedFor(_ first: String, _ second: String, _ code: String) {
    let bound = list(first, second)
    #expect(bound.state("staff") == .missing)
    #expect(bound.findings.map(\.code.rawValue) == [code])
  }

  @Test func aColumnOfAnotherYearAloneIsNotTaken() {
    var page = SampleForm.staff
    page.put("2020 год", 3, 3)
    page.put("", 4, 3)
    let bound = SampleForm.bind([SampleForm.title, page, SampleForm.table])
    #expect(bound.codes == ["form.period-conflict Кадры!C3"])
    #expect(bound.state("staff") == .missing)
  }

  /// A table with the columns of two years under merged headings.
  @Test func theColumnsOfTheYearAreTakenInATable() {
    var page = Page(
      "Предметы",
      """
      Учебный предмет|2020|||2021
      |Педагоги, преподающие предмет|Сопровождение на уровне организации|Прошли диагностику дефицитов|Педагоги, преподающие предмет|Сопровождение на уровне организации|Прошли диагностику дефицитов
      Русский язык|1|1|1|8|5|3
      Математика|1|1|1|6|4|2
      Физика|1|1|1|2|1|1
      Химия|1|1|1|0
      """)
    page.merge((1, 1), (2, 1))
    page.merge((1, 2), (1, 4))
    page.merge((1, 5), (1, 7))
    let bound = SampleForm.bind([SampleForm.title, SampleForm.staff, page])
    #expect(bound.findings.map(\.code) == ["form.period-column"])
    #expect(bound.state("teachers", "mathematics") == .given(.number(6)))
    #expect(bound.state("diagnosed", "russian") == .given(.number(3)))
  }
}

/// Packs of several forms.
@Suite struct SeveralSchemasTests {
  private let other = FormSchema(
    code: "f-2", version: 1, title: "Форма Ф-2",
    sections: [
      SampleForm.schema.sections[0],
      FormSection(
        code: "building", sheet: "Здание", title: "Здание", layout: .list,
        valueHeading: ["Значение"],
        fields: [
          FormField(code: "area", label: "Педагогические работники, всего", kind: .count),
          FormField(code: "rooms", label: "Кабинеты", kind: .count),
          FormField(code: "halls", label: "Залы", kind: .count),
        ]),
    ])

  private func binder(_ schema: FormSchema, _ forms: [FormSchema]) -> FormBinder {
    FormBinder(
      schema: schema, among: forms, classifiers: [SampleForm.subjects, SampleForm.sections],
      register: SampleForm.register, periods: SampleForm.periods)
  }

  @Test func aSheetOfAnotherFormIsNotExtra() {
    var building = Page(
      "Здание", "Показатель|Значение\nПедагогические работники, всего|1\nКабинеты|2\nЗалы|3")
    building.put("Педагогические работники до 35 лет", 5, 1)
    building.put("9", 5, 2)
    for name in ["Здание", "Лист9"] {
      building.name = name
      let file = FormFile(
        path: "f", hash: "h", sheets: (SampleForm.pages + [building]).map(\.grid))
      let bound = binder(SampleForm.schema, [SampleForm.schema, other]).bind(file)[0]
      #expect(bound.codes == [])
      #expect(bound.state("staff") == .given(.number(40)))
    }
  }

  @Test func whatIsCountedFromARosterIsLookedForOnNoSheet() {
    var schema = SampleForm.schema
    schema.sections[1].isCounted = true
    let bound = binder(schema, [schema]).bind(
      FormFile(path: "f", hash: "h", sheets: SampleForm.pages.map(\.grid)))[0]
    #expect(bound.codes == [])
    #expect(bound.state("staff") == nil)
    #expect(bound.state("teachers", "russian") == .given(.number(8)))
  }
}
