import Monitoring

/// Knows the units of the register as a foreign workbook calls them: by code, by any name that they
/// ever had, and by the aliases of the binding; never by likeness.
struct ForeignUnits: Sendable {
  private let register: UnitRegister
  private let finder: UnitFinder
  private let text: ForeignText
  private var owners: [ForeignText.Key: [UnitCode]] = [:]

  init(register: UnitRegister, aliases: [UnitCode: [String]], text: ForeignText) {
    self.register = register
    self.text = text
    finder = UnitFinder(register)
    for unit in register.units {
      let names = unit.names.flatMap { [$0.full, $0.short] } + (aliases[unit.code] ?? [])
      for key in Set(([unit.code.rawValue] + names).map(text.key)) where !key.isEmpty {
        owners[key, default: []].append(unit.code)
      }
    }
  }

  func knows(_ key: ForeignText.Key) -> Bool { owners[key] != nil }

  /// The unit of that name. A name that several units had is of the one that had it in `period`;
  /// nil when that is none, or still several.
  func unit(_ key: ForeignText.Key, in period: Period) -> UnitCode? {
    guard let units = owners[key] else { return nil }
    guard units.count > 1 else { return units.first }
    let holders = units.filter { code in
      guard let name = register[code]?.name(in: period) else { return false }
      return text.key(name.full) == key || text.key(name.short) == key
    }
    return holders.count == 1 ? holders.first : nil
  }

  /// Units that the name may mean, as a person reads them; up to three.
  func candidates(_ mark: ForeignMark, in period: Period?) -> [String] {
    if let several = owners[mark.key] { return several.prefix(3).map { shown($0, in: period) } }
    return finder.candidates(code: nil, name: mark.text, in: period)
  }

  func shown(_ unit: UnitCode, in period: Period?) -> String { finder.shown(unit, in: period) }

  func exists(_ unit: UnitCode, in period: Period) -> Bool {
    register[unit]?.exists(in: period) ?? false
  }

  /// In the order of the register.
  var order: [UnitCode] { register.units.map(\.code) }
}
