import ExactNumbers
import Expressions
import Findings
import Foundation
import Monitoring
import Spreadsheets
import TestSupport
import Wording

@testable import Intake

/// What a test types into a cell.
enum Typed: Hashable {
  case blank
  case number(ExactNumber)
  case text(String)

  var content: NewCell.Content {
    switch self {
    case .blank: .empty
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    }
  }

  var cell: GridCell? {
    switch self {
    case .blank: nil
    case .number(let number): GridCell(.number(number), rawText: number.description)
    case .text(let text): GridCell(.text(text), rawText: text)
    }
  }
}

/// A form with a sheet a section, laid out as plainly as can be: a value in each place.
struct CheckedForm {
  let rules: [Rule]
  let schema: FormSchema
  let classifiers: [Classifier]
  let readings: Readings
  let unit = Unit(
    code: "school-07", number: 7, names: [.init(full: "Ш", short: "Ш")], level: "school",
    type: "СОШ")
  let index: FormFields
  let keys: [FormPlaces.Key]

  init(rules: [Rule], schema: FormSchema, classifiers: [Classifier], readings: Readings) {
    self.rules = rules
    self.readings = readings
    self.schema = schema
    self.classifiers = classifiers
    let index = FormFields(schemas: [schema], classifiers: classifiers)
    self.index = index
    keys = schema.sections.flatMap { section in
      section.fields.filter { !$0.isIdentity }.flatMap { field in
        Self.rows(of: section, index).map { FormPlaces.Key(field.code, $0) }
      }
    }
  }

  private static func rows(of section: FormSection, _ index: FormFields) -> [Breakdown] {
    switch section.layout {
    case .list: [.whole]
    case .table(let dimension): index.members(of: dimension)
    case .records: []
    }
  }

  /// The numeric places of the form.
  var numbers: [FormPlaces.Key] { keys.filter { index.field($0.field)?.isNumeric == true } }

  /// This year's values stand in the odd columns, last year's to the right of them.
  private func address(_ key: FormPlaces.Key) -> CellAddress? {
    guard let section = index.section(of: key.field),
      let column = section.fields.firstIndex(where: { $0.code == key.field }),
      let row = Self.rows(of: section, index).firstIndex(of: key.breakdown)
    else { return nil }
    return CellAddress(row: row + 3, column: 2 * column + 1)
  }

  func places(hasPrevious: Bool) -> FormPlaces {
    var places = FormPlaces()
    for key in keys {
      guard let address = address(key), let section = index.section(of: key.field) else { continue }
      places.current[key] = NewReference(sheet: section.sheet, address)
      guard hasPrevious else { continue }
      places.previous[key] = NewReference(
        sheet: section.sheet, CellAddress(row: address.row, column: address.column + 1))
    }
    return places
  }

  func sheets(_ values: FormValues) -> [NewSheet] {
    schema.sections.map { section in
      var cells: [CellAddress: NewCell] = [:]
      for key in keys where index.section(of: key.field)?.code == section.code {
        guard let address = address(key) else { continue }
        cells[address] = NewCell((values.current[key] ?? .blank).content)
        guard let last = values.previous?[key] else { continue }
        cells[CellAddress(row: address.row, column: address.column + 1)] = NewCell(.number(last))
      }
      return NewSheet(name: section.sheet, rows: Self.rows(cells))
    }
  }

  private static func rows(_ cells: [CellAddress: NewCell]) -> [NewSheet.Row] {
    let (last, width) = (cells.keys.map(\.row).max() ?? 1, cells.keys.map(\.column).max() ?? 1)
    return (1...last).map { row in
      .init(
        cells: (1...width).map { cells[CellAddress(row: row, column: $0)] ?? NewCell() })
    }
  }

  func sheet(hasPrevious: Bool) -> CheckSheet {
    CheckSheet(
      rules: rules, forms: [schema], form: schema, classifiers: classifiers,
      readings: readings, places: places(hasPrevious: hasPrevious), unitType: unit.type)
  }

  /// What `collect` makes of the values.
  func observations(_ values: FormValues, year: Int) -> [Observation] {
    let reader = ValueReader(classifiers: classifiers, readings: readings)
    guard let period = Period(year: year) else { return [] }
    return keys.compactMap { key in
      guard let field = index.field(key.field) else { return nil }
      return Observation(
        key: .init(
          unit: unit.code, period: period, field: key.field, breakdown: key.breakdown),
        state: reader.read(values.current[key]?.cell, as: field).state, origin: nil)
    }
  }

  /// What `collect` says of all rules.
  func outcome(_ values: FormValues) -> RuleOutcome {
    guard let period = Period(year: 2021) else { return RuleOutcome() }
    let previous = values.previous.map { numbers in
      observations(FormValues(current: numbers.mapValues { .number($0) }), year: 2020)
    }
    return RuleRunner(rules: rules, schemas: [schema], classifiers: classifiers).run(
      unit: unit, period: period, current: observations(values, year: 2021),
      previous: previous ?? [])
  }
}

/// What a test types into a form.
struct FormValues {
  var current: [FormPlaces.Key: Typed]
  /// Nil: there is no last year.
  var previous: [FormPlaces.Key: ExactNumber]?

  init(current: [FormPlaces.Key: Typed], previous: [FormPlaces.Key: ExactNumber]? = nil) {
    self.current = current
    self.previous = previous
  }
}

/// The results of formulas by sheet and place, from wherever they were reckoned.
struct CheckResults {
  var values: [String: [CellAddress: FormulaValue]] = [:]

  init() {}

  /// Those that stand in the sheets as they are written.
  init(_ sheets: [NewSheet]) {
    for sheet in sheets {
      for (row, line) in sheet.rows.enumerated() {
        for (column, cell) in line.cells.enumerated() {
          let address = CellAddress(row: row + 1, column: column + 1)
          values[sheet.name, default: [:]][address] = Self.value(cell)
        }
      }
    }
  }

  private static func value(_ cell: NewCell) -> FormulaValue {
    guard case .formula(_, let shown) = cell.content else { return FormulaValue(cell) }
    switch shown {
    case .text(let text): return .text(text)
    case .number(let number): return Double(number.description).map { .number($0) } ?? .error
    case .flag(let flag): return .flag(flag)
    }
  }

  func value(_ sheet: String, _ row: Int, _ column: Int) -> FormulaValue {
    values[sheet]?[CellAddress(row: row, column: column)] ?? .blank
  }

  /// How often a mark stands in rows of the hidden sheet.
  func count(_ column: CheckCalculation.PlaceColumn, _ rows: ClosedRange<Int>) -> Int {
    rows.count { value(CheckCells.sheet, $0, column.rawValue) == .number(1) }
  }

  func messages(_ rows: ClosedRange<Int>) -> [String] {
    rows.compactMap {
      guard
        case .text(let text) = value(
          CheckCells.sheet, $0, CheckCalculation.PlaceColumn.message.rawValue)
      else { return nil }
      return text.isEmpty ? nil : text
    }
  }
}

/// What one rule of a sheet said in one form.
struct CheckVerdicts {
  var kept: Set<FindingCode> = []
  var broken: Set<FindingCode> = []
}

extension CheckedForm {
  /// Where results and `collect` differ on these values, in words. Notes which rules held and
  /// which did not.
  func differences(
    _ sheet: CheckSheet, _ results: CheckResults, _ values: FormValues,
    _ verdicts: inout CheckVerdicts
  ) -> [String] {
    let outcome = outcome(values)
    let wording = RuleWording(rules: rules)
    var told: [String] = []
    for (rule, rows) in sheet.rules {
      let faults = results.count(.fault, rows)
      let findings = outcome.findings.filter { $0.code == rule.code }
      if faults > 0 { verdicts.broken.insert(rule.code) }
      if faults < results.count(.known, rows) { verdicts.kept.insert(rule.code) }
      let words = findings.compactMap { wording.words(for: $0, language: .ru)?.headline }
      let shown = results.messages(rows)
      if faults != findings.count { told.append("\(rule.code): \(faults), not \(findings.count)") }
      if words.map(Self.plain) != shown.map(Self.plain) {
        told.append("\(rule.code): «\(shown)», not «\(words)»")
      }
    }
    let known = sheet.rules.reduce(0) { $0 + results.count(.known, $1.rows) }
    if known != outcome.evaluated { told.append("\(known) known, not \(outcome.evaluated)") }
    return told
  }

  /// Zeros that a person typed after the decimal mark are not shown on the sheet.
  private static func plain(_ text: String) -> String {
    text.replacing(/(,\d*?)0+(?!\d)/) { $0.1 }.replacing(/,(?!\d)/, with: "")
  }
}
