import ExactNumbers
import Findings
import Monitoring
import Testing

@testable import Store

@Suite struct ObservationStoringTests {
  static let states: [Observation.State] = [
    .given(.number(0)), .given(.number(ExactNumber(coefficient: -1250, exponent: -2) ?? 1)),
    .given(.number(ExactNumber(coefficient: 15, exponent: 2) ?? 1)),
    .given(.yesNo(true)), .given(.yesNo(false)), .given(.choice("partly")),
    .given(.text("Клуб «Учитель»;\n'\"")), .given(.text("")), .given(.date("2021-03-31")),
    .missing, .notApplicable, .unreadable, .withheld(.number(14)), .withheld(.text("2+5")),
  ]
  static let origins: [Origin?] = [
    nil, Origin(file: "a.xlsx", hash: Form(file: "a").hash, sheet: "Кадры", cell: "C5"),
    Origin(file: "a.xlsx", hash: Form(file: "a").hash, rawText: " 12,50 ", decimals: 2),
    Origin(file: "b.zip/c.xlsx", hash: "ff", sheet: "1", cell: "XFD1048576", rawText: "'"),
  ]

  @Test(arguments: states, origins)
  func givesBackWhatWasStored(state: Observation.State, origin: Origin?) throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    var reading = try Form(file: "a", values: [:]).reading()
    let key = Observation.Key(
      unit: "school-01", period: try year(2021), field: "x",
      breakdown: Breakdown([.init("subjects", "history"), .init(Breakdown.row, "1")]))
    let observation = Observation(key: key, state: state, origin: origin)
    reading.submissions[0].observations = [observation]
    _ = try store.keep(Array("a".utf8), name: "a.xlsx")
    _ = try store.append(reading, now: noon)
    let again = try Store(folder: folder.path)
    let found = try #require(try again.observation(key))
    #expect(found == observation)
    guard case .given(.number(let stored)) = found.state,
      case .given(.number(let number)) = state
    else { return }
    #expect(stored.decimals == number.decimals)
  }

  @Test func streamsByUnitPeriodAndFieldWhateverTheOrderOfArrival() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    for (unit, period) in [("b", 2021), ("a", 2021), ("b", 2020), ("a", 2019)] {
      try Form(
        unit: UnitCode(rawValue: unit), period: period, file: "\(unit)\(period)",
        values: ["z": 1, "m": 2, "a": 3]
      ).store(in: store)
    }
    var seen: [String] = []
    try store.forEachObservation(fields: ["z", "a"], periods: [year(2021), year(2020)]) {
      seen.append("\($0.key.unit) \($0.key.period) \($0.key.field)")
    }
    #expect(
      seen == [
        "a 2021 a", "a 2021 z", "b 2020 a", "b 2020 z", "b 2021 a", "b 2021 z",
      ])
  }

  @Test func givesBackFindingsWordForWord() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let findings = [
      Finding(
        code: "cell.text-number", severity: .warning,
        key: FindingKey(unit: "school-01", period: "2021", form: "ms-1", field: "x"),
        arguments: [
          "value": .number(ExactNumber(coefficient: 125, exponent: -1) ?? 0), "count": .count(3),
          "text": .text("12,5 / «да»"), "list": .list(["a", "б"]),
        ],
        origins: [Origin(file: "a.xlsx", sheet: "Кадры", cell: "C5", rawText: "12,5", decimals: 1)]),
      Finding(code: "form.version", severity: .notice, origins: [Origin(file: "a.xlsx")]),
    ]
    try Form(file: "a", findings: findings).store(in: store)
    #expect(try store.findings(unit: "school-01", period: year(2021)) == findings)
    #expect(try store.findings(ofFile: Form(file: "a").hash) == findings)
  }
}
