package import Findings

/// Remarks that say the same in several places of one sheet: what a person reads and mends at once.
package struct ProtocolEntry: Sendable {
  /// Its number in the protocol and in the list of the annotated copy, from 1.
  package var number: Int
  /// In the order of the sheet, at least one.
  package var remarks: [ProtocolMaterial.Remark]

  package var severity: Severity { remarks.first?.severity ?? .notice }
  package var sheet: String { remarks.first?.sheet ?? "" }
  package var file: String { remarks.first?.file ?? "" }
}

extension ProtocolEntry {
  /// Cells that are named besides the first; more are counted.
  private static let namedCells = 5

  /// Where the same is to be said besides the first remark: «и ещё такие же: C19, C20», and «и ещё
  /// такие же: 12» of more than five cells and of what has none; empty for one remark.
  package var others: String {
    let others = remarks.dropFirst()
    guard !others.isEmpty else { return "" }
    let cells = others.map(\.cell).filter { !$0.isEmpty }
    let isNamed = cells.count == others.count && cells.count <= Self.namedCells
    let alike = others.count == 1 && isNamed ? "такое" : "такие"
    return "и ещё \(alike) же: " + (isNamed ? CellName.spans(cells) : "\(others.count)")
  }
}

extension ProtocolMaterial {
  /// What is open, the gravest first, each in the order of sheets and cells.
  package var entries: [ProtocolEntry] {
    var entries: [ProtocolEntry] = []
    for severity in Severity.allCases {
      let open = remarks.filter { $0.severity == severity && $0.isOpen }
      for group in grouped(open) {
        entries.append(ProtocolEntry(number: entries.count + 1, remarks: group))
      }
    }
    return entries
  }

  /// Remarks of one code and sheet with the same thing to do, each group where its first stands.
  func grouped(_ remarks: [Remark]) -> [[Remark]] {
    struct Kind: Hashable {
      var file: String
      var sheet: String
      var code: String
      var mend: String
      var reason: String
    }
    var positions: [Kind: Int] = [:]
    var groups: [[Remark]] = []
    for remark in sorted(remarks) {
      let kind = Kind(
        file: remark.file, sheet: remark.sheet, code: remark.code, mend: remark.mend,
        reason: remark.reason)
      if let position = positions[kind] {
        groups[position].append(remark)
      } else {
        positions[kind] = groups.count
        groups.append([remark])
      }
    }
    return groups
  }

  private func sorted(_ remarks: [Remark]) -> [Remark] {
    let order = Dictionary(
      sheets.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func rank(_ remark: Remark) -> Int {
      remark.sheet.isEmpty ? -1 : order[remark.sheet] ?? sheets.count
    }
    // What stands at one place stays in the order in which it was found.
    return remarks.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.file != second.file { return first.file < second.file }
      if rank(first) != rank(second) { return rank(first) < rank(second) }
      if first.sheet != second.sheet { return first.sheet < second.sheet }
      let (one, other) = (CellName(first.cell), CellName(second.cell))
      return one == other ? a.offset < b.offset : one < other
    }.map(\.element)
  }
}
