import ExactNumbers
import Monitoring
import Testing

@testable import Analysis

/// A pack as small as can be: the one that Tests/Cases/analysis/reckon.py reckons.
enum SmallPack {
  static let root = Unit(
    code: "root", number: 0, names: [.init(full: "Округ", short: "Округ")], level: "municipality")

  static func term(_ field: String) -> Indicator.Term {
    .init(field: FieldCode(rawValue: field), description: field)
  }

  static func indicator(
    _ code: IndicatorCode, _ kind: Indicator.Kind = .share, formulas: [Indicator.Formula],
    isMunicipalOnly: Bool = false, target: ExactNumber? = nil, breaks: [Period] = []
  ) -> Indicator {
    Indicator(
      code: code, label: code.rawValue, title: "", shortTitle: "", section: nil, source: "",
      kind: kind, unit: "%", formulas: formulas, isMunicipalOnly: isMunicipalOnly, direction: .up,
      target: target.map { .init(atLeast: $0, source: "") }, method: "", referenceDate: "",
      breaks: breaks)
  }

  static let share = indicator(
    "share",
    formulas: [
      .init(
        dimension: "subjects", numerator: term("subject_part"), denominator: term("subject_whole")),
      .init(dimension: nil, numerator: term("part"), denominator: term("whole")),
    ])
  static let count = indicator(
    "count", .count,
    formulas: [.init(dimension: nil, numerator: term("pieces"), denominator: nil)])
  static let goal = indicator(
    "goal",
    formulas: [.init(dimension: nil, numerator: term("part"), denominator: term("staff"))],
    isMunicipalOnly: true, target: 20)

  static func pack(
    _ indicators: [Indicator] = [share, count, goal], gapPersons: ExactNumber = 5
  ) throws -> SystemPack {
    SystemPack(
      code: "small", version: 1, title: "",
      regulation: .init(title: "", requisites: "", goal: "", tasks: []),
      periodKind: .calendarYear,
      thresholds: .init(
        sharePoints: 3, persons: 3, countPercent: 10, gapPoints: 30, gapPersons: gapPersons),
      smallCell: 5,
      classifiers: [
        Classifier(
          code: "subjects", title: "",
          members: ["history", "physics", "music"].map { .init(code: $0, title: "") })
      ],
      indicators: indicators,
      forms: [FormSchema(code: "ms-1", version: 1, title: "", sections: [])], rules: [],
      sentences: [], advice: [], measures: [], documents: [], texts: [:])
  }

  static func unit(
    _ code: UnitCode, number: Int = 0, succeeds: [UnitCode] = [], opened: Period? = nil,
    closed: Period? = nil
  ) -> Unit {
    Unit(
      code: code, number: number, names: [.init(full: code.rawValue, short: code.rawValue)],
      level: "school", succeeds: succeeds, opened: opened, closed: closed)
  }
}

func year(_ value: Int) throws -> Period { try #require(Period(year: value)) }

/// Observations written as "unit year field[subject] value", the value a number or a state.
func observations(_ lines: [String]) throws -> [Observation] {
  try lines.map { line in
    let words = line.split(separator: " ").map(String.init)
    let parts = words[2].split(separator: "=").map(String.init)
    let key = Observation.Key(
      unit: UnitCode(rawValue: words[0]), period: try #require(Period(words[1])),
      field: FieldCode(rawValue: parts[0]),
      breakdown: parts.count == 1 ? .whole : Breakdown("subjects", MemberCode(rawValue: parts[1])))
    return Observation(key: key, state: try state(words[3], number: words.last), origin: nil)
  }
}

func state(_ word: String, number: String?) throws -> Observation.State {
  switch word {
  case "missing": return .missing
  case "not_applicable": return .notApplicable
  case "unreadable": return .unreadable
  case "withheld": return .withheld(.number(99))
  case _: return .given(.number(try #require(number.flatMap { ExactNumber($0) })))
  }
}

/// What a register and observations come to.
func reckon(
  _ lines: [String], units: [Unit], pack: SystemPack, years: [Int] = [2020, 2021]
) throws -> ResultSet {
  var aggregator = Aggregator(
    pack: pack, register: UnitRegister(root: SmallPack.root, units: units),
    periods: try years.map { try year($0) })
  for observation in try observations(lines) { aggregator.add(observation) }
  return try aggregator.results()
}

func address(_ text: String) throws -> ValueAddress { try #require(ValueAddress(text)) }
