import Findings
import Monitoring
import Testing

@testable import Reporting

struct ReportedCountsTests {
  private let now: Period
  private let pack: SystemPack

  init() throws {
    now = try SmallCampaign().now
    var pack = SmallCampaign.pack
    pack.forms[0].sections = [
      FormSection(
        code: "factors", sheet: "Факторы", title: "Факторы", layout: .table(dimension: "factors"),
        fields: [
          FormField(code: "named", label: "Отметка", kind: .yesNo),
          FormField(code: "proof", label: "Чем", kind: .text),
        ]),
      FormSection(
        code: "measures", sheet: "Меры", title: "Меры", layout: .table(dimension: "directions"),
        fields: [FormField(code: "status", label: "Статус", kind: .choice("statuses"))]),
    ]
    self.pack = pack
  }

  private func seen(
    _ unit: UnitCode, _ field: FieldCode, _ breakdown: Breakdown, _ state: Observation.State
  ) -> Observation {
    Observation(
      key: .init(unit: unit, period: now, field: field, breakdown: breakdown), state: state,
      origin: nil)
  }

  @Test func countsWhoNamedAFactorOfThoseWhoAnswered() {
    let first = Breakdown("factors", "f1")
    let observations = [
      seen("s1", "named", first, .given(.yesNo(true))),
      seen("s1", "proof", first, .given(.text("приказ"))),
      seen("s2", "named", first, .given(.yesNo(false))),
      seen("s3", "named", first, .missing),
      seen("stranger", "named", first, .given(.yesNo(true))),
    ]
    let counts = ReportMaterial.FactorCount.counted(
      in: observations, by: SmallCampaign.register.units, period: now, pack: pack)
    #expect(
      counts == [
        .init(factor: "f1", named: 1, answered: 2, evidence: ["приказ"]),
        .init(factor: "f2", named: 0, answered: 2), .init(factor: "f3", named: 0, answered: 2),
      ])
  }

  @Test func countsTheStatusesOfEachDirection() {
    let direction = Breakdown("directions", "d1")
    let observations = [
      seen("s1", "status", direction, .given(.choice("done"))),
      seen("s2", "status", direction, .given(.choice("done"))),
      seen("s3", "status", direction, .unreadable),
    ]
    let counts = ReportMaterial.StatusCount.counted(
      in: observations, by: SmallCampaign.register.units, period: now, pack: pack)
    #expect(counts == [.init(direction: "d1", status: "done", units: 2)])
  }
}
