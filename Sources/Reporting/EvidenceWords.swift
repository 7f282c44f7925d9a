import Documents
import Monitoring
import Wording

/// The numbers that a statement or a recommendation rests on, in words: «сопровождение на уровне
/// организации (1.1), строка – 37,5 % (6 из 16), в 2020 году – 25,0 % (4 из 16)».
struct EvidenceWords {
  let material: ReportMaterial
  let years: PeriodWords

  init(_ material: ReportMaterial) {
    self.material = material
    years = PeriodWords(kind: material.pack.periodKind)
  }

  /// Empty when the edition shows none of the values. `subject` is the unit that the document is
  /// for, which is not named again; nil for a document about the whole, which is named only when
  /// `isWholeNamed`.
  func phrase(
    _ addresses: [ValueAddress], about subject: UnitCode? = nil, isWholeNamed: Bool = false
  ) -> String {
    let subject = subject ?? (isWholeNamed ? nil : material.register.root.code)
    var groups: [(key: ValueAddress, phrases: [String])] = []
    for address in addresses {
      guard let value = material.edition[address]?.value, value.state == .known,
        !isHidden(address.unit)
      else { continue }
      let key = ValueAddress(
        indicator: address.indicator, unit: material.register.root.code,
        breakdown: address.breakdown, period: material.period)
      let isFirst = groups.last?.key != key
      if isFirst { groups.append((key, [])) }
      let phrase = phrase(value, address, subject, isFirst: isFirst)
      if !groups[groups.count - 1].phrases.contains(phrase) {
        groups[groups.count - 1].phrases.append(phrase)
      }
    }
    return groups.map { $0.phrases.joined(separator: ", ") }.joined(separator: "; ")
  }

  /// «сопровождение (1.1), строка – 37,5 % (6 из 16)» for the first value of an indicator,
  /// «в 2020 году – 25,0 % (4 из 16)», «муниципалитет – 45,2 % (95 из 210)» for what follows it.
  private func phrase(
    _ value: IndicatorValue, _ address: ValueAddress, _ subject: UnitCode?, isFirst: Bool
  ) -> String {
    var names: [String] = isFirst ? [label(address)] : []
    if let unit = unitName(address.unit, subject) { names.append(unit) }
    if address.period != material.period {
      let space = Mark.noBreakSpace
      names.append("в\(space)\(years.label(address.period, .prepositional))")
    }
    let worded = IndicatorWords(material.pack.indicator(address.indicator)).phrase(value)
    guard !names.isEmpty else { return worded }
    return "\(names.joined(separator: ", "))\(Mark.noBreakSpace)\(Mark.dash) \(worded)"
  }

  /// The first address that can be traced, for a link; empty when there is none.
  func trace(_ addresses: [ValueAddress]) -> String {
    let first = addresses.first { address in
      material.edition[address]?.value != nil && !isHidden(address.unit)
    }
    return first?.description ?? ""
  }

  /// «сопровождение (1.1), строка».
  private func label(_ address: ValueAddress) -> String {
    guard let indicator = material.pack.indicator(address.indicator) else {
      return address.indicator.rawValue
    }
    let members = address.breakdown.parts.map {
      material.pack.title(of: $0.member, in: $0.dimension)
    }.map(Typography.uncapitalized)
    let title = Typography.uncapitalized(indicator.shortTitle)
    return (["\(title) (\(indicator.label))"] + members).joined(separator: ", ")
  }

  private func unitName(_ unit: UnitCode, _ subject: UnitCode?) -> String? {
    if unit == subject { return nil }
    return material.register[unit]?.name(in: material.period).short ?? unit.rawValue
  }

  /// A public edition speaks of no unit but the whole, whatever it was handed.
  private func isHidden(_ unit: UnitCode) -> Bool {
    material.isPublic && unit != material.register.root.code
  }
}
