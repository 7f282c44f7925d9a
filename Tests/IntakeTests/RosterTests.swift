import ExactNumbers
import Expressions
import Findings
import Foundation
import Monitoring
import Packs
import Spreadsheets
import TestSupport
import Testing
import Wording

@testable import Intake

@Suite struct RosterTests {
  private static let anna = ["Аннина Анна", "01.05.1990", "01.09.2010", "Физика", ""]

  @Test(arguments: ["teachers.xlsx", "teachers.ods", "openpyxl.xlsx"])
  func countsASavedRosterAsSQLDoes(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: RosterTexts.fixtures.appending(path: name)))
    let form = try #require(FileIntake().read(path: name, hash: "h", bytes: bytes).form)
    let reading = try RosterSheets.binder().bind(form)
    let binding = try #require(reading.bindings.first)
    #expect(binding.form?.unit == "school-07" && binding.form?.period.year == 2021)
    // The signature at the foot.
    #expect(reading.codes == ["roster.row-skipped"])
    let counted = binding.observations.compactMap { observation -> String? in
      guard let number = observation.number, !number.isZero else { return nil }
      let breakdown =
        observation.key.breakdown.isWhole ? "-" : observation.key.breakdown.description
      return "\(observation.key.field)\t\(breakdown)\t\(number)"
    }
    let expected = try String(
      contentsOf: RosterTexts.fixtures.appending(path: "expected.tsv"), encoding: .utf8)
    #expect(Set(counted) == Set(expected.split(separator: "\n").map(String.init)))
    // Twelve subjects, two columns, four counts of the whole.
    #expect(binding.observations.count == 28)
    let origins = Set(binding.observations.compactMap(\.origin))
    #expect(origins == [Origin(file: name, hash: "h", sheet: "Педагоги")])
  }

  @Test(arguments: [
    ("1986-12-31", "2021-12-31", 35), ("1987-01-01", "2021-12-31", 34),
    ("1986-12-31", "2022-01-01", 35), ("1988-02-29", "2023-02-28", 34),
    ("1988-02-29", "2023-03-01", 35), ("1988-02-29", "2024-02-28", 35),
    ("1988-02-29", "2024-02-29", 36), ("2021-09-01", "2021-08-31", -1),
    ("2021-09-01", "2021-09-01", 0),
  ])
  func reckonsFullYearsByTheBirthday(_ born: String, _ day: String, _ years: Int) throws {
    let born = try #require(CalendarDate(iso: born))
    #expect(born.fullYears(on: try #require(CalendarDate(iso: day))) == years)
  }

  @Test func doesNotGuessAPersonWithoutABirthDate() throws {
    let rows = [Self.anna, ["Борисова Бэла", "", "01.09.2001", "Химия", ""]]
    let reading = try RosterSheets.binder().bind(RosterSheets.file(rows))
    #expect(reading.state("roster_staff") == .count(2))
    #expect(reading.state("roster_young") == .unreadable)
    #expect(reading.state("roster_experienced") == .count(2))
    // Only the subject that she teaches is in doubt.
    #expect(reading.state("roster_young_teachers", "chemistry") == .unreadable)
    #expect(reading.state("roster_young_teachers", "physics") == .count(1))
    let finding = try #require(reading.findings.first { $0.code == "roster.value-missing" })
    #expect(finding.arguments["rows"] == .list(["6"]) && finding.severity == .error)
    #expect(finding.origins.map(\.cell) == ["B6"])
    #expect(finding.key.unit == "school-07" && finding.key.field == "roster_young")
  }

  @Test func isSureOfAPersonWhoseAnswerNeedsNoDate() throws {
    let rows = [Self.anna, ["Борисова Бэла", "", "01.09.2001", "Химия", "да"]]
    let reading = try RosterSheets.binder().bind(RosterSheets.file(rows))
    #expect(reading.state("roster_young") == .count(1) && reading.codes.isEmpty)
  }

  @Test(arguments: [
    ("01.05.2015", "roster.age-odd"), ("01.05.1911", "roster.age-odd"),
    ("01.05.85", "roster.date-future"), ("02.09.2021", "roster.date-future"),
    ("1985 г. р.", "roster.value-unreadable"), ("31.02.1985", "roster.value-unreadable"),
    ("–", "roster.value-missing"),
  ])
  func asksForADateThatCannotBe(_ born: String, _ code: String) throws {
    let rows = [Self.anna, ["Борисова Бэла", born, "01.09.2001", "Химия", ""]]
    let reading = try RosterSheets.binder().bind(RosterSheets.file(rows))
    #expect(reading.codes == [code] && reading.state("roster_young") == .unreadable)
  }

  @Test(arguments: [("01.05.2012", []), ("01.05.1990", ["roster.age-odd"])])
  func takesTheAgesThatTheRosterHas(_ born: String, _ codes: [String]) throws {
    let binder = try RosterSheets.binder([
      ("    same_person:", "    ages: {from: 6, to: 20}\n    same_person:")
    ])
    let rows = [["Борисова Бэла", born, "01.09.2018", "Химия", ""]]
    let reading = binder.bind(RosterSheets.file(rows))
    #expect(reading.codes == codes)
    #expect(reading.state("roster_young") == (codes.isEmpty ? .count(1) : .unreadable))
    #expect(reading.findings.allSatisfy { $0.arguments["to"] == .count(20) })
  }

  @Test(arguments: ["01.05.1990", "1990-05-01", "1 мая 1990 г.", "01/05/1990"])
  func readsDatesThatAreTyped(_ born: String) throws {
    let rows = [["Борисова Бэла", born, "01.09.2001", "Химия", ""]]
    let reading = try RosterSheets.binder().bind(RosterSheets.file(rows))
    #expect(reading.codes.isEmpty && reading.state("roster_young") == .count(1))
  }

  @Test func countsATeacherOfTwoSubjectsInEach() throws {
    let rows = [["Борисова Бэла", "01.05.1990", "01.09.2001", "химия, ФИЗИКА; химия", ""]]
    let reading = try RosterSheets.binder().bind(RosterSheets.file(rows))
    #expect(reading.state("roster_teachers", "chemistry") == .count(1))
    #expect(reading.state("roster_teachers", "physics") == .count(1))
    #expect(reading.state("roster_teachers", "biology") == .count(0))
    #expect(reading.state("roster_staff") == .count(1))
  }

  @Test func doesNotGuessASubjectThatTheDictionaryLacks() throws {
    let rows = [Self.anna, ["Борисова Бэла", "01.05.1990", "01.09.2001", "Волшебство", ""]]
    let reading = try RosterSheets.binder().bind(RosterSheets.file(rows))
    #expect(reading.codes == ["roster.value-unreadable"])
    #expect(reading.state("roster_teachers", "physics") == .unreadable)
    #expect(reading.state("roster_staff") == .count(2))
    let open = try RosterSheets.binder([
      ("separators: ';,'", "separators: ';,'\n        allows_others: true")
    ])
    .bind(RosterSheets.file(rows))
    #expect(open.codes.isEmpty && open.state("roster_teachers", "physics") == .count(1))
  }

  /// A roster that no pack was read into: a pack's conditions are tried when it is read.
  @Test func aBrokenConditionIsNoFaultOfTheCells() throws {
    let pack = try PackLoader.load(PackFiles(texts: RosterTexts.pack()))
    var roster = try #require(pack.rosters.first)
    roster.counts[1].condition = try Expression(parsing: "age(name) < 35")
    let binder = RosterBinder(
      rosters: [roster], forms: pack.forms, classifiers: pack.classifiers,
      readings: pack.readings, register: RosterSheets.register,
      periods: [2020, 2021].compactMap(Period.init(year:)))
    let reading = binder.bind(RosterSheets.file([Self.anna]))
    #expect(reading.codes == ["roster.count-broken"])
    #expect(reading.findings.first?.key.field == "roster_young")
    #expect(reading.state("roster_young") == .unreadable)
    #expect(reading.state("roster_staff") == .count(1))
  }

  @Test func namesPersonsWhoStandTwiceByTheirRowsOnly() throws {
    let twin = ["АННИНА  Анна", "1 мая 1990", "01.09.2015", "Химия", ""]
    let reading = try RosterSheets.binder().bind(RosterSheets.file([Self.anna, twin]))
    let finding = try #require(reading.findings.first)
    #expect(reading.codes == ["roster.same-person"] && finding.severity == .warning)
    #expect(finding.arguments["rows"] == .list(["5", "6"]))
    #expect(reading.state("roster_staff") == .count(2))
  }

  @Test func passesOverBlankRowsSumsNumbersAndRepeatedHeadings() throws {
    let rows = [
      ["1", "2", "3", "4", "5"], Self.anna, [], RosterSheets.headings,
      ["Борисова Бэла", "01.05.1970", "01.09.2001", "Химия", ""], ["Всего", "2"],
    ]
    let reading = try RosterSheets.binder().bind(RosterSheets.file(rows))
    #expect(reading.codes == ["roster.row-skipped"])
    #expect(reading.findings[0].arguments["rows"] == .list(["5", "8", "10"]))
    #expect(reading.state("roster_staff") == .count(2))
  }

  @Test func aRemarkThatBeginsLikeASumIsSaidOfAPerson() throws {
    let headings = RosterSheets.headings + ["Примечание"]
    let binder = try RosterSheets.binder([
      ("    counts:", "      - {code: remark, label: Примечание, kind: text}\n    counts:")
    ])
    let sheet = RosterSheets.sheet([Self.anna + ["всего 3 года в школе"]], headings: headings)
    let reading = binder.bind(RosterSheets.file([sheet]))
    #expect(reading.codes.isEmpty && reading.state("roster_staff") == .count(1))
    // A sum may stand under «№», a column that the roster does not know.
    let numbered = RosterSheets.sheet(
      [["1"] + Self.anna, ["Итого", "", "1", "1"]], headings: ["№"] + RosterSheets.headings)
    let summed = try RosterSheets.binder().bind(RosterSheets.file([numbered]))
    #expect(summed.codes == ["roster.row-skipped"] && summed.state("roster_staff") == .count(1))
  }

  @Test func personsOfWholeNumbersOnlyAreCounted() throws {
    let binder = try RosterSheets.binder([
      ("kind: date, is_personal: true", "kind: number, is_personal: true"),
      ("kind: date}", "kind: number}"), ("age(born)", "born"), ("years_since(hired)", "hired"),
      (" and not part", ""), (", where: not part}", "}"),
    ])
    let headings = ["Дата рождения", "Дата приёма на работу"]
    let rows = [["1", "2"], ["34", "10"], ["30", "31"], ["50", "4"]]
    let sheet = RosterSheets.sheet(rows, headings: headings)
    let reading = binder.bind(RosterSheets.file([sheet]))
    #expect(reading.state("roster_staff") == .count(3))
    #expect(reading.state("roster_young") == .count(2))
    let skipped = reading.findings.first { $0.code == "roster.row-skipped" }
    #expect(skipped?.arguments["rows"] == .list(["5"]))
  }

  @Test func withholdsAllWhereRowsAreMerged() throws {
    let merge = CellRange(
      first: CellAddress(row: 5, column: 1), last: CellAddress(row: 6, column: 1))
    let rows = [Self.anna, ["", "", "", "Химия", ""]]
    let reading = try RosterSheets.binder().bind(
      RosterSheets.file([RosterSheets.sheet(rows, merges: [merge])]))
    #expect(reading.codes == ["roster.row-merged"])
    #expect(reading.state("roster_staff") == .unreadable)
  }

  @Test func anEmptyRosterIsNotZero() throws {
    let reading = try RosterSheets.binder().bind(RosterSheets.file([]))
    #expect(reading.codes == ["roster.empty"] && reading.state("roster_staff") == .missing)
  }

  @Test func aColumnThatIsNotThereTakesItsCountsAway() throws {
    let headings = ["ФИО", "Родилась", "Дата приёма на работу", "Предметы", "Внешний совместитель"]
    let sheet = RosterSheets.sheet([Self.anna], headings: headings)
    let reading = try RosterSheets.binder().bind(RosterSheets.file([sheet]))
    #expect(reading.codes == ["roster.column-missing"])
    #expect(reading.state("roster_young") == .unreadable)
    #expect(reading.state("roster_experienced") == .count(1))
  }

  @Test func theTitleMayStandOnAnotherSheet() throws {
    let people = RosterSheets.sheet([Self.anna], name: "Список")
    var bare: [CellAddress: GridCell] = [:]
    for place in people.places where place.row >= 4 { bare[place] = people[place] }
    let title = RosterSheets.sheet([], unit: "school-08", headings: [], name: "Титул")
    let reading = try RosterSheets.binder().bind(
      RosterSheets.file([title, Grid(name: "Список", cells: bare)]))
    #expect(reading.bindings.first?.form?.unit == "school-08" && reading.sheets == [1])
    let orphan = try RosterSheets.binder().bind(
      RosterSheets.file([Grid(name: "Список", cells: bare)]))
    #expect(orphan.codes.contains("form.unit-missing") && orphan.bindings.first?.form == nil)
  }

  @Test func severalSchoolsInOneWorkbookAreTheirOwn() throws {
    let sheets = [
      RosterSheets.sheet([Self.anna], name: "7"),
      RosterSheets.sheet([Self.anna, Self.anna], unit: "school-08", name: "8"),
    ]
    let reading = try RosterSheets.binder().bind(RosterSheets.file(sheets))
    #expect(reading.bindings.map { $0.form?.unit } == ["school-07", "school-08"])
    let copies = [
      RosterSheets.sheet([Self.anna], name: "7"), RosterSheets.sheet([], name: "7 (2)"),
    ]
    let unclear = try RosterSheets.binder().bind(RosterSheets.file(copies))
    #expect(unclear.codes == ["roster.sheet-unclear"] && unclear.bindings.count == 1)
  }

  @Test func aSheetThatMayBeARosterIsLeftUnread() throws {
    let sheet = RosterSheets.sheet(
      [Self.anna], headings: ["ФИО", "Год", "Пришла", "Ведёт", "Прочее"], name: "Лист1")
    let reading = try RosterSheets.binder().bind(RosterSheets.file([sheet]))
    #expect(reading.codes == ["roster.suspected"] && reading.sheets == [0])
  }

  @Test func calledAfterAPersonAFileGetsANeutralName() throws {
    let sheet = RosterSheets.sheet([Self.anna], name: "от Анниной")
    let named = RosterSheets.file([sheet], path: "письма/Аннина.XLSX")
    let neutral = try #require(try RosterSheets.binder().neutral(of: named))
    #expect(neutral.path == "roster-01234567.xlsx" && neutral.sheets[0].name == "Педагоги")
    #expect(try RosterSheets.binder().neutral(of: neutral) == nil)
  }

  /// Whatever is wrong with a row, nothing of what stands in it is told.
  @Test func tellsNothingOfAPerson() throws {
    let rows = [
      ["Тайнова Секлета", "вчера", "завтра", "Тайнопись", "возможно"],
      ["Тайнова Секлета", "01.05.2019", "", "", ""], ["Тайнова Секлета"],
      ["Тайнова Секлета", "01.05.1990", "01.09.2031", "Химия", ""],
      ["Тайнова Секлета", "01.05.1990", "01.09.2031", "Химия", ""],
    ]
    let reading = try RosterSheets.binder().bind(RosterSheets.file(rows))
    #expect(reading.findings.count > 4)
    let told = try JSONEncoder().encode(reading.findings)
    let text = String(decoding: told, as: UTF8.self) + "\(reading.bindings.map(\.observations))"
    for word in ["Тайн", "Секлета", "вчера", "завтра", "возможно", "2019", "2031"] {
      #expect(!text.contains(word), "\(word)")
    }
  }
}
