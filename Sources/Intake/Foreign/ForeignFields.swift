import ExactNumbers
import Findings
import Monitoring

/// Makes the fields of a form from the cells of a foreign table: reads each cell once, sums parts.
struct ForeignFields {
  let binding: ForeignBinding
  let schema: FormSchema
  let cells: [ForeignSlot: [ForeignCell]]
  let values: ForeignValues
  private(set) var findings: [Finding] = []
  /// What a cell comes to as one field: the same cell may be a count of one and a share of another.
  private var read: [FieldSlot: ForeignValues.Read] = [:]
  /// What was not told of single cells, by whom it concerns.
  private(set) var gaps: [ForeignGap: [ForeignCell]] = [:]

  init(
    binding: ForeignBinding, schema: FormSchema, cells: [ForeignSlot: [ForeignCell]],
    values: ForeignValues
  ) {
    self.binding = binding
    self.schema = schema
    self.cells = cells
    self.values = values
  }

  private struct FieldSlot: Hashable {
    var slot: ForeignSlot
    var field: FieldCode
  }

  /// A value of a field, with the cells that it comes from.
  struct Value {
    var state: Observation.State
    var origin: Origin?
  }

  /// Nil where the table has nothing at all of the field.
  mutating func value(
    of known: ForeignVocabulary.Field, _ owner: ForeignSlot.Owner, _ period: Period,
    _ member: MemberCode?
  ) -> Value? {
    guard let field = schema.field(known.entry.field) else { return nil }
    var found: [ForeignCell] = []
    var states: [Observation.State] = []
    for keys in known.parts {
      let slots = keys.map {
        ForeignSlot(owner: owner, period: period, member: member, part: $0)
      }.filter { cells[$0] != nil }
      let places = slots.flatMap { cells[$0] ?? [] }.sorted()
      found += places
      guard let slot = slots.first, places.count == 1 else {
        states.append(places.isEmpty ? .missing : .unreadable)
        if places.count > 1 { gaps[.twice(owner, period), default: []] += places }
        continue
      }
      states.append(state(of: slot, field))
    }
    guard !found.isEmpty else { return nil }
    return Value(state: sum(states, field), origin: values.origin(found))
  }

  private mutating func state(of slot: ForeignSlot, _ field: FormField) -> Observation.State {
    let place = FieldSlot(slot: slot, field: field.code)
    if let known = read[place] { return known.state }
    guard let cell = cells[slot]?.first else { return .missing }
    let one = values.read(cell, as: field)
    read[place] = one
    if one.isEmpty { gaps[.empty(slot.owner, slot.period), default: []].append(cell) }
    if one.isSuppressed { gaps[.suppressed(slot.owner, slot.period), default: []].append(cell) }
    if let remark = one.remark { say(remark, of: slot, field, cell) }
    return one.state
  }

  private mutating func say(
    _ remark: Reading.Remark, of slot: ForeignSlot, _ field: FormField, _ cell: ForeignCell
  ) {
    var arguments = remark.arguments
    arguments["label"] = .text(field.label)
    var key = ForeignGap.key(slot.owner, slot.period, schema.code)
    key.field = field.code.rawValue
    key.breakdown = breakdown(slot.member).description
    findings.append(
      Finding(
        code: remark.code, severity: FindingCatalogue[remark.code]?.severity ?? .error, key: key,
        arguments: arguments, origins: [values.origin(cell)]))
  }

  func breakdown(_ member: MemberCode?) -> Breakdown {
    guard let member, let dimension = binding.member?.dimension else { return .whole }
    return Breakdown(dimension, member)
  }

  /// A sum needs all of its parts.
  private func sum(_ states: [Observation.State], _ field: FormField) -> Observation.State {
    guard states.count > 1 else { return states.first ?? .missing }
    if states.contains(.unreadable) { return .unreadable }
    if states.allSatisfy({ $0 == .notApplicable }) { return .notApplicable }
    let numbers = states.compactMap(\.number)
    guard numbers.count == states.count else { return .missing }
    return ExactNumber.sum(of: numbers).map { .given(.number($0)) } ?? .unreadable
  }
}

extension Observation.State {
  var number: ExactNumber? {
    if case .given(.number(let number)) = self { return number }
    return nil
  }
}

extension ForeignCell: Comparable {
  static func < (a: ForeignCell, b: ForeignCell) -> Bool {
    (a.sheet, a.place) < (b.sheet, b.place)
  }
}

/// What several cells of one unit have in common, said once.
enum ForeignGap: Hashable {
  case empty(ForeignSlot.Owner, Period)
  case suppressed(ForeignSlot.Owner, Period)
  /// Several cells say the same of one unit: none counts.
  case twice(ForeignSlot.Owner, Period)

  static func key(_ owner: ForeignSlot.Owner, _ period: Period, _ form: FormCode) -> FindingKey {
    var key = FindingKey(period: period.description, form: form.rawValue)
    if case .unit(let unit) = owner { key.unit = unit.rawValue }
    return key
  }
}
