package import Monitoring

/// What follows from the results of one period in one edition: sentences, recommendations, rows of
/// the roadmap and practices, all from the pack's closed catalogues.
///
/// Everything said rests on values that the edition shows: a text whose numbers are hidden or not
/// known is not said. Same input, same output, in the same order.
package struct Adviser: Sendable {
  let pack: SystemPack
  let edition: Edition
  let register: UnitRegister
  let period: Period
  let occasions: Occasions

  /// `period` is one of the edition's; one that it does not hold gives advice without numbers only.
  package init(pack: SystemPack, edition: Edition, register: UnitRegister, period: Period) {
    self.pack = pack
    self.edition = edition
    self.register = register
    self.period = period
    occasions = Occasions(pack: pack, edition: edition, register: register, period: period)
  }

  func names(_ occasion: Occasion?) -> SentenceNames {
    SentenceNames(
      occasion: occasion, pack: pack, edition: edition, register: register, period: period)
  }
}
