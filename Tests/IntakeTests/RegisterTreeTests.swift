import Findings
import Monitoring
import Testing

@testable import Intake

/// The organisation tree that «Входит в» and «Уровень» tell.
@Suite struct RegisterTreeTests {
  private static let levels: [SystemPack.Level] = [
    .init(code: "region", title: "регион", plural: "регионы", genitive: "региона", handsIn: false),
    .init(
      code: "municipality", title: "муниципалитет", plural: "муниципалитеты",
      genitive: "муниципалитета", handsIn: false),
    .init(code: "school", title: "школа", plural: "школы", genitive: "школы", handsIn: true),
    .init(code: "branch", title: "филиал", plural: "филиалы", genitive: "филиала", handsIn: false),
  ]

  private func read(_ text: String, levels: [SystemPack.Level] = levels) -> RegisterReading {
    let root = Unit(
      code: "region", number: 0, names: [.init(full: "Край", short: "Край")], level: "region")
    return UnitRegisterReader(root: root, levels: levels).read(
      FormFile(path: "schools.xlsx", hash: "h", sheets: [Page("Школы", text).grid]))
  }

  private let whole = """
    Код|Полное наименование|Входит в|Уровень
    north|Северный район||муниципалитет
    n1|Школа 1|north|
    n1b|Филиал школы 1|n1|филиал
    n2|Школа 2|Северный район|school
    """

  @Test func aUnitStandsBelowItsParentAtItsLevel() {
    let reading = read(whole)
    #expect(reading.findings == [])
    let register = reading.register
    #expect(register.units.map(\.code) == ["n1", "n2"])
    #expect(register.inner.map(\.code) == ["north", "n1b"])
    #expect(register.path(of: "n1b") == ["north", "n1"])
    #expect(register.units(below: "north").map(\.code) == ["n1", "n2"])
    #expect(register.nodes.map(\.unit.code) == ["north"])
    #expect(register["n2"]?.level == "school")
  }

  @Test func aPackWithoutLevelsKnowsUnitsThatHandIn() {
    let register = read("Код|Полное наименование|Уровень\ns-1|А|начальное", levels: []).register
    #expect(register.units.map(\.level) == ["school"] && register.inner.isEmpty)
  }

  @Test(arguments: [
    ("n2|Школа 2|Северный район|school", "n2|Б|nowhere|", "register.parent-unknown Школы!C5"),
    ("n1|Школа 1|north|", "n1|А|n1b|", "register.parent-circle Школы!C3"),
    ("n2|Школа 2|Северный район|school", "n2|Б|north|село", "register.level-unknown Школы!D5"),
    (
      "n2|Школа 2|Северный район|school", "n2|Б|north|муниципалитет",
      "register.level-order Школы!D5"
    ),
  ])
  func namesTheRowOfWhatCannotBe(old: String, new: String, finding: String) {
    let findings = read(whole.replacing(old, with: new)).findings
    #expect(findings.allSatisfy { $0.severity == .error })
    let said = findings.map { "\($0.code.rawValue) \($0.origins.first?.place ?? "")" }
    #expect(said.contains(finding), "\(said)")
  }
}
