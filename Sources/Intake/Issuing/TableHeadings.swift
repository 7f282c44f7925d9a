import ExactNumbers
import Monitoring
import Spreadsheets

/// The rows above a table: its title, whose it is, what its columns are called and their numbers.
struct TableHeadings {
  /// One column of a table.
  struct Column {
    var heading: String
    /// As people quote it: "5"; nil for a column that is only shown.
    var number: String?
    var isReference = false
  }

  /// The rows of headings and of numbers.
  static let rows = 3...4
  static let firstRow = 5
  /// More columns are so narrow that «профессионального» fits in smaller letters only.
  private static let most = 8

  let title: String
  let owner: String
  /// «чел.», where all values have the same unit and no column of it.
  let unit: String?
  let columns: [Column]

  func put(on draft: inout SheetDraft) {
    draft.wide(title, FormLooks.subheading, 1)
    // Over all columns: a year over some of them would be taken for theirs.
    let words = unit.map { ["единица измерения: \($0)"] } ?? []
    draft.wide(([owner] + words).joined(separator: " · "), FormLooks.owner, 2)
    for (index, column) in columns.enumerated() {
      var style = column.isReference ? FormLooks.referenceHeading : FormLooks.columnHeading
      if columns.count > Self.most { style.size = min(style.size, 8) }
      draft.put(.text(column.heading), style, Self.rows.lowerBound, index + 1)
      draft.put(number(column), FormLooks.columnNumber, Self.rows.upperBound, index + 1)
    }
  }

  private func number(_ column: Column) -> NewCell.Content {
    guard let number = column.number else { return .empty }
    return ExactNumber(number).map { .number($0) } ?? .text(number)
  }
}
