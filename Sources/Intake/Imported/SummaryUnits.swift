import Monitoring

/// Finds which unit a row of a summary table is about.
struct SummaryUnits {
  private let period: Period
  private let codes: [String: UnitCode]
  private let names: [Label.Word: Set<UnitCode>]

  /// The units that existed in the period, by any name that they ever had: the root, those between
  /// it and the ones that hand in, and these.
  init(register: UnitRegister, period: Period) {
    self.period = period
    let above = register.nodes.map(\.unit).filter { $0.exists(in: period) }
    let units = [register.root] + above + register.expected(in: period)
    codes = Dictionary(
      units.map { ($0.code.rawValue, $0.code) }, uniquingKeysWith: { first, _ in first })
    var names: [Label.Word: Set<UnitCode>] = [:]
    for unit in units {
      for name in unit.names.flatMap({ [$0.full, $0.short] }) {
        names[Label(name).tight, default: []].insert(unit.code)
      }
    }
    for word in Self.wholes { names[Label(word).tight] = [register.root.code] }
    self.names = names
  }

  /// How tables call the row of the sum.
  private static let wholes = [
    "Всего", "Итого", "По району", "Всего по району", "Итого по району", "В целом по району",
    "Муниципалитет", "Итого по муниципалитету", "Район",
  ]

  /// Nil for a text that names none, or more than one.
  func unit(_ text: String) -> UnitCode? {
    let plain = NumberText.trimmed(text)
    if let code = codes[plain] { return code }
    let label = Label(plain)
    guard !label.tight.isEmpty, let found = names[label.tight], found.count == 1 else { return nil }
    return found.first
  }
}
