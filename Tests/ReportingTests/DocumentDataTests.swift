import Documents
import ExactNumbers
import Monitoring
import Testing

@testable import Reporting

struct DocumentDataTests {
  /// Every text that a template could print of a value, however deep.
  private func words(_ value: TemplateValue) -> [String] {
    switch value {
    case .text(let text): [text]
    case .number, .flag, .missing: []
    case .list(let records): records.flatMap { $0.values.values.flatMap(words) }
    case .record(let record): record.values.values.flatMap(words)
    case .block(.table(let table)):
      [table.caption] + table.notes + table.columns.map(\.title)
        + table.rows.flatMap { $0.cells.flatMap { [$0.text, $0.trace ?? ""] } }
    case .block(.chart(let chart)):
      [chart.title, chart.description] + chart.categories + chart.series.map(\.name)
    case .block(.paragraphs(let paragraphs)): paragraphs.map(\.text)
    }
  }

  private func recommendation(
    _ addressee: MemberCode, _ unit: UnitCode?, _ text: String, _ breakdown: Breakdown = .whole,
    evidence: [ValueAddress] = []
  ) -> Recommendation {
    Recommendation(
      template: "t", addressee: addressee, unit: unit, section: "mentoring",
      breakdown: breakdown, direction: "d1", text: text, term: "до 1 мая", evidence: evidence)
  }

  private func material(_ audience: Edition.Audience) throws -> ReportMaterial {
    var campaign = try SmallCampaign()
    campaign.audience = audience
    campaign.add(campaign.address("a1", "s1"), 3, of: 8)
    campaign.add(campaign.address("a1"), 12, of: 24)
    var material = campaign.material()
    let evidence = [campaign.address("a1", "s1"), campaign.address("a1")]
    material.recommendations = [
      recommendation("heads", "s1", "Назначить наставников.", evidence: evidence),
      recommendation("unions", nil, "Обсудить.", Breakdown("subjects", "physics")),
      recommendation("unions", nil, "Собраться.", evidence: evidence),
    ]
    material.practices = [
      .init(
        unit: "s1", title: "Школа \"Роста\"", section: "mentoring", outcome: "Школа полная № 1",
        evidence: evidence)
    ]
    material.factors = [
      .init(factor: "f1", named: 1, answered: 3, evidence: ["приказ Школа № 1"]),
      .init(factor: "f2", named: 2, answered: 3), .init(factor: "f3", named: 2, answered: 3),
    ]
    return material
  }

  @Test func aPublicEditionNamesNoSchool() throws {
    let record = ReportWriter(try material(.public)).record(for: SmallCampaign.plan)
    let said = words(.record(record))
    #expect(said.count > 50)
    #expect(said.filter { $0.contains("Школа №") || $0.contains("Школа полная") } == [])
    #expect(said.filter { $0.contains("/s1/") } == [])
    #expect(said.contains("Школа «Роста»"))
  }

  @Test func anInternalEditionNamesThem() throws {
    let record = ReportWriter(try material(.internal)).record(for: SmallCampaign.plan)
    let said = words(.record(record))
    #expect(said.contains("Школа № 1"))
    #expect(said.contains("Назначить наставников."))
  }

  @Test func groupsRecommendationsBySectionAndSubject() throws {
    let records = RecommendationRecords(try material(.internal))
    let unions = try #require(SmallCampaign.pack.classifier("addressees")?["unions"])
    let record = records.addressee(unions)
    guard case .list(let sections) = record["sections"],
      case .list(let subjects) = record["breakdowns"]
    else {
      Issue.record("no lists")
      return
    }
    #expect(sections.map { $0["title"] } == [.text("Наставничество")])
    #expect(subjects.map { $0["title"] } == [.text("Физика")])
    #expect(words(.list(sections)).contains("Собраться."))
    #expect(words(.list(subjects)).contains("Обсудить."))
  }

  @Test func saysWhatARecommendationToASchoolRestsOn() throws {
    let records = RecommendationRecords(try material(.internal))
    let school = try #require(SmallCampaign.register["s1"])
    let said = words(.record(records.unit(school, for: ["heads"])))
      .map { $0.replacing("\u{A0}", with: " ") }
    #expect(said.contains("доля наставников (1.1) – 37,5 % (3 из 8), Район – 50,0 % (12 из 24)"))
    #expect(said.contains("Наставники"))
    #expect(said.contains("Директору 1"))
  }

  @Test func aDraftSaysHowManySchoolsItRestsOn() throws {
    var campaign = try SmallCampaign()
    let draft = ReportWriter(campaign.material()).record(for: SmallCampaign.plan)
    #expect(draft["draft_mark"] == .text("ПРОЕКТ, данные 2\u{A0}из\u{A0}3\u{A0}школ"))
    campaign.locked = [campaign.now]
    let signed = ReportWriter(campaign.material()).record(for: SmallCampaign.plan)
    #expect(signed["draft_mark"] == .text(""))
    #expect(signed["is_draft"] == .flag(false))
  }

  @Test func ordersFactorsByHowOftenTheyWereNamed() throws {
    let tables = ReportTables(try material(.internal)).factors()
    #expect(
      tables.map { $0.rows.map { $0.cells[0].text } } == [
        ["Нагрузка", "Есть положение"], ["Удалённость"],
      ])
    #expect(
      tables[0].rows[1].cells.map { $0.text.replacing("\u{A0}", with: " ") } == [
        "Есть положение", "Наставники", "1.1", "в 1 из 3 школ", "приказ Школа № 1",
      ])
  }

  @Test func showsEmptyDirectionsAsEmpty() throws {
    var material = try SmallCampaign().material()
    material.measures = [
      Measure(
        template: "m", direction: "d1", title: "Семинар", term: "май", responsible: "Отдел",
        indicator: "a1", expected: "не ниже 40 %", evidence: [])
    ]
    let table = try #require(ReportTables(material).roadmap())
    #expect(
      table.rows.map { $0.cells.map(\.text) } == [
        ["1. Работа с наставниками"],
        ["1.1", "Семинар", "май", "Отдел", "1.1. Доля наставников: не ниже 40 %"],
        ["2. Иные мероприятия"], ["", "Мероприятия не запланированы", "–", "–", "–"],
      ])
    #expect(table.caption == "Мероприятия на 2022\u{A0}год")
  }

  @Test func foldsWhatIsSteadyBehindWhatMatters() throws {
    let campaign = try SmallCampaign()
    var material = campaign.material()
    func statement(_ trigger: Trigger, _ indicator: IndicatorCode, _ text: String) -> Statement {
      Statement(
        sentence: "s", indicator: indicator, trigger: trigger, text: text,
        evidence: [campaign.address(indicator)])
    }
    material.statements = [
      statement(.steady, "a1", "без изменений"), statement(.growth, "a2", "вырос"),
      statement(.targetMissed, "c1", "не достигнута"), statement(.steady, "a1", "ещё раз"),
    ]
    let record = Conclusions(material).record
    guard case .list(let groups) = record["conclusions"] else {
      Issue.record("no conclusions")
      return
    }
    #expect(
      groups.map { $0["title"] } == [
        .text("Цель не достигнута"), .text("Показатели, которые выросли"),
      ])
    #expect(record["steady_labels"] == .text("1.1"))
    #expect(record["steady_count"] == .number(1))
  }

  @Test func listsLettersWithTheirTermsForControl() throws {
    let table = try #require(ReportTables(try material(.internal)).controlSheet())
    #expect(
      table.rows.map { $0.cells.map(\.text) } == [
        ["1", "Директору 1, Школа № 1", "1", "до 1 мая", "", ""],
        ["2", "Объединениям", "2", "до 1 мая", "", ""],
      ])
  }

  @Test func numbersTheItemsOfAnOrder() {
    let lines = Paragraphs.lines(["Отделу:", "направить;", "разместить.", "Школам:", "обсудить."])
    #expect(lines.map { $0["number"] } == [0, 1, 2, 0, 1].map { .number(ExactNumber($0)) })
  }

  @Test func explainsAnIndicatorWithItsFormulaAndReadings() {
    let tables = try? ReportTables(SmallCampaign().material())
    let rows = tables?.passport(of: SmallCampaign.share).rows.map { $0.cells.map(\.text) } ?? []
    #expect(rows.contains(["Направление", "чем больше, тем лучше (п. 1.1)"]))
    #expect(rows.contains(["Принятые трактовки", "Каждый считается один раз."]))
    #expect(rows.contains { $0[0] == "Расчёт в разрезе: предметы" })
    #expect(rows.contains { $0[1].hasPrefix("П = Ч / З × 100\u{A0}%, где Ч – наставники;") })
  }
}
