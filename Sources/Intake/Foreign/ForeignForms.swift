import ExactNumbers
import Findings
import Monitoring

/// Makes forms of the cells that a binding's tables have, one for each unit and period, and
/// compares published sums.
struct ForeignForms {
  private let reader: ForeignReader
  private let file: FormFile
  private let cells: ForeignCells
  private var fields: ForeignFields
  private(set) var findings: [Finding] = []

  private var binding: ForeignBinding { reader.binding }

  init(reader: ForeignReader, file: FormFile, cells: ForeignCells) {
    self.reader = reader
    self.file = file
    self.cells = cells
    fields = ForeignFields(
      binding: reader.binding, schema: reader.schema, cells: cells.cells,
      values: ForeignValues(file: file, vocabulary: reader.vocabulary, values: reader.values))
  }

  mutating func forms() -> [FormBinding] {
    var forms: [FormBinding] = []
    for period in reader.periods {
      let slots = cells.cells.keys.filter { $0.period == period }
      guard !slots.isEmpty else { continue }
      let present = Set(slots.map(\.owner))
      let units = reader.vocabulary.units.order.filter { present.contains(.unit($0)) }
      let seen = Set(slots.map(\.member))
      let members: [MemberCode?] =
        binding.member == nil ? [nil] : reader.vocabulary.memberOrder.filter(seen.contains)
      let entries = reader.vocabulary.fields.filter { $0.entry.span.contains(period) }
      lack(of: entries, among: Set(slots.map(\.part)), period)
      forms += table(period, units, members, entries, totals: present)
    }
    let said = Dictionary(grouping: fields.findings) { [$0.key.unit, $0.key.period] }
    findings += fields.findings.filter { $0.key.unit.isEmpty }
    return forms.map { withFindings($0, said) }
  }

  /// Labels that the tables of a period have nowhere.
  private mutating func lack(
    of entries: [ForeignVocabulary.Field], among parts: Set<ForeignText.Key>, _ period: Period
  ) {
    let missing = entries.flatMap { entry in
      zip(entry.parts, entry.entry.parts).filter { parts.isDisjoint(with: $0.0) }
        .compactMap(\.1.first)
    }
    guard !missing.isEmpty else { return }
    var labels: [String] = []
    for label in missing where !labels.contains(label) { labels.append(label) }
    let sheets = Set(
      cells.cells.filter { $0.key.period == period }.flatMap { $0.value.map(\.sheet) })
    findings.append(
      Finding(
        code: "foreign.label-missing", severity: .error,
        key: FindingKey(period: period.description, form: binding.form.rawValue),
        arguments: [
          "binding": .text(binding.title), "period": .text(period.description),
          "labels": .list(labels.shortened(reader.limits.names)),
        ], origins: sheets.sorted().map { file.origin(of: file.sheets[$0]) }))
  }

  private mutating func table(
    _ period: Period, _ units: [UnitCode], _ members: [MemberCode?],
    _ entries: [ForeignVocabulary.Field], totals: Set<ForeignSlot.Owner>
  ) -> [FormBinding] {
    var observations: [UnitCode: [Observation]] = [:]
    for entry in entries {
      guard let field = reader.schema.field(entry.entry.field) else { continue }
      var sums: [MemberCode?: ExactNumber] = [:]
      for member in members {
        var summed: [Observation.State] = []
        for unit in units {
          let value = fields.value(of: entry, .unit(unit), period, member)
          let state = value?.state ?? .missing
          summed.append(state)
          observations[unit, default: []].append(
            Observation(
              key: Observation.Key(
                unit: unit, period: period, field: field.code,
                breakdown: fields.breakdown(member)),
              state: state, origin: value?.origin))
        }
        sums[member] = Self.sum(of: summed)
      }
      compare(totals, entry, field, period, members, sums)
    }
    return units.map { unit in
      FormBinding(
        form: BoundForm(
          unit: unit, period: period, form: reader.schema.code, version: reader.schema.version),
        observations: observations[unit] ?? [], findings: [])
    }
  }

  /// Nil where a number is not known; a unit to which the field does not apply adds nothing.
  private static func sum(of states: [Observation.State]) -> ExactNumber? {
    let applying = states.filter { $0 != .notApplicable }
    let numbers = applying.compactMap(\.number)
    return numbers.count == applying.count ? ExactNumber.sum(of: numbers) : nil
  }

  private mutating func compare(
    _ owners: Set<ForeignSlot.Owner>, _ entry: ForeignVocabulary.Field, _ field: FormField,
    _ period: Period, _ members: [MemberCode?], _ sums: [MemberCode?: ExactNumber]
  ) {
    guard let totals = binding.totals, field.kind == .count || field.kind == .number else { return }
    let comparison = ForeignTotals(binding: binding, totals: totals)
    for key in totals.labels.map(reader.vocabulary.text.key) where owners.contains(.total(key)) {
      let pairs = members.compactMap { member in
        fields.value(of: entry, .total(key), period, member).map {
          ForeignTotals.Pair(published: $0, sum: sums[member])
        }
      }
      findings += comparison.findings(
        pairs, of: field, name: cells.totalNames[key] ?? "", period: period)
    }
  }

  /// - Parameter said: what was found of single cells, by unit and period.
  private func withFindings(_ binding: FormBinding, _ said: [[String]: [Finding]]) -> FormBinding {
    guard let form = binding.form else { return binding }
    var binding = binding
    let key = ForeignGap.key(.unit(form.unit), form.period, form.form)
    if !reader.vocabulary.units.exists(form.unit, in: form.period) {
      binding.findings.append(
        Finding(
          code: "form.unit-closed", severity: .warning, key: key,
          arguments: [
            "unit": .text(reader.vocabulary.units.shown(form.unit, in: form.period)),
            "period": .text(form.period.description),
          ], origins: [file.origin]))
    }
    binding.findings += gaps(.unit(form.unit), form.period, key)
    binding.findings += said[[key.unit, key.period]] ?? []
    binding.findings = reader.limits.bounded(binding.findings, key: key, origin: file.origin)
    return binding
  }

  private func gaps(
    _ owner: ForeignSlot.Owner, _ period: Period, _ key: FindingKey
  ) -> [Finding] {
    let kinds: [(gap: ForeignGap, code: FindingCode, severity: Severity)] = [
      (.twice(owner, period), "foreign.value-twice", .error),
      (.empty(owner, period), "foreign.cell-empty", .warning),
      (.suppressed(owner, period), "foreign.suppressed", .notice),
    ]
    return kinds.compactMap { kind in
      guard let found = fields.gaps[kind.gap] else { return nil }
      let places = Set(found).sorted()
      return Finding(
        code: kind.code, severity: kind.severity, key: key,
        arguments: [
          "binding": .text(binding.title), "count": .count(places.count),
          "unit": .text(reader.vocabulary.units.shown(UnitCode(rawValue: key.unit), in: period)),
        ], origins: places.prefix(reader.limits.names).map { fields.values.origin($0) })
    }
  }
}
