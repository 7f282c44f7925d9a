import Advice
import Monitoring
import Testing

@Suite struct ReportedPracticeTests {
  private let year = Period(year: 2021)

  private func observation(
    _ unit: UnitCode, _ field: FieldCode, row: MemberCode, _ state: Observation.State
  ) throws -> Observation {
    Observation(
      key: Observation.Key(
        unit: unit, period: try #require(year), field: field,
        breakdown: Breakdown(Breakdown.row, row)),
      state: state, origin: nil)
  }

  private func packWithPractices() throws -> SystemPack {
    var pack = try SmallPack.pack()
    pack.forms[0].sections = [
      FormSection(
        code: "practices", sheet: "", title: "", layout: .records,
        fields: [
          FormField(code: "title", label: "", kind: .text),
          FormField(code: "section", label: "", kind: .choice("sections")),
          FormField(code: "outcome", label: "", kind: .text),
        ])
    ]
    return pack
  }

  @Test func readsARowAsAPracticeWhenItHasATitleAndASection() throws {
    let unit = Unit(code: "school-1", number: 1, names: [], level: "school")
    var observations: [Observation] = []
    // Row 10 stands after row 2; row 3 has no section, row 4 no title.
    for (row, title) in [("10", "вторая"), ("2", "первая"), ("3", "без раздела")] {
      observations.append(
        try observation(
          unit.code, "title", row: MemberCode(rawValue: row), .given(.text(title))))
    }
    for row in ["2", "4", "10"] {
      observations.append(
        try observation(
          unit.code, "section", row: MemberCode(rawValue: row), .given(.choice("support"))))
    }
    observations.append(
      try observation(unit.code, "outcome", row: "2", .given(.text("итог"))))
    observations.append(try observation(unit.code, "outcome", row: "10", .missing))

    let found = Practice.reported(
      in: observations, by: [unit], period: try #require(year), pack: try packWithPractices())
    #expect(found.map(\.title) == ["первая", "вторая"])
    #expect(found.map(\.outcome) == ["итог", ""])
    #expect(found.map(\.section) == ["support", "support"])
  }

  @Test func findsNoneInAFormWithoutSuchASection() throws {
    let unit = Unit(code: "school-1", number: 1, names: [], level: "school")
    let row = try observation(unit.code, "title", row: "1", .given(.text("практика")))
    #expect(
      Practice.reported(
        in: [row], by: [unit], period: try #require(year), pack: try SmallPack.pack()
      ).isEmpty)
  }
}
