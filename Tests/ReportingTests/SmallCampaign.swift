import ExactNumbers
import Monitoring
import Testing

@testable import Reporting

/// A municipality of three schools over two years, small enough to reckon in the head.
struct SmallCampaign {
  static let root: UnitCode = "district"

  var audience = Edition.Audience.internal
  var locked: [Period] = []
  var values: [IndicatorValue] = []
  var suppressed: [ValueAddress] = []
  var comparisons: [Comparison] = []
  var revisions: [Revision] = []
  var periods: [Period]
  let now: Period
  let before: Period

  init() throws {
    now = try #require(Period(year: 2021))
    before = try #require(Period(year: 2020))
    periods = [before, now]
  }

  // MARK: the pack

  static let mentoring = Classifier.Member(
    code: "mentoring", title: "Наставничество", properties: ["number": "1"])
  static let support = Classifier.Member(
    code: "support", title: "Поддержка", properties: ["number": "2"])

  static let share = Indicator(
    code: "a1", label: "1.1", title: "доля наставников (%)", shortTitle: "Доля наставников",
    section: "mentoring", source: "п. 1.2", kind: .share, unit: "%",
    formulas: [
      Indicator.Formula(
        dimension: nil, numerator: .init(field: "n", description: "наставники"),
        denominator: .init(field: "d", description: "все педагоги")),
      Indicator.Formula(
        dimension: "subjects", numerator: .init(field: "sn", description: "наставники предмета"),
        denominator: .init(field: "sd", description: "педагоги предмета")),
    ],
    direction: .up, directionSource: "п. 1.1", method: "сбор таблиц", referenceDate: "31 декабря",
    readings: ["Каждый считается один раз."])
  static let count = Indicator(
    code: "a2", label: "1.2", title: "количество программ", shortTitle: "Программы",
    section: "mentoring", source: "п. 1.2", kind: .count, unit: "ед.",
    formulas: [
      Indicator.Formula(
        dimension: nil, numerator: .init(field: "p", description: "программы"), denominator: nil)
    ],
    direction: .context, method: "сбор таблиц", referenceDate: "31 декабря")
  static let target = Indicator(
    code: "c1", label: "Ц.1", title: "не менее 20 %", shortTitle: "Цель", section: "mentoring",
    source: "п. 1.1", kind: .share, unit: "%",
    formulas: [
      Indicator.Formula(
        dimension: nil, numerator: .init(field: "n", description: "обученные"),
        denominator: .init(field: "d", description: "все"))
    ],
    isMunicipalOnly: true, direction: .up, target: .init(atLeast: 20, source: "п. 1.1"),
    method: "сбор таблиц", referenceDate: "31 декабря")

  static let pack = SystemPack(
    code: "small", version: 1, title: "Система",
    regulation: .init(
      title: "Система", requisites: "приказ № 1", goal: "цель", tasks: ["первая", "вторая"]),
    periodKind: .calendarYear,
    thresholds: .init(
      sharePoints: 3, persons: 3, countPercent: 10, gapPoints: 30, gapPersons: 5),
    smallCell: 5,
    classifiers: [
      Classifier(code: "sections", title: "Разделы", members: [mentoring, support]),
      Classifier(
        code: "subjects", title: "Предметы",
        members: [
          .init(code: "physics", title: "Физика"), .init(code: "history", title: "История"),
        ]),
      Classifier(
        code: "directions", title: "Направления",
        members: [
          .init(
            code: "d1", title: "работа с наставниками",
            properties: ["number": "1", "short": "Наставники"]),
          .init(code: "d2", title: "иные мероприятия", properties: ["number": "2"]),
        ]),
      Classifier(
        code: "addressees", title: "Адресаты",
        members: [
          .init(code: "heads", title: "руководители", properties: ["dative": "Руководителям"]),
          .init(code: "unions", title: "объединения", properties: ["dative": "Объединениям"]),
        ]),
      Classifier(
        code: "factors", title: "Факторы",
        members: [
          .init(
            code: "f1", title: "Есть положение",
            properties: ["kind": "internal", "direction": "d1", "indicator": "a1"]),
          .init(code: "f2", title: "Удалённость", properties: ["kind": "external"]),
          .init(code: "f3", title: "Нагрузка", properties: ["kind": "internal"]),
        ]),
      Classifier(
        code: "statuses", title: "Статусы",
        members: [.init(code: "done", title: "выполнено"), .init(code: "not", title: "нет")]),
    ],
    indicators: [share, count, target],
    forms: [FormSchema(code: "f", version: 1, title: "Форма", sections: [])], rules: [],
    sentences: [], advice: [], measures: [], documents: [plan],
    texts: ["order": ["Отделу:", "направить отчёт;", "разместить отчёт.", "Школам:", "обсудить."]])

  static let plan = SystemPack.DocumentPlan(
    code: "report", title: "Отчёт", template: "documents/report.fodt", fileName: "Отчёт",
    cardinality: .once, audiences: [.internal, .public], addressees: [])

  static let register = UnitRegister(
    root: Unit(
      code: root, number: 0, names: [.init(full: "Район целиком", short: "Район")],
      level: "municipality"),
    units: (1...3).map { number in
      Unit(
        code: UnitCode(rawValue: "s\(number)"), number: number,
        names: [.init(full: "Школа полная № \(number)", short: "Школа № \(number)")],
        level: "school", headDative: "Директору \(number)")
    })

  // MARK: values

  func address(
    _ indicator: IndicatorCode, _ unit: UnitCode = root, _ breakdown: Breakdown = .whole,
    _ period: Period? = nil
  ) -> ValueAddress {
    ValueAddress(indicator: indicator, unit: unit, breakdown: breakdown, period: period ?? now)
  }

  /// Adds a value given by `given` of three schools.
  mutating func add(
    _ address: ValueAddress, _ numerator: Int, of denominator: Int? = nil,
    state: IndicatorValue.State = .known, given: Int = 3
  ) {
    var coverage = Coverage()
    coverage.expected = 3
    coverage.given = given
    values.append(
      IndicatorValue(
        address: address, kind: denominator == nil ? .count : .share, state: state,
        numerator: ExactNumber(numerator), denominator: denominator.map { ExactNumber($0) },
        coverage: coverage))
  }

  func material() -> ReportMaterial {
    var published = Dictionary(
      uniqueKeysWithValues: values.map {
        ($0.address, PublishedValue(address: $0.address, showing: .shown($0)))
      })
    for address in suppressed {
      published[address] = PublishedValue(address: address, showing: .suppressed)
    }
    let official = CampaignSettings.Official(post: "Начальник", name: "И. И. Иванов")
    return ReportMaterial(
      pack: Self.pack,
      settings: CampaignSettings(
        district: Self.register.root, organisation: "Управление", organisationShort: "УО",
        place: "г. Город", head: official, executor: official, pack: "small",
        periods: periods, locked: locked, deadline: "2021-06-15", publication: "сайт"),
      register: Self.register,
      edition: Edition(
        audience: audience, periods: periods, values: published,
        comparisons: Dictionary(uniqueKeysWithValues: comparisons.map { ($0.address, $0) }),
        signals: [],
        revisions: Dictionary(uniqueKeysWithValues: revisions.map { ($0.address, $0) })),
      period: now, arrived: 2, expected: 3)
  }
}

extension SmallCampaign {
  /// Values for every table and chart: two years, three schools, two subjects.
  mutating func fill() {
    for period in periods {
      let year = period == now ? 1 : 0
      add(address("a1", Self.root, .whole, period), 10 + year, of: 24)
      add(address("a2", Self.root, .whole, period), 6 + year)
      add(address("c1", Self.root, .whole, period), 5 + year, of: 30)
      for (unit, part) in Self.register.units.enumerated() {
        add(address("a1", part.code, .whole, period), 3 + unit, of: 8)
        add(address("a2", part.code, .whole, period), 2)
      }
      add(address("a1", Self.root, Breakdown("subjects", "physics"), period), 6, of: 9)
      add(address("a1", Self.root, Breakdown("subjects", "history"), period), 5 + year, of: 11)
    }
    comparisons = ["a1", "a2", "c1"].map {
      Comparison(
        address: address($0).term(.change), before: before, difference: 1, relative: nil,
        verdict: .growth)
    }
    let history = address("a1", Self.root, Breakdown("subjects", "history"))
    comparisons.append(
      Comparison(
        address: history.term(.change), before: before, difference: 1, relative: nil,
        verdict: .steady))
  }
}

extension ReportMaterial {
  /// One of everything that advice can bring.
  mutating func fill(_ campaign: SmallCampaign) {
    let evidence = [campaign.address("a1", "s1"), campaign.address("a1")]
    for trigger in Trigger.allCases {
      statements.append(
        Statement(
          sentence: "s", indicator: "a1", trigger: trigger, text: "Вывод.",
          evidence: [campaign.address("a1")]))
    }
    for addressee: MemberCode in ["heads", "unions"] {
      for unit: UnitCode? in [nil, "s1"] {
        for breakdown in [Breakdown.whole, Breakdown("subjects", "physics")] {
          recommendations.append(
            Recommendation(
              template: "t", addressee: addressee, unit: unit, section: "mentoring",
              breakdown: breakdown, direction: "d1", text: "Сделать.", term: "до 1 мая",
              evidence: evidence))
        }
      }
    }
    measures = [
      Measure(
        template: "m", direction: "d1", title: "Семинар", term: "май", responsible: "Отдел",
        indicator: "a1", expected: "рост", evidence: evidence)
    ]
    practices = [
      Practice(
        unit: "s1", title: "Клуб", section: "mentoring", outcome: "рост", evidence: evidence)
    ]
    factors = [FactorCount(factor: "f1", named: 1, answered: 3, evidence: ["приказ"])]
    measureStatuses = [StatusCount(direction: "d1", status: "done", units: 2)]
  }
}
