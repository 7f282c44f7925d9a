/// What is said of ranges of a sheet.
struct ODSRules {
  var merges: [CellRange]
  /// With the names of validations.
  var validations: [(range: CellRange, name: String)]
  var highlights: [(range: CellRange, highlight: ODSStyleBook.Highlight)]

  var ranges: [CellRange] { merges + validations.map(\.range) + highlights.map(\.range) }

  /// What is said of a row.
  func inRow(_ row: Int) -> ODSRules {
    ODSRules(
      merges: merges.filter { $0.hasRow(row) },
      validations: validations.filter { $0.range.hasRow(row) },
      highlights: highlights.filter { $0.range.hasRow(row) })
  }
}

extension CellRange {
  fileprivate func hasRow(_ row: Int) -> Bool { first.row <= row && row <= last.row }
}
