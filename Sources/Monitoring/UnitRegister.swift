/// The organisation tree of a campaign: the root first, then the units in the register's order.
package struct UnitRegister: Sendable, Hashable {
  /// The unit whose totals the documents are about: the municipality, or the region.
  package let root: Unit
  /// The units that hand forms in, in the order of the register.
  package let units: [Unit]
  /// The other units: what stands between the root and those that hand in, and branches that are
  /// counted in their school; in the order of the register.
  package let inner: [Unit]
  let positions: [UnitCode: Int]
  /// Of every unit but the root, its own code and those above it, without the root.
  private let chains: [UnitCode: [UnitCode]]

  /// Of two units with one code the first counts; the reader of the register reports the other. A
  /// unit without parent, or with one that nobody knows, stands right below the root.
  package init(root: Unit, units: [Unit], inner: [Unit] = []) {
    self.root = root
    self.units = units
    self.inner = inner
    positions = Dictionary(
      (units + inner).enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let parents = Dictionary(
      (units + inner).map { ($0.code, $0.parent) }, uniquingKeysWith: { first, _ in first })
    chains = parents.keys.reduce(into: [:]) { chains, code in
      chains[code] = Self.chain(from: code, parents, root: root.code)
    }
  }

  /// Stops where the tree bites its tail.
  private static func chain(
    from code: UnitCode, _ parents: [UnitCode: UnitCode?], root: UnitCode
  ) -> [UnitCode] {
    var chain: [UnitCode] = []
    var next: UnitCode? = code
    while let one = next, one != root, let parent = parents[one], !chain.contains(one) {
      chain.append(one)
      next = parent
    }
    return chain
  }

  /// The unit of a code, the root included; nil when the register does not know it.
  package subscript(code: UnitCode) -> Unit? {
    if code == root.code { return root }
    return positions[code].map { $0 < units.count ? units[$0] : inner[$0 - units.count] }
  }

  /// The units that existed in `period` and hand forms in, in the order of the register.
  package func expected(in period: Period) -> [Unit] {
    units.filter { $0.exists(in: period) }
  }

  /// Whether a unit existed in `period` and hands forms in.
  package func expects(_ code: UnitCode, in period: Period) -> Bool {
    positions[code].map { $0 < units.count && units[$0].exists(in: period) } ?? false
  }

  /// The unit itself and all that it continues, newest first: whose earlier values are its own.
  package func lineage(of code: UnitCode) -> [UnitCode] {
    var seen: [UnitCode] = []
    var next = [code]
    while let one = next.popLast() {
      guard !seen.contains(one) else { continue }
      seen.append(one)
      next.append(contentsOf: self[one]?.succeeds ?? [])
    }
    return seen
  }
}

extension UnitRegister {
  /// What stands above a unit, from below the root downwards, without the unit itself.
  package func path(of code: UnitCode) -> [UnitCode] {
    (chains[code] ?? []).dropFirst().reversed()
  }

  /// Whether a unit is `node` or stands below it; all stand below the root.
  package func isWithin(_ unit: UnitCode, _ node: UnitCode) -> Bool {
    node == unit || node == root.code || chains[unit]?.contains(node) ?? false
  }

  /// The units that hand in below `code`, itself among them if it does; all for the root.
  package func units(below code: UnitCode) -> [Unit] {
    code == root.code ? units : units.filter { chains[$0.code]?.contains(code) ?? false }
  }

  /// The inner units below which units hand in, with these; in the order of the register.
  package var nodes: [(unit: Unit, below: [Unit])] {
    var below: [UnitCode: [Unit]] = [:]
    for unit in units {
      for above in (chains[unit.code] ?? []).dropFirst() { below[above, default: []].append(unit) }
    }
    return inner.compactMap { node in below[node.code].map { (node, $0) } }
  }
}
