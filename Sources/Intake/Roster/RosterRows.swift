import Monitoring
import Spreadsheets

/// The rows of a roster below its headings.
struct RosterRows {
  /// The rows that are persons, in the order of the sheet.
  var persons: [Int] = []
  /// Rows of which no person was made: signatures, sums, numbers of columns, repeated headings.
  var skipped: [Int] = []
  /// Rows of which a cell is merged with the row above: nobody can tell whose they are.
  var merged: [Int] = []

  /// What begins a row of sums, which is no person.
  private static let totals = ["итого", "всего", "сумма"].map { Label($0).tight.units }

  init(of place: RosterPlace) {
    let sheet = place.sheet
    let columns = Set(place.columns.values)
    let keys = Set(
      place.roster.columns.filter(\.isName).flatMap { [$0.label] + $0.aliases }
        .map { Label($0).tight })
    let names = Set(place.roster.columns.filter(\.isName).compactMap { place.columns[$0.code] })
    var cells: [Int: [CellAddress]] = [:]
    // Also of a column that the roster does not know, such as «№ п/п».
    var first: [Int: CellAddress] = [:]
    for address in sheet.places
    where address.row > place.headings.upperBound && !sheet.isBlank(address) {
      if first[address.row].map({ address.column < $0.column }) ?? true {
        first[address.row] = address
      }
      if columns.contains(address.column) { cells[address.row, default: []].append(address) }
    }
    var isUnderHeading = true
    for (row, filled) in cells.sorted(by: { $0.key < $1.key }) {
      let isHeading = filled.contains { address in
        sheet[address]?.text.map { keys.contains(Label($0).tight) } ?? false
      }
      let isNumbers =
        isUnderHeading && filled.count == columns.count && Self.areNumbersOfColumns(filled, sheet)
      isUnderHeading = isHeading
      // «всего 3 года в школе» in a remark is said of a person.
      let named = filled.filter { names.contains($0.column) } + [first[row]].compactMap(\.self)
      if isHeading || isNumbers || named.contains(where: { Self.isTotal($0, sheet) }) {
        skipped.append(row)
      } else if Self.isMerged(row, columns, in: place) {
        merged.append(row)
      } else if filled.count == 1, columns.count > 2 {
        skipped.append(row)
      } else {
        persons.append(row)
      }
    }
  }

  private static func isTotal(_ address: CellAddress, _ sheet: Grid) -> Bool {
    guard let word = sheet[address]?.text.flatMap({ Label($0).words.first }) else { return false }
    return totals.contains(word)
  }

  /// Whether they grow from left to right, none over its place on the sheet: ages and years of
  /// service are whole numbers too.
  private static func areNumbersOfColumns(_ filled: [CellAddress], _ sheet: Grid) -> Bool {
    var last = 0
    for address in filled.sorted(by: { $0.column < $1.column }) {
      guard let number = sheet[address].flatMap(ColumnNumber.digits).flatMap({ Int($0) }),
        number > last, number <= address.column
      else { return false }
      last = number
    }
    return true
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
