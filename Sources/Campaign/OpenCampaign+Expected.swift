package import Monitoring

extension OpenCampaign {
  /// The units that hand forms in for a period, in the order of the register; only the named ones
  /// when any are.
  /// - Throws: `CampaignError` for a period or a unit that the campaign does not have.
  package func expectedUnits(_ units: [UnitCode], in period: Period) throws -> [Monitoring.Unit] {
    guard settings.periods.contains(period) else {
      let known = settings.periods.map(\.description).joined(separator: ", ")
      throw CampaignError(
        .noPeriod, ru: "периода \(period) в кампании нет; есть \(known)",
        en: "the campaign has no period \(period); it has \(known)")
    }
    let expected = register.expected(in: period)
    guard !units.isEmpty else { return expected }
    for code in units where !expected.contains(where: { $0.code == code }) {
      throw CampaignError(
        .noUnit,
        ru: "в реестре нет школы с кодом «\(code)», которая сдаёт форму за \(period) год; коды: "
          + UnitRegister.codes(near: code.rawValue, among: expected),
        en: "the register has no school \"\(code)\" that hands a form in for \(period); codes: "
          + UnitRegister.codes(near: code.rawValue, among: expected))
    }
    return expected.filter { units.contains($0.code) }
  }
}
