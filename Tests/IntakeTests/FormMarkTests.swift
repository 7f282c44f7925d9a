import Findings
import Monitoring
import Spreadsheets
import Testing
import Wording

@testable import Intake

/// A form is known by its hidden mark when its title does not tell; a title that says otherwise
/// counts or is asked about.
@Suite struct FormMarkTests {
  private static let mark = FormMark(
    form: "f-1", version: 2, unit: "school-07", period: Period(year: 2021) ?? SampleForm.periods[0])

  /// The sample form with a mark and a title in which `rows` stand instead of what they say.
  private static func bind(
    title rows: [String: String], mark: FormMark? = mark, place: Int = 4, name: String = "Сводка"
  ) -> FormBinding {
    var title = SampleForm.title
    for place in title.cells.keys where place.column == 1 {
      guard let label = title.cells[place]?.text, let text = rows[label] else { continue }
      title.put(text, place.row, 2)
    }
    var sheets = [title, SampleForm.staff, SampleForm.table, SampleForm.practices].map(\.grid)
    if let mark { sheets.insert(mark.sheet(named: name).grid, at: place) }
    return SampleForm.binder.bind(FormFile(path: "form.xlsx", hash: "h", sheets: sheets))[0]
  }

  private static func severities(_ binding: FormBinding) -> [String] {
    binding.findings.map { "\($0.code) \($0.severity)" }
  }

  @Test func markOfAnIntactFormSaysNothing() {
    let binding = Self.bind(title: [:])
    #expect(Self.severities(binding) == [])
    #expect(binding.form?.unit == "school-07")
  }

  @Test func formWithoutAMarkIsReadAsBefore() {
    #expect(Self.severities(Self.bind(title: [:], mark: nil)) == [])
    let lost = Self.bind(
      title: ["Код организации": "", "Наименование организации": ""], mark: nil)
    #expect(Self.severities(lost) == ["form.unit-missing error"])
  }

  @Test func lostTitleIsAnsweredByTheMark() {
    let binding = Self.bind(
      title: [
        "Код организации": "", "Наименование организации": "", "Отчётный год": "", "Форма": "",
      ])
    #expect(
      Set(Self.severities(binding)) == [
        "form.unit-by-mark notice", "form.period-by-mark notice", "form.form-by-mark notice",
      ])
    #expect(binding.form?.unit == "school-07")
    #expect(binding.form?.period == Period(year: 2021))
    #expect(binding.form?.version == 2)
  }

  @Test(arguments: [0, 2, 4]) func markIsFoundWhereverItsSheetStands(place: Int) {
    let binding = Self.bind(
      title: ["Код организации": "", "Наименование организации": ""], place: place, name: "Лист9")
    #expect(Self.severities(binding) == ["form.unit-by-mark notice"])
  }

  @Test func slipOfThePenInTheNameIsAnsweredByTheMark() {
    let binding = Self.bind(
      title: [
        "Код организации": "", "Наименование организации": "МБОУ «Ойбнская средняя школа № 7»",
      ])
    #expect(Self.severities(binding) == ["form.unit-by-mark notice"])
    #expect(binding.form?.unit == "school-07")
  }

  @Test func strangersNameIsAskedAboutThoughAMarkIsThere() {
    let binding = Self.bind(
      title: ["Код организации": "", "Наименование организации": "Музыкальный колледж"])
    #expect(Self.severities(binding) == ["form.unit-unknown error"])
    #expect(binding.form == nil)
  }

  /// Another school took this blank and typed its own code and name.
  @Test func wholeTitleCountsAgainstTheMarkWithAWarning() {
    let binding = Self.bind(
      title: [
        "Код организации": "school-08", "Наименование организации": "Берёзовская школа",
      ])
    #expect(
      Self.severities(binding) == ["form.unit-not-of-mark warning", "form.unit-closed warning"])
    #expect(binding.form?.unit == "school-08")
  }

  /// Taken by its title it would take the place of that year's own form.
  @Test func anotherYearInTheTitleIsAsked() {
    let binding = Self.bind(title: ["Отчётный год": "2020"])
    #expect(Self.severities(binding) == ["form.period-mark-conflict error"])
    #expect(binding.form == nil)
  }

  @Test(arguments: [
    ["Код организации": "school-08", "Наименование организации": ""],
    ["Код организации": "school-08", "Наименование организации": "Наша"],
    ["Код организации": "", "Наименование организации": "Берёзовская школа"],
    ["Код организации": "?", "Наименование организации": "Берёзовская школа"],
  ])
  func halfATitleAgainstTheMarkIsAskedAbout(title: [String: String]) throws {
    let binding = Self.bind(title: title)
    #expect(binding.form == nil)
    #expect(Self.severities(binding) == ["form.unit-mark-conflict error"])
    let words = FindingCatalogue.words(for: try #require(binding.findings.first), language: .ru)
    #expect(words.headline.contains("Берёзовская школа (school-08)"))
    #expect(words.headline.contains("Лицей (school-07)"))
  }

  @Test func codeAndNameOfDifferentSchoolsStayAConflict() {
    let binding = Self.bind(title: ["Наименование организации": "Берёзовская школа"])
    #expect(Self.severities(binding) == ["form.unit-conflict error"])
  }

  @Test func yearOutsideTheCampaignIsAskedAboutThoughAMarkIsThere() {
    let binding = Self.bind(title: ["Отчётный год": "2012"])
    #expect(Self.severities(binding) == ["form.period-unknown error"])
  }

  @Test func yearThatNobodyCanReadIsAnsweredByTheMark() {
    let binding = Self.bind(title: ["Отчётный год": "текущий"])
    #expect(Self.severities(binding) == ["form.period-by-mark notice"])
    #expect(binding.form?.period == Period(year: 2021))
  }

  @Test func markOfAnotherFormOrVersionIsNotTakenForThisOne() {
    var other = Self.mark
    other.form = "f-2"
    #expect(
      Self.severities(Self.bind(title: ["Форма": ""], mark: other)) == ["form.form-unknown error"])
    var newer = Self.mark
    newer.version = 3
    #expect(
      Self.severities(Self.bind(title: ["Форма": ""], mark: newer))
        == ["form.version-unknown error"])
    #expect(
      Self.severities(Self.bind(title: ["Форма": "Ф-1"], mark: newer)) == [
        "form.version-unknown error"
      ])
    #expect(Self.severities(Self.bind(title: [:], mark: other)) == [])
  }

  @Test func markOfASchoolThatTheRegisterHasLostTellsNothing() {
    var lost = Self.mark
    lost.unit = "school-99"
    let binding = Self.bind(
      title: ["Код организации": "", "Наименование организации": ""], mark: lost)
    #expect(Self.severities(binding) == ["form.unit-missing error"])
  }

  @Test func marksThatDifferTellNothing() {
    var other = Self.mark
    other.unit = "school-08"
    let sheets = [Self.mark.sheet(named: "Сводка").grid, other.sheet(named: "Сводка (2)").grid]
    #expect(FormMark(in: sheets) == nil)
    #expect(FormMark(in: [sheets[0], sheets[0]]) == Self.mark)
  }

  /// The mark came with the first form; the second is none of its business.
  @Test func markTellsNothingInAWorkbookOfSeveralForms() {
    var first = SampleForm.pages
    first[0].put("2020", 6, 2)
    var second = first
    second[0].put("school-08", 4, 2)
    second[0].put("", 5, 2)
    for index in second.indices { second[index].name += " (2)" }
    var mark = Self.mark
    mark.period = SampleForm.periods[1]
    let sheets = (first + second).map(\.grid) + [mark.sheet(named: "Сводка").grid]
    let bound = SampleForm.binder.bind(FormFile(path: "form.xlsx", hash: "h", sheets: sheets))
    #expect(bound.map(\.form?.unit) == ["school-07", "school-08"])
    #expect(bound.allSatisfy { $0.findings.allSatisfy { $0.severity == .notice } })
  }

  @Test func damagedMarkTellsNothing() {
    var sheet = Self.mark.sheet(named: "Сводка")
    sheet.rows[2].cells[1].content = .text("два")
    #expect(FormMark(in: [sheet.grid]) == nil)
    sheet.rows.removeLast()
    #expect(FormMark(in: [sheet.grid]) == nil)
  }

  @Test func sheetsOfServiceAreKnownByTheirFirstCell() {
    #expect(Self.mark.sheet(named: "Любой").grid.service == .mark)
    #expect(SampleForm.staff.grid.service == nil)
  }
}
