/// What people may type in a form in place of a plain number or answer, as a pack declares it in
/// `readings.yaml`. What is not declared is not understood. Words are compared without regard to
/// case and spaces around them.
package struct Readings: Sendable, Hashable {
  /// Words that may follow a number, by the unit of the field: «чел.» → «чел», «человек».
  package var units: [String: [String]]
  /// What declares that a field does not apply; the first is what people are told to type.
  package var notApplicable: [String]
  /// What says that nothing is known: the same as an empty cell.
  package var missing: [String]
  /// What means 0, where persons or things are counted.
  package var zero: [String]
  package var yes: [String]
  package var no: [String]

  package init(
    units: [String: [String]] = [:], notApplicable: [String] = [], missing: [String] = [],
    zero: [String] = [], yes: [String] = [], no: [String] = []
  ) {
    self.units = units
    self.notApplicable = notApplicable
    self.missing = missing
    self.zero = zero
    self.yes = yes
    self.no = no
  }
}
