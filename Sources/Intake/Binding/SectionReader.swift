import ExactNumbers
import Findings
import Monitoring
import Wording
import Spreadsheets

/// Reads the cells of a section as values.
struct SectionReader {
  let values: ValueReader
  let place: SectionSheet

  struct Item {
    var slot: SectionCells.Slot
    var state: Observation.State
    var origin: Origin?
  }

  struct Items {
    var items: [Item] = []
    var findings: [Finding] = []
  }

  private var sheet: Grid { place.sheet }

  func read(_ slots: [SectionCells.Slot]) -> Items {
    // Merging keeps the first value and hides the rest: the first cell is read, the others are
    // asked for.
    let cells = slots.compactMap(\.place)
    let merged = cells.filter { sheet.anchor(of: $0) != $0 }
    let own: Set<CellAddress> = merged.isEmpty ? [] : Set(cells)
    let hidden = Set(merged.filter { own.contains(sheet.anchor(of: $0)) })
    var items = Items()
    for row in rows(of: slots) { read(row, hidden, &items) }
    let required = zip(slots, items.items).filter { isRequired($0.0.field) && $0.0.place != nil }
    guard required.count > 1, required.allSatisfy({ $0.1.state == .missing }) else { return items }
    // Dozens of empty cells are one thing to say: the section was not filled in.
    items.findings.removeAll { $0.code == "cell.missing" || $0.code == "cell.row-empty" }
    items.findings.append(
      place.finding(
        "form.section-empty", .error, nil, .whole, [],
        ["section": .text(place.section.sheet), "sheet": .text(sheet.name)]))
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
    _ row: [SectionCells.Slot], _ hidden: Set<CellAddress>, _ items: inout Items
  ) {
    var empty: [SectionCells.Slot] = []
    var states: [Observation.State] = []
    for slot in row {
      let said = items.findings.count
      let item = item(slot, hidden, &items.findings)
      states.append(item.state)
      // Of a word that says that nothing is known, that was said already.
      if item.state == .missing, slot.place != nil, isRequired(slot.field),
        items.findings.count == said
      {
        empty.append(slot)
      }
      items.items.append(item)
    }
    // The first column of a table is the whole: where it is nobody, the rest may stay empty; and
    // where that column was not found, nobody can tell.
    if row.count > 1, states.first?.isZero == true || row.first?.place == nil { return }
    items.findings += remarks(onEmpty: empty, of: row)
  }

  private func isRequired(_ field: FormField) -> Bool {
    field.isRequired && !place.section.isOptional
  }

  private func item(
    _ slot: SectionCells.Slot, _ hidden: Set<CellAddress>, _ findings: inout [Finding]
  ) -> Item {
    guard let cell = slot.place else {
      return Item(slot: slot, state: .missing, origin: nil)
    }
    let anchor = sheet.anchor(of: cell)
    let origin = place.file.origin(
      of: hidden.contains(cell) ? cell : anchor, on: sheet, isPersonal: slot.field.isPersonal)
    var item = Item(slot: slot, state: .unreadable, origin: origin)
    if hidden.contains(cell) || (anchor != cell && isLabel(anchor, over: slot)) {
      let value = sheet[cell]?.rawText ?? ""
      findings.append(
        finding(
          "cell.merged", slot, cell,
          [
            "value": .text(value.isEmpty ? Mark.dash : value),
            "anchor": .text(anchor.description),
          ]))
      return item
    }
    let reading = values.read(sheet[anchor], as: slot.field)
    item.state = reading.state
    if let remark = reading.remark {
      var finding = finding(remark.code, slot, anchor, remark.arguments)
      // What is lacking where nothing need stand is no fault.
      if reading.state == .missing, !isRequired(slot.field) { finding.severity = .notice }
      findings.append(finding)
    }
    return item
  }

  /// Whether a merge that begins with words covers the cell of a number.
  private func isLabel(_ anchor: CellAddress, over slot: SectionCells.Slot) -> Bool {
    guard sheet[anchor]?.text != nil else { return false }
    switch slot.field.kind {
    case .count, .percent, .number, .date, .yesNo, .choice: return true
    case .text, .identity: return false
    }
  }

  private func finding(
    _ code: FindingCode, _ slot: SectionCells.Slot, _ cell: CellAddress,
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

  /// «Название строки: название графы», or the field's label alone.
  private func label(_ slot: SectionCells.Slot) -> String {
    slot.row.isEmpty ? slot.field.label : "\(slot.row): \(slot.field.label)"
  }
}

extension Observation.State {
  fileprivate var isZero: Bool {
    if case .given(.number(let number)) = self { return number.isZero }
    return false
  }
}
