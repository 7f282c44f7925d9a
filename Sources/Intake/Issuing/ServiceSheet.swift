import Spreadsheets

/// Sheets of an issued form that hold nothing of the school's: known by what stands in their first
/// cell, so that what they hold is never taken for a section.
package enum ServiceSheet: String, Sendable, CaseIterable {
  /// What the form is known by.
  case mark = "svodka-form-mark"
  /// What cells choose from.
  case lists = "svodka-lists"
  /// What the sheet «Проверка» reckons with.
  case reckoning = "svodka-reckoning"
}

extension Grid {
  /// The service that the sheet does; nil for a sheet of the form.
  package var service: ServiceSheet? {
    self[CellAddress(row: 1, column: 1)]?.text.flatMap {
      ServiceSheet(rawValue: NumberText.trimmed($0))
    }
  }
}
