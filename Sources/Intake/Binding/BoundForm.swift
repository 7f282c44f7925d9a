package import Findings
package import Monitoring

/// Whose form a workbook is, as its title block says.
package struct BoundForm: Sendable, Hashable {
  package var unit: UnitCode
  package var period: Period
  package var form: FormCode
  package var version: Int

  package init(unit: UnitCode, period: Period, form: FormCode, version: Int) {
    self.unit = unit
    self.period = period
    self.form = form
    self.version = version
  }
}

/// What was made of one workbook.
package struct FormBinding: Sendable {
  /// Nil when it could not be told whose form it is: then there are no observations either.
  package var form: BoundForm?
  /// In the order of the form: fields, then rows. A field that was not found is missing and has
  /// no origin.
  package var observations: [Observation]
  /// In the order of the form; what concerns the whole file first.
  package var findings: [Finding]
}
