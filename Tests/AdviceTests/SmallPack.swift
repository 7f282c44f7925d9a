import ExactNumbers
import Expressions
import Monitoring

/// A pack of two sections, three indicators and three addressees, made by hand.
enum SmallPack {
  static func pack(
    sentences: [Sentence] = [], advice: [AdviceTemplate] = [], measures: [MeasureTemplate] = [],
    directions: [Indicator.Direction] = [.up, .up, .up]
  ) throws -> SystemPack {
    SystemPack(
      code: "small", version: 1, title: "Малая система",
      regulation: SystemPack.Regulation(title: "", requisites: "", goal: "", tasks: []),
      periodKind: .calendarYear,
      thresholds: SystemPack.Thresholds(
        sharePoints: ExactNumber(3), persons: ExactNumber(3), countPercent: ExactNumber(10),
        gapPoints: ExactNumber(30), gapPersons: ExactNumber(5)),
      smallCell: ExactNumber(5),
      classifiers: [
        classifier("sections", ["support", "training"]),
        classifier("subjects", ["mathematics", "physics"]),
        classifier("directions", ["d1", "d2", "d3"]),
        Classifier(
          code: "addressees", title: "",
          members: [
            Classifier.Member(code: "heads", title: "", properties: ["advised_by": "units"]),
            Classifier.Member(code: "teachers", title: "", properties: ["advised_by": "subjects"]),
            Classifier.Member(code: "department", title: ""),
          ]),
      ],
      indicators: [
        indicator("share", "support", .share, directions[0]),
        indicator("count", "training", .count, directions[1]),
        indicator("goal", "training", .share, directions[2], target: 20),
      ],
      forms: [FormSchema(code: "f", version: 1, title: "", sections: [])], rules: [],
      sentences: sentences, advice: advice, measures: measures, documents: [],
      texts: ["expected_unknown": ["Значение установлено"]])
  }

  static func sentence(_ indicator: IndicatorCode, _ trigger: Trigger, _ text: String) throws
    -> Sentence
  {
    Sentence(
      code: "\(indicator)_\(trigger.rawValue)", indicator: indicator, trigger: trigger,
      text: try TextTemplate(parsing: text), addressees: [], direction: "d1")
  }

  static func advice(
    _ code: String, to addressee: MemberCode, _ section: MemberCode, on triggers: [Trigger],
    indicators: [IndicatorCode] = [], _ text: String = "Текст"
  ) throws -> AdviceTemplate {
    AdviceTemplate(
      code: code, addressee: addressee, section: section, triggers: triggers,
      indicators: indicators, direction: "d1", text: try TextTemplate(parsing: text),
      term: try TextTemplate(parsing: "до 1 июня {{ next_period }} года"))
  }

  static func measure(
    _ code: String, _ direction: MemberCode, on triggers: [Trigger] = [], expected: String = "Есть"
  ) throws -> MeasureTemplate {
    MeasureTemplate(
      code: code, direction: direction, title: try TextTemplate(parsing: "Мера"),
      term: try TextTemplate(parsing: "{{ next_period }} год"), responsible: "Отдел",
      indicator: "share", expected: try TextTemplate(parsing: expected), triggers: triggers)
  }

  private static func classifier(_ code: ClassifierCode, _ members: [MemberCode]) -> Classifier {
    Classifier(
      code: code, title: "",
      members: members.map { Classifier.Member(code: $0, title: $0.rawValue) })
  }

  private static func indicator(
    _ code: IndicatorCode, _ section: MemberCode, _ kind: Indicator.Kind,
    _ direction: Indicator.Direction, target: Int? = nil
  ) -> Indicator {
    let term = Indicator.Term(field: "f", description: "")
    return Indicator(
      code: code, label: code.rawValue, title: "", shortTitle: "", section: section, source: "",
      kind: kind, unit: kind == .share ? "%" : "ед.",
      formulas: [
        Indicator.Formula(
          dimension: nil, numerator: term, denominator: kind == .share ? term : nil)
      ],
      isMunicipalOnly: target != nil, direction: direction,
      target: target.map { Indicator.Target(atLeast: ExactNumber($0), source: "п. 1") },
      method: "", referenceDate: "")
  }
}
