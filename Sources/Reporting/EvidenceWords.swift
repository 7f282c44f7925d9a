import Documents
import Monitoring
import Wording

/// The numbers that a statement or a recommendation rests on, in words: «1.1 (математика) –
/// 37,5 % (6 из 16); Вилюйский улус – 45,2 % (95 из 210)».
struct EvidenceWords {
  let material: ReportMaterial
  let years: PeriodWords

  init(_ material: ReportMaterial) {
    self.material = material
    years = PeriodWords(kind: material.pack.periodKind)
  }

  /// Empty when the edition shows none of the values. `subject` is the unit that the document is
  /// for, which is not named again; nil for a document about the whole.
  func phrase(_ addresses: [ValueAddress], about subject: UnitCode? = nil) -> String {
    var said: [String] = []
    var indicatorSaid: IndicatorCode?
    for address in addresses {
      guard let value = material.edition[address]?.value, value.state == .known else { continue }
      guard !isHidden(address.unit) else { continue }
      var names: [String] = []
      if address.indicator != indicatorSaid { names.append(label(address)) }
      if let unit = unitName(address.unit, subject) { names.append(unit) }
      if address.period != material.period { names.append(years.label(address.period)) }
      if names.isEmpty { names = [label(address)] }
      let indicator = material.pack.indicator(address.indicator)
      let phrase =
        "\(names.joined(separator: ", "))\(Mark.noBreakSpace)\(Mark.dash) "
        + IndicatorWords(indicator).phrase(value)
      guard !said.contains(phrase) else { continue }
      said.append(phrase)
      indicatorSaid = address.indicator
    }
    return said.joined(separator: "; ")
  }

  /// The first address that can be traced, for a link; empty when there is none.
  func trace(_ addresses: [ValueAddress]) -> String {
    let first = addresses.first { address in
      material.edition[address]?.value != nil && !isHidden(address.unit)
    }
    return first?.description ?? ""
  }

  /// «1.1 (математика)».
  private func label(_ address: ValueAddress) -> String {
    let label =
      material.pack.indicator(address.indicator)?.label ?? address.indicator.rawValue
    let members = address.breakdown.parts.map {
      material.pack.title(of: $0.member, in: $0.dimension).lowercased()
    }
    return members.isEmpty ? label : "\(label) (\(members.joined(separator: ", ")))"
  }

  private func unitName(_ unit: UnitCode, _ subject: UnitCode?) -> String? {
    let root = material.register.root
    if unit == subject || (subject == nil && unit == root.code) { return nil }
    return material.register[unit]?.name(in: material.period).short ?? unit.rawValue
  }

  /// A public edition speaks of no unit but the whole, whatever it was handed.
  private func isHidden(_ unit: UnitCode) -> Bool {
    material.isPublic && unit != material.register.root.code
  }
}
