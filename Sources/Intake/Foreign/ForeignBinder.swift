package import Findings
package import Monitoring
import Spreadsheets

/// Binds workbooks that nobody made for the pack, as its bindings describe them.
///
/// A workbook may have the tables of several bindings: all are read, and what they say of one unit,
/// period and form is one submission. What two of them say of one value counts for neither.
package struct ForeignBinder: Sendable {
  /// What was made of a workbook.
  package struct Reading: Sendable {
    /// One for each unit, period and form; empty when no binding fits.
    package var forms: [FormBinding] = []
    /// What is to be said of the file as a whole.
    package var findings: [Finding] = []
    /// Whether a sheet of some binding is there: then the findings say what is wrong with it.
    package var isNear = false
  }

  private let readers: [ForeignReader]
  /// Periods of the campaign that another pack reads.
  private let elsewhere: Set<Period>
  private let limits: ForeignLimits

  /// - Parameters:
  ///   - periods: those of the campaign that the pack is of; values of other years are not taken.
  ///   - campaign: all periods of the campaign: of its years nothing is said.
  package init(
    pack: SystemPack, register: UnitRegister, periods: [Period], campaign: [Period] = [],
    limits: ForeignLimits = ForeignLimits()
  ) {
    self.limits = limits
    elsewhere = Set(campaign).subtracting(periods)
    let values = ValueReader(classifiers: pack.classifiers, readings: Readings())
    readers = pack.bindings.compactMap { binding in
      guard let schema = pack.forms.first(where: { $0.code == binding.form }) else { return nil }
      return ForeignReader(
        binding: binding, schema: schema,
        vocabulary: ForeignVocabulary(
          binding: binding, periods: pack.periodKind, classifiers: pack.classifiers,
          register: register),
        values: values, periods: periods.sorted(), elsewhere: Set(campaign).subtracting(periods),
        limits: limits)
    }
  }

  package func read(_ file: FormFile) -> Reading {
    guard !readers.isEmpty else { return Reading() }
    var reading = Reading()
    var outside: Set<Period> = []
    var titles: [String] = []
    var unsaid = 0
    var merged = ForeignMerge()
    for reader in readers {
      let outcome = reader.read(file)
      reading.isNear = reading.isNear || outcome.isNear
      reading.findings += outcome.findings
      unsaid += outcome.unsaid
      outside.formUnion(outcome.outside.subtracting(elsewhere))
      if !outcome.forms.isEmpty { titles.append(reader.binding.title) }
      merged.add(outcome.forms)
    }
    reading.forms = merged.forms
    if reading.forms.isEmpty {
      reading.findings += nothing(outside, isNear: reading.isNear, file)
    } else {
      reading.findings.insert(what(titles, reading.forms, file), at: 0)
      if !outside.isEmpty { reading.findings.append(left(outside, file)) }
    }
    reading.findings = limits.bounded(
      reading.findings, unsaid: unsaid, key: FindingKey(), origin: file.origin)
    return reading
  }

  private func what(_ titles: [String], _ forms: [FormBinding], _ file: FormFile) -> Finding {
    let periods = Set(forms.compactMap(\.form?.period)).sorted()
    return Finding(
      code: "foreign.read", severity: .notice,
      arguments: [
        "bindings": .list(titles.shortened(limits.names)),
        "units": .count(Set(forms.compactMap(\.form?.unit)).count),
        "periods": .list(periods.map(\.description).shortened(limits.names)),
      ], origins: [file.origin])
  }

  private func left(_ outside: Set<Period>, _ file: FormFile) -> Finding {
    Finding(
      code: "foreign.period-outside", severity: .notice,
      arguments: ["periods": .list(outside.sorted().map(\.description).shortened(limits.names))],
      origins: [file.origin])
  }

  /// Why nothing was read, where no sheet says it.
  private func nothing(_ outside: Set<Period>, isNear: Bool, _ file: FormFile) -> [Finding] {
    if !outside.isEmpty { return [left(outside, file)] }
    guard !isNear else { return [] }
    return [
      Finding(
        code: "foreign.not-recognised", severity: .error,
        arguments: ["candidates": .list(readers.map(\.binding.title).shortened(limits.names))],
        origins: [file.origin])
    ]
  }
}

/// Puts together what several bindings say of one unit, period and form.
private struct ForeignMerge {
  private(set) var forms: [FormBinding] = []
  private var positions: [BoundForm: Int] = [:]

  mutating func add(_ more: [FormBinding]) {
    for binding in more {
      guard let form = binding.form else { continue }
      if let position = positions[form] {
        join(binding, at: position)
      } else {
        positions[form] = forms.count
        forms.append(binding)
      }
    }
  }

  private mutating func join(_ binding: FormBinding, at position: Int) {
    forms[position].findings += binding.findings
    let places = Dictionary(
      forms[position].observations.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { first, _ in first })
    for observation in binding.observations {
      guard let place = places[observation.key] else {
        forms[position].observations.append(observation)
        continue
      }
      let earlier = forms[position].observations[place]
      forms[position].observations[place].state = .unreadable
      forms[position].findings.append(twice(earlier, observation, form: binding.form))
    }
  }

  private func twice(_ a: Observation, _ b: Observation, form: BoundForm?) -> Finding {
    Finding(
      code: "foreign.bindings-overlap", severity: .error,
      key: FindingKey(
        unit: a.key.unit.rawValue, period: a.key.period.description,
        form: form?.form.rawValue ?? "", field: a.key.field.rawValue,
        breakdown: a.key.breakdown.description),
      arguments: ["field": .text(a.key.field.rawValue)],
      origins: [a.origin, b.origin].compactMap { $0 })
  }
}
