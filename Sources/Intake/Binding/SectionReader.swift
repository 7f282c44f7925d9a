import ExactNumbers
import Findings
import Monitoring

/// Reads the cells of a section as values.
struct SectionReader {
  let values: ValueReader
  let place: SectionSheet

  struct Item {
    var field: FormField
    var breakdown: Breakdown
    var state: Observation.State
    var origin: Origin?
  }

  struct Items {
    var items: [Item] = []
    var findings: [Finding] = []
  }

  private var sheet: Grid { place.sheet }

  func read(_ slots: [SectionCells.Slot]) -> Items {
    let cells = slots.compactMap(\.place)
    let own = Set(cells)
    // A merge over the cells of several values shows one and hides the others: none is certain.
    let shared = Dictionary(grouping: own, by: sheet.anchor(of:)).filter { $0.value.count > 1 }
      .mapValues { $0.sorted() }
    var items = Items()
    for row in rows(of: slots) { read(row, shared, &items) }
    for anchor in shared.keys.sorted() {
      guard let hidden = shared[anchor] else { continue }
      let slot = slots.first { $0.place == hidden[0] }
      items.findings.append(
        place.finding(
          "cell.merged", .error, slot?.field, slot?.breakdown ?? .whole, hidden,
          ["label": .text(slot.map(label) ?? ""), "value": .text(shown(anchor, slot))]))
    }
    return items
  }

  /// The slots of each row; in a list each is a row of its own.
  private func rows(of slots: [SectionCells.Slot]) -> [[SectionCells.Slot]] {
    var rows: [[SectionCells.Slot]] = []
    for slot in slots {
      if slot.breakdown != .whole, rows.last?.first?.breakdown == slot.breakdown {
        rows[rows.count - 1].append(slot)
      } else {
        rows.append([slot])
      }
    }
    return rows
  }

  private func read(
    _ row: [SectionCells.Slot], _ shared: [GridPlace: [GridPlace]], _ items: inout Items
  ) {
    var empty: [SectionCells.Slot] = []
    var states: [Observation.State] = []
    for slot in row {
      let item = item(slot, shared, &items.findings)
      states.append(item.state)
      if item.state == .missing, slot.place != nil, isRequired(slot.field) { empty.append(slot) }
      items.items.append(item)
    }
    // The first column of a table is the whole: where it is nobody, the rest may stay empty.
    if row.count > 1, states.first?.isZero == true { return }
    items.findings += remarks(onEmpty: empty, of: row)
  }

  private func isRequired(_ field: FormField) -> Bool {
    field.isRequired && !place.section.isOptional
  }

  private func item(
    _ slot: SectionCells.Slot, _ shared: [GridPlace: [GridPlace]], _ findings: inout [Finding]
  ) -> Item {
    guard let cell = slot.place else {
      return Item(field: slot.field, breakdown: slot.breakdown, state: .missing, origin: nil)
    }
    let anchor = sheet.anchor(of: cell)
    let origin = place.file.origin(
      of: shared[anchor] == nil ? anchor : cell, on: sheet, isPersonal: slot.field.isPersonal)
    var item = Item(
      field: slot.field, breakdown: slot.breakdown, state: .unreadable, origin: origin)
    // Said once for all cells of the merge, by the caller.
    if shared[anchor] != nil { return item }
    if anchor != cell, isLabel(anchor, over: slot) {
      findings.append(finding("cell.merged", slot, cell, ["value": .text(shown(anchor, slot))]))
      return item
    }
    let reading = values.read(sheet[anchor], as: slot.field)
    item.state = reading.state
    if let remark = reading.remark {
      findings.append(finding(remark.code, slot, anchor, remark.arguments))
    }
    return item
  }

  /// Whether a merge that begins with words covers the cell of a number.
  private func isLabel(_ anchor: GridPlace, over slot: SectionCells.Slot) -> Bool {
    guard sheet[anchor]?.text != nil else { return false }
    switch slot.field.kind {
    case .count, .percent, .number, .date, .yesNo, .choice: return true
    case .text, .identity: return false
    }
  }

  private func finding(
    _ code: FindingCode, _ slot: SectionCells.Slot, _ cell: GridPlace,
    _ arguments: [String: FindingValue]
  ) -> Finding {
    var arguments = arguments
    if slot.field.isPersonal { arguments["value"] = nil }
    arguments["label"] = .text(label(slot))
    return Finding(
      code: code, severity: FindingCatalogue[code]?.severity ?? .error,
      key: FindingKey(
        field: slot.field.code.rawValue, breakdown: slot.breakdown.description),
      arguments: arguments,
      origins: [place.file.origin(of: cell, on: sheet, isPersonal: slot.field.isPersonal)])
  }

  /// One finding for a row that is empty as a whole, else one a cell.
  private func remarks(
    onEmpty empty: [SectionCells.Slot], of row: [SectionCells.Slot]
  ) -> [Finding] {
    let required = row.filter { isRequired($0.field) && $0.place != nil }
    guard empty.count == required.count, empty.count > 1, let first = empty.first else {
      return empty.compactMap { slot in
        slot.place.map { finding("cell.missing", slot, $0, [:]) }
      }
    }
    return [
      place.finding(
        "cell.row-empty", .warning, first.field, first.breakdown, empty.compactMap(\.place),
        ["row": .text(first.row)])
    ]
  }

  /// «Математика: Прошли диагностику», or the field's label alone.
  private func label(_ slot: SectionCells.Slot) -> String {
    slot.row.isEmpty ? slot.field.label : "\(slot.row): \(slot.field.label)"
  }

  private func shown(_ anchor: GridPlace, _ slot: SectionCells.Slot?) -> String {
    slot?.field.isPersonal == true ? "" : sheet[anchor]?.rawText ?? ""
  }
}

extension Observation.State {
  fileprivate var isZero: Bool {
    if case .given(.number(let number)) = self { return number.isZero }
    return false
  }
}
