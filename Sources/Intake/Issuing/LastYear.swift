import ExactNumbers
import Monitoring
import Spreadsheets
import Wording

/// What a unit gave a year before, to be shown beside the cells to fill in.
struct LastYear: Sendable {
  /// «2020 год (справочно)»: no heading of a form is like it, so that its values are never taken
  /// for this year's.
  let heading: String
  private let contents: [FormPlaces.Key: NewCell.Content]
  /// Who filled the form in and a telephone, as they were given.
  private let persons: [FieldCode: String]
  /// What there is anything to show of.
  private let shown: Set<FieldCode>

  /// Nothing is known: no column is shown.
  static let unknown = LastYear(heading: "", contents: [:], persons: [:])

  private init(
    heading: String, contents: [FormPlaces.Key: NewCell.Content], persons: [FieldCode: String]
  ) {
    self.heading = heading
    self.contents = contents
    self.persons = persons
    shown = Set(contents.keys.map(\.field))
  }

  /// - Parameter observations: those of `period`; only given values are shown, and of texts only
  ///   those that name persons.
  init(_ observations: [Observation], of period: Period, pack: SystemPack) {
    var contents: [FormPlaces.Key: NewCell.Content] = [:]
    var persons: [FieldCode: String] = [:]
    for observation in observations {
      guard case .given(let value) = observation.state else { continue }
      let key = FormPlaces.Key(observation.key.field, observation.key.breakdown)
      guard let field = pack.field(key.field) else { continue }
      if case .text(let text) = value, field.isPersonal { persons[field.code] = text }
      contents[key] = field.isPersonal ? nil : Self.content(value, field, pack)
    }
    self.init(
      heading: "\(pack.periodKind.label(period)) (справочно)", contents: contents,
      persons: persons)
  }

  /// Nil for what is not shown: texts and days.
  private static func content(
    _ value: Observation.Value, _ field: FormField, _ pack: SystemPack
  ) -> NewCell.Content? {
    switch value {
    case .number(let number): return .number(number)
    case .yesNo(let flag): return YesNo(pack.readings).map { .text($0.word(flag)) }
    case .choice(let code):
      guard case .choice(let dictionary) = field.kind else { return nil }
      return pack.classifier(dictionary)?[code].map { .text($0.title) }
    case .text, .date: return nil
    }
  }

  func content(of key: FormPlaces.Key) -> NewCell.Content? { contents[key] }

  func person(_ field: FieldCode) -> String? { persons[field] }

  /// Whether there is anything to show of a field.
  func shows(_ field: FormField) -> Bool { shown.contains(field.code) }
}

/// The words of a yes/no field, as a form offers them: the first that the pack reads as each.
struct YesNo: Hashable {
  let yes: String
  let no: String

  /// Nil where the pack reads no word as an answer.
  init?(_ readings: Readings) {
    guard let yes = readings.yes.first, let no = readings.no.first else { return nil }
    self.yes = yes
    self.no = no
  }

  var words: [String] { [yes, no] }

  func word(_ flag: Bool) -> String { flag ? yes : no }
}
