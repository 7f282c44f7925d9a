import Monitoring

extension FormRegister {
  /// How many forms have come how far.
  package struct Totals: Sendable, Hashable {
    package var expected = 0
    /// Came not after the deadline; 0 where there is none.
    package var inTime = 0
    /// Came after the deadline.
    package var late = 0
    package var states: [UnitStanding.State: Int] = [:]
    /// Of those that are missing: a file came and was not taken.
    package var refused = 0
    /// Sent back, and sent again in another file with the same values, which counts.
    package var unmended = 0
    /// With errors that the office's own corrections brought in.
    package var ofOffice = 0
    /// Signed papers received.
    package var scans = 0

    package var missing: Int { states[.missing] ?? 0 }
    package var arrived: Int { expected - missing }
    /// With open errors, with several files of which none counts among them.
    package var withErrors: Int { (states[.withErrors] ?? 0) + (states[.undecided] ?? 0) }
    package var returned: Int { states[.returned] ?? 0 }
    /// Without open errors: accepted, with open questions or without; those that repeat what was
    /// sent back among them.
    package var accepted: Int { (states[.withWarnings] ?? 0) + (states[.clean] ?? 0) }
    package var afterClosing: Int { states[.afterClosing] ?? 0 }

    /// Without what only the register knows: when forms came, and scans.
    package init(standings: some Sequence<UnitStanding>) {
      for standing in standings {
        expected += 1
        states[standing.state, default: 0] += 1
        if standing.state == .missing, !standing.refused.isEmpty { refused += 1 }
        if standing.officeErrors > 0 { ofOffice += 1 }
        if standing.unmended != nil { unmended += 1 }
      }
    }

    package init(_ rows: some Collection<Row>) {
      self.init(standings: rows.map(\.standing))
      for row in rows {
        if row.scan != nil { scans += 1 }
        switch row.timing {
        case .inTime: inTime += 1
        case .late: late += 1
        case .came, .awaited, .overdue: break
        }
      }
    }
  }

  /// Totals under a name.
  package struct Part: Sendable, Hashable {
    /// The title of the level; nil for a group.
    package var level: String?
    package var name: String
    package var totals: Totals
  }

  package var totals: Totals { Totals(rows) }

  /// By declared group, in the order in which the register names them first; none when it names
  /// none. Units without group come last, under `unnamed`.
  package func groups(unnamed: String) -> [Part] {
    let names = rows.reduce(into: [String]()) { names, row in
      if let group = row.group, !names.contains(group) { names.append(group) }
    }
    guard !names.isEmpty else { return [] }
    let byGroup = Dictionary(grouping: rows, by: \.group)
    let parts = names.map { Part(name: $0, totals: Totals(byGroup[$0] ?? [])) }
    let rest = byGroup[nil] ?? []
    return rest.isEmpty ? parts : parts + [Part(name: unnamed, totals: Totals(rest))]
  }

  /// By unit above, those of the upper levels first, each in the order of the register; none for a
  /// register without a tree.
  package var nodes: [Part] {
    var below: [UnitCode: [Row]] = [:]
    var order: [(depth: Int, unit: UnitCode)] = []
    for row in rows {
      for (depth, unit) in row.path.enumerated() {
        if below[unit] == nil { order.append((depth, unit)) }
        below[unit, default: []].append(row)
      }
    }
    let depths = Set(order.map(\.depth)).sorted()
    return depths.flatMap { depth in order.filter { $0.depth == depth }.map(\.unit) }.map { unit in
      Part(
        level: levels[unit] ?? "", name: names[unit] ?? unit.rawValue,
        totals: Totals(below[unit] ?? []))
    }
  }
}
