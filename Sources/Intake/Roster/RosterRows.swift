import Monitoring
import Spreadsheets

/// The rows of a roster below its headings.
struct RosterRows {
  /// The rows that are persons, in the order of the sheet.
  var persons: [Int] = []
  /// Rows with something in one cell only, such as a signature: no person was made of them.
  var skipped: [Int] = []
  /// Rows of which a cell is merged with the row above: nobody can tell whose they are.
  var merged: [Int] = []

  /// What begins a row of sums, which is no person.
  private static let totals = ["итого", "всего", "сумма"].map { Label($0).tight }

  init(of place: RosterPlace) {
    let sheet = place.sheet
    let columns = Set(place.columns.values)
    let keys = Set(
      place.roster.columns.filter(\.isName).flatMap { [$0.label] + $0.aliases }
        .map { Label($0).tight })
    var cells: [Int: [CellAddress]] = [:]
    for address in sheet.places
    where address.row > place.headings.upperBound && columns.contains(address.column) {
      cells[address.row, default: []].append(address)
    }
    for (row, filled) in cells.sorted(by: { $0.key < $1.key }) {
      let texts = filled.compactMap { sheet[$0]?.text }.map { Label($0) }
      let isHeading = texts.contains { keys.contains($0.tight) }
      let isTotal = texts.contains { $0.words.first.map(Self.totals.contains) ?? false }
      let isNumbers =
        filled.count == columns.count
        && filled.allSatisfy { sheet[$0].flatMap(ColumnNumber.digits) != nil }
      guard !isHeading, !isTotal, !isNumbers else { continue }
      if Self.isMerged(row, columns, in: place) {
        merged.append(row)
      } else if filled.count == 1, columns.count > 2 {
        skipped.append(row)
      } else {
        persons.append(row)
      }
    }
  }

  private static func isMerged(_ row: Int, _ columns: Set<Int>, in place: RosterPlace) -> Bool {
    columns.contains { column in
      let anchor = place.sheet.anchor(of: CellAddress(row: row, column: column))
      return anchor.row < row && !place.sheet.isBlank(anchor)
    }
  }
}

extension RosterColumn {
  /// Whether it holds the names of persons.
  var isName: Bool { isPersonal && kind == .text }
}
