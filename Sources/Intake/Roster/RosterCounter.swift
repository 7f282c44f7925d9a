import Expressions
import Findings
import Monitoring
import Spreadsheets
import Wording

/// Counts the persons of a roster in one pass: a row is read, counted and forgotten.
struct RosterCounter: Sendable {
  struct Value {
    var field: FieldCode
    var breakdown: Breakdown
    var state: Observation.State
  }

  struct Outcome {
    /// In the order of the form.
    var values: [Value] = []
    var findings: [Finding] = []
  }

  private let roster: Roster
  private let form: FormSchema
  private let cells: RosterCells
  private let dictionaries: [ClassifierCode: [Classifier.Member]]

  init(roster: Roster, form: FormSchema, classifiers: [Classifier], readings: Readings) {
    self.roster = roster
    self.form = form
    cells = RosterCells(classifiers: classifiers, readings: readings)
    dictionaries = Dictionary(
      classifiers.map { ($0.code, $0.members) }, uniquingKeysWith: { first, _ in first })
  }

  func count(_ place: RosterPlace, of file: FormFile, on day: CalendarDate) -> Outcome {
    let rows = RosterRows(of: place)
    let words = RosterWords(roster: roster, form: form, place: place, file: file)
    var tally = RosterTally(roster.counts)
    var seen = SeenPersons()
    for row in rows.persons {
      let places = place.columns.mapValues { CellAddress(row: row, column: $0) }
      let read = self.read(places, on: place.sheet)
      tally.add(
        RosterRow(read.mapValues(\.value), on: day, ages: roster.ages), cells: read,
        places: places)
      seen.note(roster.samePerson.map { read[$0]?.value ?? .missing }, row: row)
    }
    if !rows.merged.isEmpty { tally.withholdAll() }
    var outcome = Outcome()
    outcome.values = values(of: tally, isEmpty: rows.persons.isEmpty)
    outcome.findings = words.findings(tally, rows) + seen.repeated.map(words.samePerson)
    return outcome
  }

  /// Whether a word of a person's name stands in the file's path or the sheet's name.
  func namesPerson(_ place: RosterPlace, of file: FormFile) -> Bool {
    let known = Set(
      LabelWords.words(of: file.path) + LabelWords.words(of: place.sheet.name)
    ).filter { $0.count >= Self.leastName }
    let columns = roster.columns.filter(\.isName).compactMap { place.columns[$0.code] }
    guard !known.isEmpty else { return false }
    return RosterRows(of: place).persons.contains { row in
      columns.contains { column in
        let text = place.sheet[CellAddress(row: row, column: column)]?.text ?? ""
        return LabelWords.words(of: text).contains(where: known.contains)
      }
    }
  }

  /// Letters of the shortest word that is taken for a name: «Ли» is in half of all words.
  private static let leastName = 3

  /// A column that was not found is missing in every row.
  private func read(
    _ places: [ColumnCode: CellAddress], on sheet: Grid
  ) -> [ColumnCode: RosterCell] {
    var read: [ColumnCode: RosterCell] = [:]
    for column in roster.columns {
      read[column.code] = places[column.code].map { cells.read(sheet[$0], as: column) } ?? .missing
    }
    return read
  }

  private func values(of tally: RosterTally, isEmpty: Bool) -> [Value] {
    form.sections.filter(\.isCounted).flatMap { section in
      breakdowns(of: section).flatMap { breakdown in
        section.fields.compactMap { field -> Value? in
          guard let index = roster.counts.firstIndex(where: { $0.field == field.code }) else {
            return nil
          }
          let state = tally.state(index, breakdown.parts.first?.member)
          return Value(
            field: field.code, breakdown: breakdown, state: isEmpty ? .missing : state)
        }
      }
    }
  }

  private func breakdowns(of section: FormSection) -> [Breakdown] {
    switch section.layout {
    case .list, .records: [.whole]
    case .table(let dimension):
      (dictionaries[dimension] ?? []).map { Breakdown(dimension, $0.code) }
    }
  }
}

/// Persons by a hash of what tells them apart: their names are not held.
private struct SeenPersons {
  private var rows: [Int: [Int]] = [:]

  mutating func note(_ values: [ExpressionValue], row: Int) {
    guard !values.isEmpty, !values.contains(.missing) else { return }
    var hasher = Hasher()
    for value in values {
      if case .text(let text) = value {
        hasher.combine(Label(text).tight)
      } else {
        hasher.combine(value)
      }
    }
    rows[hasher.finalize(), default: []].append(row)
  }

  /// The rows of each person who stands there more than once.
  var repeated: [[Int]] {
    rows.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
