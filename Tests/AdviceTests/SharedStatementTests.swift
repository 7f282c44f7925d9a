import Advice
import ExactNumbers
import Monitoring
import Testing

@Suite struct SharedStatementTests {
  private func pack(
    _ texts: [String: [String]], sentences: [Sentence] = [], advice: [AdviceTemplate] = []
  ) throws -> SystemPack {
    var pack = try SmallPack.pack(sentences: sentences, advice: advice)
    pack.texts.merge(texts) { $1 }
    return pack
  }

  @Test func namesTheSubjectsThatFellTheGreatestFallFirst() throws {
    var district = SmallDistrict()
    for (subject, part, fall) in [("physics", 3, Fraction(-5)), ("mathematics", 2, Fraction(-9))] {
      let breakdown = Breakdown("subjects", MemberCode(rawValue: subject))
      let address = district.address("share", SmallDistrict.root, breakdown)
      district.set(address, part, of: 10)
      district.compare(address, fall, .decline)
      district.fire(.decline, address)
    }
    let statements = try district.adviser(
      pack([
        "decline_in_parts": [
          "{{ label }} к {{ previous_period }}: {{ parts }}.",
          "{{ row_title }} на {{ change }} ({{ measured }})",
        ]
      ])
    ).statements()
    let text = """
      share к 2020: mathematics на 9,0 п. п. (20,0 %, 2 из 10); physics на 5,0 п. п. (30,0 %, \
      3 из 10).
      """
    #expect(statements.map { $0.text.replacing("\u{A0}", with: " ") } == [text])
    #expect(statements.map(\.trigger) == [.decline])
  }

  @Test func countsTheSchoolsThatFell() throws {
    var district = SmallDistrict()
    district.compare(district.address("share", SmallDistrict.first), -4, .decline)
    district.compare(district.address("share", SmallDistrict.second), -1, .steady)
    let pack = try pack([
      "decline_in_units": ["{{ parts }}.", "{{ label }} – {{ units }} из {{ compared }}"]
    ])
    #expect(try district.adviser(pack).statements().map(\.text) == ["share – 1 из 2."])
  }

  @Test func saysOnceWhoGaveNoDataForSeveralIndicators() throws {
    var district = SmallDistrict()
    for code: IndicatorCode in ["share", "count"] {
      district.set(district.address(code), 1, of: 10, given: 1)
      district.fire(.noData, district.address(code))
      district.set(
        district.address(code, SmallDistrict.second), 0, of: 0, state: .noData, given: 0)
    }
    let pack = try pack(
      [
        "no_data_shared": [
          "{{ labels }}: нет от {{ lacking }} из {{ expected }}.", "Не представили: {{ units }}.",
        ]
      ],
      sentences: [
        SmallPack.sentence("share", .noData, "нет"), SmallPack.sentence("count", .noData, "нет"),
      ])
    #expect(
      try district.adviser(pack).statements().map(\.text) == [
        "share и count: нет от 1 из 2. Не представили: СОШ № 2."
      ])
  }

  @Test(arguments: [(2, 2, ""), (1, 1, ""), (1, 2, " 1/2, 2/2")])
  func saysWhenTwoYearsAreOfDifferentSchools(before: Int, now: Int, remark: String) throws {
    var district = SmallDistrict()
    let address = district.address("share")
    district.set(address, 5, of: 10, given: now)
    district.set(district.address("share", year: 2020), 1, of: 10, given: before)
    district.compare(address, 40, .growth)
    district.fire(.growth, address)
    let pack = try pack(
      [
        "coverage_differs": [
          "{{ before_given }}/{{ before_expected }}, {{ given }}/{{ expected }}"
        ]
      ], sentences: [SmallPack.sentence("share", .growth, "Выросла.")])
    #expect(try district.adviser(pack).statements().map(\.text) == ["Выросла." + remark])
  }

  @Test func asksASchoolWithoutAFormForTheFormAlone() throws {
    var district = SmallDistrict()
    for code: IndicatorCode in ["share", "count"] {
      district.set(
        district.address(code, SmallDistrict.first), 0, of: 0, state: .noData, given: 0)
    }
    let pack = try pack(
      ["no_form": ["Представить форму за {{ period }} год.", "до 1 марта {{ next_period }} года"]],
      advice: [
        SmallPack.advice("records", to: "heads", "support", on: [.noData]),
        SmallPack.advice("keep", to: "heads", "training", on: [.steady]),
      ])
    let own = try district.adviser(pack).recommendations().filter {
      $0.unit == SmallDistrict.first
    }
    #expect(own.map(\.text) == ["Представить форму за 2021 год."])
    #expect(own.map(\.term) == ["до 1 марта 2022 года"])
  }

  @Test(arguments: [(0, ["act"]), (1, ["keep"]), (2, ["keep"])])
  func asksAllForDataOnlyWhenMostGaveNone(given: Int, templates: [String]) throws {
    var district = SmallDistrict()
    district.set(district.address("share"), 1, of: 10, given: given)
    district.fire(.noData, district.address("share"))
    let pack = try SmallPack.pack(advice: [
      SmallPack.advice("act", to: "department", "support", on: [.noData]),
      SmallPack.advice("keep", to: "department", "support", on: [.steady]),
    ])
    #expect(try district.adviser(pack).recommendations().map(\.template) == templates)
  }

  @Test func restsNoAdviceToGoOnOnWhatFell() throws {
    var district = SmallDistrict()
    let own = district.address("share", SmallDistrict.first)
    district.set(district.address("share"), 1, of: 10)
    district.set(own, 2, of: 10)
    district.compare(own, -1, .steady)
    district.fire(.steady, own)
    let pack = try SmallPack.pack(advice: [
      SmallPack.advice("keep", to: "heads", "support", on: [.steady])
    ])
    let advice = try district.adviser(pack).recommendations().filter {
      $0.unit == SmallDistrict.first
    }
    #expect(advice.map(\.template) == ["keep"])
    #expect(advice.map(\.evidence) == [[]])
  }

  @Test(arguments: [(1, -4, "act"), (1, -2, "keep"), (6, -4, "keep")])
  func takesAFallBelowTheMunicipalityForADecline(
    part: Int, change: Int, template: String
  ) throws {
    var district = SmallDistrict()
    let own = district.address("share", SmallDistrict.first)
    district.set(district.address("share"), 3, of: 10)
    district.set(own, part, of: 10)
    district.compare(own, Fraction(change), .steady)
    let pack = try SmallPack.pack(advice: [
      SmallPack.advice("act", to: "heads", "support", on: [.decline]),
      SmallPack.advice("keep", to: "heads", "support", on: [.steady]),
    ])
    let advice = try district.adviser(pack).recommendations().filter {
      $0.unit == SmallDistrict.first
    }
    #expect(advice.map(\.template) == [template])
  }
}
