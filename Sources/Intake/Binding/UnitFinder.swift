import Findings
import Monitoring

/// Finds a unit of the register by what a form's title block says.
struct UnitFinder: Sendable {
  enum Outcome: Equatable {
    case found(UnitCode)
    /// The code is of nobody, the name of this unit.
    case foundByName(UnitCode)
    /// Code and name are of different units.
    case conflict([UnitCode])
    case unknown
    /// Neither code nor name is given.
    case nothing
  }

  private let register: UnitRegister
  private let codes: Set<UnitCode>
  /// Codes as labels are compared, «SCHOOL 07» as «school-07»; «1-11» and «11-1» are alike then.
  private let byCode: [Label.Word: Set<UnitCode>]
  private let byName: [Label.Word: Set<UnitCode>]
  private let names: [(unit: Unit, label: Label)]

  init(_ register: UnitRegister) {
    self.register = register
    codes = Set(register.units.map(\.code))
    byCode = Dictionary(grouping: codes) { Label($0.rawValue).tight }.mapValues(Set.init)
    var byName: [Label.Word: Set<UnitCode>] = [:]
    var names: [(unit: Unit, label: Label)] = []
    for unit in register.units {
      for text in unit.names.flatMap({ [$0.full, $0.short] }) {
        let label = Label(text)
        byName[label.tight, default: []].insert(unit.code)
        names.append((unit, label))
      }
    }
    self.byName = byName
    self.names = names
  }

  /// `code` and `name` as they stand in the form; names are compared without regard to case, ё/е,
  /// quotes and spaces, and any name that the unit ever had will do.
  func find(code: String?, name: String?) -> Outcome {
    let coded = code.flatMap(unit)
    let named = name.map { byName[Label($0).tight] ?? [] } ?? []
    switch (coded, named.count) {
    case (let unit?, 0): return .found(unit)
    case (let unit?, _):
      return named.contains(unit) ? .found(unit) : .conflict([unit] + named.sorted())
    case (nil, 1):
      return named.first.map { code == nil ? .found($0) : .foundByName($0) } ?? .unknown
    case (nil, 0): return code == nil && name == nil ? .nothing : .unknown
    case (nil, _): return .unknown
    }
  }

  /// The unit of this code, letter by letter or else as labels are compared, where one only is.
  private func unit(coded text: String) -> UnitCode? {
    let exact = UnitCode(rawValue: NumberText.trimmed(text))
    if codes.contains(exact) { return exact }
    let alike = byCode[Label(text).tight] ?? []
    return alike.count == 1 ? alike.first : nil
  }

  /// Up to three units of the register that are most like what stands there, as a person reads
  /// them: «Ойбонская СОШ (school-07)».
  func candidates(code: String?, name: String?, in period: Period?) -> [String] {
    let label = Label(name ?? code ?? "")
    var seen: Set<UnitCode> = []
    let ranked = names.map { ($0.unit, label.likenessInWords(to: $0.label)) }
      .filter { $0.1 > 0.3 }
      .sorted { ($1.1, $0.0.number) < ($0.1, $1.0.number) }
      .filter { seen.insert($0.0.code).inserted }
    return ranked.prefix(3).map { shown($0.0, in: period) }
  }

  func shown(_ code: UnitCode, in period: Period?) -> String {
    register[code].map { shown($0, in: period) } ?? code.rawValue
  }

  private func shown(_ unit: Unit, in period: Period?) -> String {
    let name = period.map { unit.name(in: $0).short } ?? unit.names.last?.short ?? ""
    return "\(name) (\(unit.code))"
  }
}

extension Label {
  /// How alike two names are, numbers left aside: names of one kind are candidates for one another.
  fileprivate func likenessInWords(to other: Label) -> Double {
    let shared = words.count { other.has($0) }
    let numbered = numbers == other.numbers ? 1 : 0
    let all = Swift.max(words.count, other.words.count) + 1
    return words.isEmpty ? 0 : Double(shared + (shared > 0 ? numbered : 0)) / Double(all)
  }
}
