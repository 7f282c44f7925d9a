import Intake
import Monitoring
import Testing

/// Whose a file is, as its folder and its name tell.
@Suite struct UnitInPathTests {
  private static let register = UnitRegister(
    root: unit("district", "Район", "Район"),
    units: [
      unit("school-01", "МБОУ «Городская СОШ № 1»", "МБОУ «Городская СОШ № 1»"),
      unit("school-10", "МБОУ «Городская СОШ № 10»", "МБОУ «Городская СОШ № 10»"),
      unit("school-07", "МБОУ «Уолбутская СОШ»", "МБОУ «Уолбутская СОШ»"),
      unit("8", "МБОУ «Ёлкинская СОШ»", "Ёлкинская СОШ"),
    ])

  private static func unit(_ code: UnitCode, _ full: String, _ short: String) -> Monitoring.Unit {
    Monitoring.Unit(
      code: code, number: 1, names: [.init(full: full, short: short)], level: "school")
  }

  @Test(arguments: [
    ("school-07/форма.xlsx", "school-07"), ("2021/SCHOOL 07/письмо/форма (1).xlsx", "school-07"),
    ("МС-1 Городская СОШ 1.ods", "school-01"), ("МС-1 Городская СОШ № 10 (2).xlsx", "school-10"),
    ("МБОУ «Уолбутская СОШ»/Городская СОШ 1.xlsx", "school-07"),
    ("елкинская сош.xlsx", "8"), ("8/форма.xlsx", "8"), ("8.xlsx", "8"),
  ])
  func aFolderOrAFileNamesItsUnit(path: String, unit: String) {
    #expect(UnitInPath(Self.register).unit(of: path)?.rawValue == unit)
  }

  @Test(arguments: [
    "форма 8.xlsx", "2021/форма.xlsx", "СОШ.xlsx", "Уолбутская СОШ и Городская СОШ 1.xlsx", "",
  ])
  func whatNamesNobodyOrSeveralIsOfNobody(path: String) {
    #expect(UnitInPath(Self.register).unit(of: path) == nil)
  }

  @Test func aUnitThatIsNotMeantIsPassedOver() {
    let unit = UnitInPath(Self.register)
      .unit(of: "school-10/Городская СОШ 1.xlsx") { $0 != "school-10" }
    #expect(unit == "school-01")
  }
}
