extension ValueAddress {
  /// What the value is of, as people call it: «1.1 Сопровождение на уровне организации, Астрономия,
  /// МБОУ «…», 2021»; a code where the pack or the register has no name for it.
  package func words(_ pack: SystemPack, _ register: UnitRegister) -> String {
    let known = pack.indicator(indicator).map { "\($0.label) \($0.shortTitle)" }
    let rows = breakdown.parts.map { part in
      pack.classifier(part.dimension)?[part.member]?.title ?? part.member.rawValue
    }
    let name = register[unit]?.name(in: period).short ?? unit.rawValue
    return ([known ?? indicator.rawValue] + rows + [name, period.description])
      .joined(separator: ", ")
  }
}
