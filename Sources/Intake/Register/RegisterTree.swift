import Findings
import Monitoring

/// Finds the place of every unit in the organisation tree: its parent and its level.
struct RegisterTree {
  private let root: Unit
  /// The root's first; empty where a pack knows a root and units that hand in, and no more.
  private let levels: [SystemPack.Level]
  private var rows: RegisterRows
  private var units: [UnitCode: Unit] = [:]
  /// By short name; nil for a name of several units.
  private var codes: [Label.Word: UnitCode?] = [:]

  init(root: Unit, levels: [SystemPack.Level], rows: RegisterRows) {
    self.root = root
    self.levels = levels
    self.rows = rows
    for unit in rows.units.reversed() {
      units[unit.code] = unit
    }
    for unit in rows.units + [root] {
      for name in Set(unit.names.map { Label($0.short).tight }) {
        codes[name] = .some(codes[name] == nil ? unit.code : nil)
      }
    }
  }

  /// The register, and what is wrong with it.
  mutating func reading() -> RegisterReading {
    let order = rows.units.map(\.code)
    for code in order {
      let above = parent(of: code)
      units[code]?.parent = above
    }
    for code in order where isCircular(code) {
      rows.say(
        "register.parent-circle", [("code", code.rawValue)], of: code, in: .parent)
      units[code]?.parent = nil
    }
    var known: [UnitCode: Int] = [:]
    for code in order { _ = place(code, &known) }
    let placed = order.compactMap { units[$0] }
    return RegisterReading(
      register: UnitRegister(
        root: root, units: placed.filter(handsIn), inner: placed.filter { !handsIn($0) }),
      findings: rows.findings)
  }

  private func handsIn(_ unit: Unit) -> Bool {
    levels.first { $0.code == unit.level }?.handsIn ?? true
  }

  /// By code, else by the short name; nil for what stands right below the root.
  private mutating func parent(of code: UnitCode) -> UnitCode? {
    guard let text = rows.parents[code], Label(text).tight != [] else { return nil }
    let named = UnitCode(rawValue: text)
    if named == root.code { return nil }
    let found = units[named] == nil ? codes[Label(text).tight] ?? nil : named
    guard let found else {
      rows.say(
        "register.parent-unknown", [("code", code.rawValue), ("value", text)], of: code,
        in: .parent)
      return nil
    }
    return found == root.code ? nil : found
  }

  private func isCircular(_ code: UnitCode) -> Bool {
    var seen: Set<UnitCode> = []
    var next = units[code]?.parent
    while let one = next, seen.insert(one).inserted {
      if one == code { return true }
      next = units[one]?.parent
    }
    return false
  }
}

extension RegisterTree {
  /// The position of a unit's level among the levels, below its parent's.
  private mutating func place(_ code: UnitCode, _ known: inout [UnitCode: Int]) -> Int {
    let top = levels.firstIndex { $0.code == root.level } ?? 0
    guard !levels.isEmpty else { return top }
    if let found = known[code] { return found }
    var above = top
    if let parent = units[code]?.parent { above = place(parent, &known) }
    let found = depth(of: code, below: above)
    known[code] = found
    units[code]?.level = levels[found].code
    return found
  }

  /// What the register says, else the first level below the parent's that hands in.
  private mutating func depth(of code: UnitCode, below above: Int) -> Int {
    let usual = levels.indices.first { $0 > above && levels[$0].handsIn } ?? levels.count - 1
    guard let text = rows.levels[code], Label(text).tight != [] else {
      check(usual, code, below: above)
      return usual
    }
    let wanted = Label(text).tight
    let found = levels.firstIndex { level in
      [level.code.rawValue, level.title, level.plural].contains { Label($0).tight == wanted }
    }
    guard let found else {
      rows.say(
        "register.level-unknown",
        [("value", text), ("levels", levels.map(\.title).joined(separator: ", "))], of: code,
        in: .level)
      return usual
    }
    check(found, code, below: above)
    return found
  }

  private mutating func check(_ depth: Int, _ code: UnitCode, below above: Int) {
    guard depth <= above else { return }
    rows.say(
      "register.level-order",
      [
        ("code", code.rawValue), ("level", levels[depth].title), ("above", levels[above].title),
      ], of: code, in: rows.levels[code] == nil ? .parent : .level)
  }
}
