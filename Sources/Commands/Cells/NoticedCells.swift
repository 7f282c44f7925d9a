import Spreadsheets

/// The cells of a sheet that notices are about, by code: a column of text numbers is one line.
struct NoticedCells {
  private var codes: [Notice.Code] = []
  private var ranges: [Notice.Code: [CellRange]] = [:]

  /// Ranges of one code that are named.
  private static let mostNamed = 8

  mutating func append(_ notice: Notice) {
    if ranges[notice.code] == nil {
      codes.append(notice.code)
      ranges[notice.code] = []
    }
    guard let address = notice.address else { return }
    let last = ranges[notice.code]?.last
    if let last, let longer = Self.longer(last, address) {
      ranges[notice.code]?.removeLast()
      ranges[notice.code]?.append(longer)
    } else {
      ranges[notice.code]?.append(CellRange(first: address, last: address))
    }
  }

  /// A range with the cell below or beside it, where it is one row or column.
  private static func longer(_ range: CellRange, _ address: CellAddress) -> CellRange? {
    let isBelow =
      range.first.column == address.column && range.last.column == address.column
      && address.row == range.last.row + 1
    let isBeside =
      range.first.row == address.row && range.last.row == address.row
      && address.column == range.last.column + 1
    return isBelow || isBeside ? CellRange(first: range.first, last: address) : nil
  }

  /// Each code with the places that it is about, as a person reads them; empty then.
  mutating func take() -> [(code: Notice.Code, places: String)] {
    defer { self = NoticedCells() }
    return codes.map { code in
      let places = ranges[code] ?? []
      let named = places.prefix(Self.mostNamed).map {
        $0.first == $0.last ? $0.first.description : $0.description
      }
      let rest = places.count - named.count
      return (code, named.joined(separator: ", ") + (rest > 0 ? " … +\(rest)" : ""))
    }
  }
}
