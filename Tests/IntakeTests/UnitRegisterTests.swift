import Findings
import Monitoring
import Testing

@testable import Intake

@Suite struct UnitRegisterTests {
  private func read(_ text: String) -> RegisterReading {
    let root = Unit(
      code: "district", number: 0, names: [.init(full: "Район", short: "Район")],
      level: "municipality")
    let page = Page("Школы", text)
    return UnitRegisterReader(root: root).read(
      FormFile(path: "schools.xlsx", hash: "h", sheets: [page.grid]))
  }

  private func period(_ year: Int) -> Period? { Period(year: year) }

  @Test func readsUnitsWithNamesByYear() throws {
    let reading = read(
      """
      Организации района

      №|Код|Полное наименование|Краткое наименование|Тип|Группа|Руководитель (кому)|Преемник кого|Открыта с|Закрыта с|Действует с|Электронная почта
      1|s-1|МБОУ «Первая»|Первая|СОШ|городские|Директору А.|s-3, s-4||||a@b.c
      10|s-2|МБОУ «Вторая»|Вторая|ООШ||||2020|||
      10|s-2|МБОУ «Лицей»|Лицей|ООШ||||||2021|
      3|s-3|МБОУ «Третья»|Третья|||||||
      4|s-4|МБОУ «Четвёртая»|Четвёртая|||||2010|2020||
      """)
    #expect(reading.findings == [])
    let register = reading.register
    #expect(register.units.map(\.code) == ["s-1", "s-2", "s-3", "s-4"])
    let first = try #require(register["s-1"])
    #expect(first.succeeds == ["s-3", "s-4"])
    #expect(first.headDative == "Директору А.")
    #expect(first.email == "a@b.c")
    let second = try #require(register["s-2"])
    #expect(second.opened == period(2020))
    #expect(second.name(in: try #require(period(2020))).short == "Вторая")
    #expect(second.name(in: try #require(period(2021))).short == "Лицей")
    #expect(register["s-4"]?.exists(in: try #require(period(2020))) == false)
  }

  @Test func columnsMayStandInAnyOrder() {
    let reading = read("Наименование|Код организации\nМБОУ «Первая»|s-1")
    #expect(reading.findings == [])
    #expect(reading.register["s-1"]?.names.first?.full == "МБОУ «Первая»")
    #expect(reading.register["s-1"]?.number == 1)
  }

  @Test(arguments: [
    ("Код|Полное наименование\ns-1|А\ns-1|Б", "register.code-twice Школы!A2"),
    ("Код|Полное наименование\n|А\ns-1|Б", "register.code-missing Школы!A2"),
    ("Код|Полное наименование|Тип\ns-1||СОШ", "register.name-missing Школы!B2"),
    ("Код|Полное наименование|Открыта с\ns-1|А|давно", "register.year-wrong Школы!C2"),
    ("Код|Полное наименование|Преемник кого\ns-1|А|s-9", "register.successor-unknown Школы!C2"),
    ("Код|Полное наименование\n../s|А", "register.code-wrong Школы!A2"),
    ("Код|Полное наименование\n..|А", "register.code-wrong Школы!A2"),
    ("Код|Полное наименование\ndistrict|А", "register.code-wrong Школы!A2"),
    ("Код|Тип\ns-1|А", "register.column-missing Школы"),
    ("Расписание|уроков\nА|Б", "register.empty schools.xlsx"),
  ])
  func saysWhatIsWrong(_ text: String, _ expected: String) {
    let codes = read(text).findings.map { "\($0.code) \($0.origins.first?.place ?? "")" }
    #expect(codes.contains(expected))
  }

  /// The bytes are those of «Код;Полное наименование», «s-1;№ «Я»» by the table CP1251.TXT.
  @Test func readsARegisterInWindows1251() {
    let heading: [UInt8] =
      [0xCA, 0xEE, 0xE4, 0x3B, 0xCF, 0xEE, 0xEB, 0xED, 0xEE, 0xE5, 0x20]
      + [0xED, 0xE0, 0xE8, 0xEC, 0xE5, 0xED, 0xEE, 0xE2, 0xE0, 0xED, 0xE8, 0xE5, 0x0D, 0x0A]
    let row: [UInt8] = [0x73, 0x2D, 0x31, 0x3B, 0xB9, 0x20, 0xAB, 0xDF, 0xBB, 0x20, 0xB8]
    let grid = Grid(commaSeparated: heading + row, name: "schools.csv")
    let root = Unit(code: "d", number: 0, names: [], level: "municipality")
    let reading = UnitRegisterReader(root: root).read(
      FormFile(path: "schools.csv", hash: "h", sheets: [grid]))
    #expect(reading.register["s-1"]?.names.first?.full == "№ «Я» ё")
    #expect(reading.findings == [])
  }

  @Test(arguments: [";", ","])
  func readsARegisterAsText(_ separator: String) {
    let lines = [
      ["Код", "Полное наименование", "Краткое наименование"],
      ["s-1", "\"МБОУ \"\"Первая\"\", г. Вилюйск; центр\"", "Первая"],
    ]
    let text = "\u{FEFF}" + lines.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
    let grid = Grid(commaSeparated: Array(text.utf8), name: "schools.csv")
    let root = Unit(code: "d", number: 0, names: [], level: "municipality")
    let reading = UnitRegisterReader(root: root).read(
      FormFile(path: "schools.csv", hash: "h", sheets: [grid]))
    #expect(reading.register["s-1"]?.names.first?.full == "МБОУ \"Первая\", г. Вилюйск; центр")
    #expect(reading.findings == [])
  }
}
