import ExactNumbers
import Findings
import Monitoring
import Testing
import Spreadsheets

@testable import Intake

@Suite struct FormBinderTests {
  private let clean = SampleForm.bind(SampleForm.pages)

  private func number(_ value: Int) -> Observation.State { .given(.number(ExactNumber(value))) }

  @Test func aCleanFormGivesNoFinding() throws {
    #expect(clean.codes == [])
    #expect(
      clean.form
        == BoundForm(
          unit: "school-07", period: try #require(Period(year: 2021)), form: "f-1", version: 2))
  }

  @Test func everyFieldIsFoundWithItsPlace() throws {
    #expect(clean.state("staff") == number(40))
    #expect(clean.state("share") == number(25))
    #expect(clean.state("diagnosed", "mathematics") == number(2))
    let supported = try #require(
      clean.observations.first {
        $0.key.field == "supported" && $0.key.breakdown == Breakdown("subjects", "physics")
      })
    #expect(supported.origin?.place == "Предметы!D7")
    #expect(supported.origin?.rawText == "1")
    #expect(clean.observations.filter { $0.key.field == "practice_title" }.count == 2)
  }

  /// Chemistry has no teachers: the rest of its row may stay empty.
  @Test func aRowOfNobodyMayStayEmpty() {
    #expect(clean.state("teachers", "chemistry") == number(0))
    #expect(clean.state("supported", "chemistry") == .missing)
  }

  @Test func thePersonalTextOfAFieldIsKeptOutOfItsOrigin() throws {
    let phone = try #require(clean.observations.first { $0.key.field == "phone" })
    #expect(phone.state == .given(.text("8 (411) 123-45")))
    #expect(phone.origin?.rawText == "")
    #expect(phone.origin?.cell == "B8")
  }

  @Test func aRenamedSheetIsKnownByItsHeadings() {
    var pages = SampleForm.pages
    pages[1].name = "Лист2"
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["sheet.renamed Лист2"])
    #expect(bound.state("staff") == number(40))
  }

  @Test func lastYearsSheetIsLeftOut() {
    var old = SampleForm.staff
    old.name = "Кадры 2020"
    old.put("39", 5, 3)
    let bound = SampleForm.bind([old] + SampleForm.pages)
    #expect(bound.codes == ["sheet.extra Кадры 2020"])
    #expect(bound.state("staff") == number(40))
  }

  @Test func twoCopiesWithoutTheNameAreAskedFor() {
    var first = SampleForm.staff
    first.name = "Кадры (2)"
    var second = SampleForm.staff
    second.name = "Кадры (3)"
    let bound = SampleForm.bind([SampleForm.title, first, second, SampleForm.table])
    #expect(bound.codes == ["form.section-unclear Кадры (2)"])
    #expect(bound.state("staff") == .missing)
    #expect(bound.observations.first { $0.key.field == "staff" }?.origin == nil)
  }

  @Test func anEmptyBlankBesideAFilledCopyIsAskedFor() {
    var blank = SampleForm.staff
    for row in 5...8 { blank.put("", row, 3) }
    var copy = SampleForm.staff
    copy.name = "Кадры новые"
    let bound = SampleForm.bind([SampleForm.title, blank, copy, SampleForm.table])
    #expect(bound.codes == ["form.section-unclear Кадры"])
  }

  @Test func aMissingSheetIsAFindingNotZeros() {
    let bound = SampleForm.bind([SampleForm.title, SampleForm.staff])
    #expect(bound.findings.map(\.code) == ["form.section-missing"])
    #expect(bound.state("teachers", "physics") == .missing)
  }

  @Test func aSectionThatMayBeLeftOutMayBeLeftOut() {
    let bound = SampleForm.bind([SampleForm.title, SampleForm.staff, SampleForm.table])
    #expect(bound.codes == [])
  }

  @Test func aTableThatMovedIsFound() {
    var pages = SampleForm.pages
    pages[2].move(rows: 8, columns: 3)
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == [])
    #expect(bound.values == clean.values)
  }

  @Test func aColumnThatIsNotFoundIsAFindingNotAZero() {
    var pages = SampleForm.pages
    pages[2].put("Иное", 3, 5)
    let bound = SampleForm.bind(pages)
    // By the number under it, however it is called.
    #expect(bound.codes == ["form.field-missing Предметы!E3"])
    #expect(bound.findings.first?.arguments["column"] == .text("5"))
    #expect(bound.findings.first?.arguments["value"] == .text("Иное"))
    #expect(bound.findings.first?.arguments["line"] == nil)
    #expect(bound.state("diagnosed", "russian") == .missing)
    #expect(bound.state("supported", "russian") == number(5))
  }

  /// Not that its code and its year are missing, which may well stand there.
  @Test func ofAFormWithoutItsTitleThatIsSaid() {
    let without = SampleForm.bind([SampleForm.staff, SampleForm.table])
    #expect(without.codes == ["form.section-missing form.xlsx"])
    #expect(without.findings.first?.arguments["section"] == .text("Титул"))
    var title = SampleForm.title
    for place in title.cells.keys where place.column == 1 { title.cells[place] = nil }
    let unnamed = SampleForm.bind([title, SampleForm.staff, SampleForm.table])
    #expect(unnamed.codes.count == 1)
    #expect(unnamed.codes.first?.hasPrefix("form.labels-missing Титул!") == true)
  }

  @Test func aListWithoutItsColumnOfNamesIsSaidOnce() {
    var page = Page("Кадры", "Кадры школы\n\n№ строки|Значение\nгр. 1|гр. 3\n01|40\n02|10")
    page.put("4", 7, 2)
    let bound = SampleForm.bind([SampleForm.title, page, SampleForm.table])
    #expect(bound.codes == ["form.labels-missing Кадры!B3"])
    #expect(bound.findings.first?.severity == .error)
    #expect(bound.findings.first?.arguments["count"] == .count(4))
    #expect(bound.findings.first?.arguments["column"] == .text("Показатель"))
    #expect(bound.state("staff") == .missing)
  }

  @Test func headingsThatWereWordedAnewAreEachToldAtTheirOwn() {
    var pages = SampleForm.pages
    pages[2].put("Иное", 3, 4)
    pages[2].put("Другое", 3, 5)
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["form.field-missing Предметы!D3", "form.field-missing Предметы!E3"])
    #expect(bound.findings.map { $0.arguments["column"] } == [.text("4"), .text("5")])
  }

  @Test func aTableWithoutTheNamesOfItsRowsIsSaidOnceAndNotCalledMissing() {
    var pages = SampleForm.pages
    for row in 5...8 { pages[2].cells[CellAddress(row: row, column: 2)] = nil }
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["form.labels-missing Предметы!B3"])
    #expect(bound.findings.first?.arguments["count"] == .count(4))
    #expect(bound.findings.first?.arguments["column"] == .text("Учебный предмет"))
    #expect(bound.state("teachers", "russian") == .missing)
  }

  @Test func aTableWithoutItsRowOfHeadingsIsSaidOnce() {
    var pages = SampleForm.pages
    pages[2].deleteRow(3)
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["form.headings-missing Предметы!B4"])
    #expect(bound.findings.first?.arguments["count"] == .count(3))
    #expect(bound.findings.first?.arguments["label"] == .text("Педагоги, преподающие предмет"))
    #expect(bound.state("teachers", "russian") == .missing)
  }

  @Test func aColumnThatStandsTwiceIsAskedFor() {
    var pages = SampleForm.pages
    for row in 3...9 {
      let place = CellAddress(row: row, column: 3)
      pages[2].cells[CellAddress(row: row, column: 8)] = pages[2].cells[place]
    }
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["form.field-twice Предметы!C3"])
    #expect(bound.findings.first?.origins.map(\.cell) == ["C3", "H3"])
    #expect(bound.state("teachers", "russian") == .missing)
  }

  @Test func columnsThatChangedPlacesAreTakenByTheirHeadings() {
    var pages = SampleForm.pages
    for row in 3...9 {
      let first = CellAddress(row: row, column: 3)
      let last = CellAddress(row: row, column: 5)
      let kept = pages[2].cells[first]
      pages[2].cells[first] = pages[2].cells[last]
      pages[2].cells[last] = kept
    }
    #expect(SampleForm.bind(pages).values == clean.values)
  }

  @Test func headingsOverTwoMergedRowsAreRead() {
    var page = Page(
      "Предметы",
      """
      Учебный предмет|Всего и по видам
      |Педагоги, преподающие предмет|Сопровождение на уровне|Прошли диагностику дефицитов
      ||организации|
      Русский язык|8|5|3
      Математика|6|4|2
      Физика|2|1|1
      Химия|0
      """)
    page.merge((1, 2), (1, 4))
    page.merge((1, 1), (3, 1))
    page.merge((2, 2), (3, 2))
    page.merge((2, 4), (3, 4))
    let bound = SampleForm.bind([SampleForm.title, SampleForm.staff, page])
    #expect(bound.codes == [])
    #expect(bound.state("supported", "mathematics") == number(4))
  }

  @Test func aGroupHeadingIsNotAColumn() {
    var page = SampleForm.table
    page.insertRow(3)
    page.put("Прошли диагностику дефицитов", 3, 4)
    page.merge((3, 4), (3, 5))
    page.put("всего", 4, 4)
    page.put("иное", 4, 5)
    let bound = SampleForm.bind([SampleForm.title, SampleForm.staff, page])
    #expect(bound.state("diagnosed", "russian") == .missing)
  }

  @Test func aRowThatWasTypedTwiceIsAskedFor() {
    var pages = SampleForm.pages
    pages[2].put("Математика", 7, 2)
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["form.row-missing Предметы", "form.row-twice Предметы!B6"])
    #expect(bound.state("teachers", "mathematics") == .missing)
    #expect(bound.state("teachers", "physics") == .missing)
  }

  @Test func aRowOfNoMemberIsNamed() {
    var pages = SampleForm.pages
    pages[2].insertRow(7)
    pages[2].put("Астрономия", 7, 2)
    pages[2].put("1", 7, 3)
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["form.row-unknown Предметы!B7"])
    #expect(bound.values == clean.values)
  }

  @Test func aRowThatWasOverwrittenIsFoundByItsNumber() {
    var pages = SampleForm.pages
    pages[1].put("Педагогические работники до 35 лет", 7, 2)
    let bound = SampleForm.bind(pages)
    #expect(bound.state("up_to_35") == number(10))
    #expect(bound.state("up_to_30") == .missing)
  }

  @Test func aMergeOverValuesIsAskedForBelowItsFirstCell() {
    var pages = SampleForm.pages
    pages[2].merge((5, 4), (7, 4))
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["cell.merged Предметы!D6", "cell.merged Предметы!D7"])
    #expect(bound.state("supported", "russian") == number(5))
    #expect(bound.state("supported", "physics") == .unreadable)
  }

  @Test func aCellThatIsEmptyIsMissingAndSaidOnce() {
    var pages = SampleForm.pages
    pages[1].put("", 6, 3)
    pages[2].put("", 6, 4)
    for column in 3...5 { pages[2].put("", 7, column) }
    let bound = SampleForm.bind(pages)
    #expect(
      bound.codes == [
        "cell.missing Кадры!C6", "cell.missing Предметы!D6", "cell.row-empty Предметы!C7",
      ])
    #expect(bound.findings.allSatisfy { $0.severity == .warning })
    #expect(bound.state("up_to_35") == .missing)
  }

  @Test func aColumnWithAnotherHeadingIsQuoted() {
    var pages = SampleForm.pages
    pages[2].put("Прошли обучение", 3, 5)
    pages[2].put("", 4, 5)
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["form.field-missing Предметы!E3"])
    #expect(bound.findings.first?.arguments["cell"] == .text("E3"))
    #expect(bound.state("diagnosed", "russian") == .missing)
  }

  @Test func aRowThatWasAddedToAListIsNamed() {
    var pages = SampleForm.pages
    pages[1].insertRow(6)
    pages[1].put("Примечание", 6, 2)
    let silent = SampleForm.bind(pages)
    #expect(silent.codes == [])
    pages[1].put("777", 6, 3)
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["form.row-unknown Кадры!B6"])
    #expect(bound.values == clean.values)
  }

  @Test func aSectionThatWasNotFilledInIsSaidOnce() {
    var pages = SampleForm.pages
    for row in 5...8 { pages[1].put("", row, 3) }
    for row in 5...8 { for column in 3...5 { pages[2].put("", row, column) } }
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["form.section-empty Кадры", "form.section-empty Предметы"])
    for row in 5...7 { pages[1].put("0", row, 3) }
    #expect(SampleForm.bind(pages).codes == ["form.section-empty Предметы"])
  }

  @Test func aCellThatTheFileStoresTwiceIsSaid() {
    let sheets = SampleForm.pages.map { page in
      let doubts =
        page.name != "Кадры"
        ? []
        : [
          Grid.Doubt(code: "cell.twice", place: CellAddress(row: 5, column: 3))
        ]
      return Grid(name: page.name, cells: page.cells, merges: page.merges, doubts: doubts)
    }
    let bound = SampleForm.binder.bind(
      FormFile(path: "form.xlsx", hash: "h", sheets: sheets))[0]
    #expect(bound.codes == ["cell.twice Кадры!C5"])
    #expect(bound.values == clean.values)
  }

  @Test func whatIsHiddenIsReadAndSaidOncePerSheet() {
    let sheets = SampleForm.pages.map { page in
      let hidden = [5, 6].map {
        Grid.Doubt(code: "cell.hidden", place: CellAddress(row: $0, column: 3))
      }
      return Grid(
        name: page.name, cells: page.cells, merges: page.merges,
        doubts: page.name == "Кадры" ? hidden : [])
    }
    let bound = SampleForm.binder.bind(
      FormFile(path: "form.xlsx", hash: "h", sheets: sheets))[0]
    #expect(bound.codes == ["cell.hidden Кадры!C5"])
    #expect(bound.findings[0].severity == .notice)
    #expect(bound.values == clean.values)
  }

  @Test func aWordForNoDataIsSaidInPlaceOfAnEmptyCell() {
    var pages = SampleForm.pages
    pages[1].put("н/д", 6, 3)
    pages[1].put("нет данных", 8, 3)
    let bound = SampleForm.bind(pages)
    #expect(bound.codes == ["cell.no-data Кадры!C6", "cell.no-data Кадры!C8"])
    #expect(bound.findings.map(\.severity) == [.warning, .notice])
    #expect(bound.state("up_to_35") == .missing)
  }

  /// The numbers of rows stand where values stood, and are no values.
  @Test func valuesLeftOfTheirLabelsAreTakenByTheirHeading() {
    var pages = SampleForm.pages
    for row in 3...8 {
      let first = CellAddress(row: row, column: 1)
      let last = CellAddress(row: row, column: 3)
      let kept = pages[1].cells[first]
      pages[1].cells[first] = pages[1].cells[last]
      pages[1].cells[last] = kept
    }
    #expect(SampleForm.bind(pages).values == clean.values)
    pages[1].put("Сведения", 3, 1)
    let bound = SampleForm.bind(pages)
    #expect(bound.state("staff") != number(1))
    #expect(bound.findings.contains { $0.severity != .notice })
  }

  @Test func aNoteBesideAnEmptyValueIsNotTheValue() {
    var pages = SampleForm.pages
    pages[1].put("", 6, 3)
    pages[1].put("17", 6, 4)
    #expect(SampleForm.bind(pages).state("up_to_35") == .missing)
  }

  @Test func twoColumnsOfValuesAreAskedFor() {
    var pages = SampleForm.pages
    pages[1].put("Значение", 3, 4)
    for row in 5...8 { pages[1].put("1", row, 4) }
    let bound = SampleForm.bind(pages)
    #expect(bound.findings.map(\.code) == ["form.field-unclear"])
    #expect(bound.state("staff") == .missing)
  }

  @Test func aTimetableIsNoForm() {
    let page = Page("Лист1", "Расписание\nПонедельник|Математика|Физика")
    let bound = SampleForm.bind([page])
    #expect(bound.form == nil)
    #expect(bound.findings.map(\.code) == ["form.not-recognised"])
  }
}

@Suite struct TitleTests {
  private func bind(_ changes: [(String, Int, Int)]) -> FormBinding {
    var pages = SampleForm.pages
    for (text, row, column) in changes { pages[0].put(text, row, column) }
    return SampleForm.bind(pages)
  }

  @Test(arguments: [
    "мбоу \"ОЙБОНСКАЯ средняя  школа №7\"", "Ойбонская СОШ", "МБОУ «Лицей»",
  ])
  func aUnitIsKnownByAnyOfItsNames(_ name: String) {
    let bound = bind([("", 4, 2), (name, 5, 2)])
    #expect(bound.form?.unit == "school-07")
    #expect(bound.codes == [])
  }

  @Test func aStrangeCodeWithAKnownNameIsSaid() {
    let bound = bind([("school-77", 4, 2)])
    #expect(bound.form?.unit == "school-07")
    #expect(bound.codes == ["form.unit-by-name Титул!B4"])
  }

  @Test func codeAndNameOfDifferentUnitsAreAskedFor() {
    let bound = bind([("school-08", 4, 2)])
    #expect(bound.form == nil)
    #expect(bound.codes == ["form.unit-conflict Титул!B4"])
  }

  @Test func anUnknownUnitComesWithCandidates() {
    let bound = bind([("x", 4, 2), ("Березовская основная школа", 5, 2)])
    #expect(bound.form == nil)
    #expect(bound.observations.isEmpty)
    #expect(bound.codes == ["form.unit-unknown Титул!B4"])
    #expect(
      bound.findings.first?.arguments["candidates"]
        == .list(["Берёзовская школа (school-08)"]))
  }

  @Test func aFormOfAnotherYearIsNotTaken() {
    #expect(bind([("2031", 6, 2)]).codes == ["form.period-unknown Титул!B6"])
    #expect(bind([("", 6, 2)]).codes == ["form.period-missing form.xlsx"])
    #expect(bind([("2020/21 учебный год", 6, 2)]).form?.period.year == 2021)
  }

  @Test func aUnitThatWasClosedIsSaid() {
    let bound = bind([("school-08", 4, 2), ("Берёзовская школа", 5, 2)])
    #expect(bound.form?.unit == "school-08")
    #expect(bound.codes == ["form.unit-closed Титул!B4"])
  }

  @Test(arguments: [
    ("Ф-2, версия 1", "form.form-unknown Титул!B7"),
    ("Ф-1, версия 1", "form.version-unknown Титул!B7"),
  ])
  func anotherFormIsNotTaken(_ text: String, _ code: String) {
    let bound = bind([(text, 7, 2)])
    #expect(bound.form == nil)
    #expect(bound.codes == [code])
  }

  @Test func aFormThatLostItsMarkIsStillRead() {
    let bound = bind([("", 7, 1), ("", 7, 2)])
    #expect(bound.form?.version == 2)
    #expect(bound.findings.map(\.code).contains("form.form-missing"))
  }
}
