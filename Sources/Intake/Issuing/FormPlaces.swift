package import Monitoring
package import Spreadsheets

/// Where an issued form has the cells of its fields: what the rules' formulas are written over.
package struct FormPlaces: Sendable, Hashable {
  package struct Key: Sendable, Hashable {
    package var field: FieldCode
    /// `.whole` for a field of a list.
    package var breakdown: Breakdown

    package init(_ field: FieldCode, _ breakdown: Breakdown = .whole) {
      self.field = field
      self.breakdown = breakdown
    }
  }

  /// The cells that the school fills in, with their sheets.
  package var current: [Key: NewReference] = [:]
  /// The cells that show last year's values; empty when there are none.
  package var previous: [Key: NewReference] = [:]

  package init() {}
}
