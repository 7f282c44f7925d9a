import ExactNumbers
import Findings
import Monitoring
import Spreadsheets

/// The values of a summary table in the making, with what was not understood.
struct SummaryDraft {
  let file: FormFile
  let pack: SystemPack
  private let register: UnitRegister
  let period: Period
  let units: SummaryUnits
  /// The units whose values are sums: the root, and those between it and the ones that hand in. A
  /// branch, which is counted in its school, has none.
  private let above: Set<UnitCode>
  private let handingIn: Set<UnitCode>
  private(set) var reading = SummaryTableReading()
  private var seen: Set<ValueAddress> = []

  init(file: FormFile, pack: SystemPack, register: UnitRegister, period: Period) {
    self.file = file
    self.pack = pack
    self.register = register
    let nodes = [register.root] + register.nodes.map(\.unit)
    above = Set(nodes.filter { $0.exists(in: period) }.map(\.code))
    handingIn = Set(register.expected(in: period).map(\.code))
    self.period = period
    units = SummaryUnits(register: register, period: period)
  }

  mutating func say(
    _ code: FindingCode, _ arguments: [String: FindingValue], _ origins: [Origin]
  ) {
    reading.findings.append(
      Finding(
        code: code, severity: .error, key: FindingKey(period: period.description),
        arguments: arguments, origins: origins))
  }

  mutating func unread(_ value: String, _ label: String, _ origin: Origin) {
    say("import.cell-unread", ["value": .text(value), "label": .text(label)], [origin])
  }

  /// Whether the campaign can have a value of this address; a finding where it cannot.
  mutating func knows(_ address: ValueAddress, _ origin: Origin) -> Bool {
    guard let indicator = pack.indicator(address.indicator) else {
      say("import.column-unknown", ["label": .text(address.indicator.rawValue)], [origin])
      return false
    }
    guard
      above.contains(address.unit)
        || handingIn.contains(address.unit) && !indicator.isMunicipalOnly
    else {
      say("import.unit-unknown", ["label": .text(address.unit.rawValue)], [origin])
      return false
    }
    let parts = address.breakdown.parts
    let isKnown =
      parts.isEmpty
      ? indicator.formula(by: nil) != nil
      : parts.count == 1
        && parts.allSatisfy {
          indicator.formula(by: $0.dimension) != nil
            && pack.classifier($0.dimension)?[$0.member] != nil
        }
    if !isKnown {
      say("import.column-unknown", ["label": .text(address.description)], [origin])
    }
    return isKnown
  }

  /// Adds a value; of two with one address the first counts.
  mutating func add(
    _ address: ValueAddress, kind: Indicator.Kind, _ content: Content, decimals: Int,
    _ origin: Origin
  ) {
    guard seen.insert(address).inserted else {
      say("import.value-twice", ["label": .text(address.words(pack, register))], [origin])
      return
    }
    var state = IndicatorValue.State.known
    var (part, whole, percent): (ExactNumber, ExactNumber?, ExactNumber?) = (0, nil, nil)
    switch content {
    case .count(let number): part = number
    case .percent(let number): percent = number
    case .terms(let numerator, let denominator):
      (part, whole) = (numerator, denominator)
      if denominator.isZero { state = .notApplicable }
    case .none(let said): state = said
    }
    reading.values.append(
      IndicatorValue(
        address: address, kind: kind, state: state, numerator: part, denominator: whole,
        coverage: Coverage(),
        imported: IndicatorValue.Imported(
          line: 0, percent: percent, decimals: decimals, origin: origin)))
  }

  /// What a table says of one value.
  enum Content {
    case count(ExactNumber)
    case percent(ExactNumber)
    case terms(ExactNumber, ExactNumber)
    case none(IndicatorValue.State)
  }
}

/// The bounds of what a signed table may say.
enum SummaryLimits {
  /// The greatest percentage of persons.
  static let greatestPercent: ExactNumber = 100
  /// The greatest number of persons or pieces: a hundred times mankind.
  static let greatest = ExactNumber(coefficient: 1, exponent: 12) ?? 0
}

extension SummaryNumber {
  /// As a percentage of a share.
  var percent: (ExactNumber, decimals: Int)? {
    guard case .number(let number, let decimals, _) = self, !number.isNegative,
      number <= SummaryLimits.greatestPercent
    else { return nil }
    return (number, decimals)
  }

  /// As a number of persons or pieces.
  var count: ExactNumber? {
    guard case .number(let number, _, false) = self, !number.isNegative,
      number <= SummaryLimits.greatest
    else { return nil }
    return number
  }

  /// The state of a value that is no number; nil for a number and for what was not understood.
  var state: IndicatorValue.State? {
    switch self {
    case .noData: .noData
    case .notApplicable: .notApplicable
    case .blank, .number, .unread: nil
    }
  }
}
