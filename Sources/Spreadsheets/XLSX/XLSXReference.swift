/// The references of SpreadsheetML that stand for cells of one sheet (ECMA-376, 18.18.62 and
/// 18.18.76): "A1", "A1:B2", "A:C", "1:3", several of them parted by spaces.
enum XLSXReference {
  /// Every range that can be read and lies in a sheet; the rest is left out.
  static func ranges(
    _ bytes: borrowing Span<UInt8>, limits: SpreadsheetLimits
  ) -> [CellRange] {
    var ranges: [CellRange] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] <= 0x20 {
      if index > start, let range = range(bytes.extracting(start..<index), limits: limits) {
        ranges.append(range)
      }
      start = index + 1
    }
    return ranges
  }

  /// One range, its corners in any order; nil for anything else and outside any sheet.
  static func range(
    _ bytes: borrowing Span<UInt8>, limits: SpreadsheetLimits
  ) -> CellRange? {
    var colon = bytes.count
    for index in bytes.indices where bytes[index] == UInt8(ascii: ":") {
      colon = index
      break
    }
    guard let first = Corner(bytes.extracting(0..<colon)) else { return nil }
    let last = colon < bytes.count ? Corner(bytes.extracting(colon + 1..<bytes.count)) : first
    guard let last, let rows = span(first.row, last.row, limits.rows),
      let columns = span(first.column, last.column, limits.columns),
      colon < bytes.count || first.row != nil && first.column != nil
    else { return nil }
    return CellRange(
      first: CellAddress(row: rows.lowerBound, column: columns.lowerBound),
      last: CellAddress(row: rows.upperBound, column: columns.upperBound))
  }

  /// From one side to the other; the whole sheet where neither corner names a side.
  private static func span(_ first: Int?, _ last: Int?, _ limit: Int) -> ClosedRange<Int>? {
    switch (first, last) {
    case (nil, nil): return 1...max(limit, 1)
    case (let first?, let last?) where max(first, last) <= limit:
      return min(first, last)...max(first, last)
    case (nil, _?), (_?, nil), (_?, _?): return nil
    }
  }

  /// "C14", "C" or "14", "$" anywhere.
  private struct Corner {
    var column: Int?
    var row: Int?

    init?(_ bytes: borrowing Span<UInt8>) {
      var column = 0
      var row = 0
      for index in bytes.indices {
        let byte = bytes[index]
        let letter = byte & 0xDF
        switch byte {
        case UInt8(ascii: "$"): continue
        case 0x30...0x39:
          row = row * 10 + Int(byte - 0x30)
          guard row > 0 else { return nil }
        case _ where letter >= 65 && letter <= 90 && row == 0:
          column = column * 26 + Int(letter - 64)
        default: return nil
        }
        guard column <= 99_999, row <= 9_999_999 else { return nil }
      }
      guard column > 0 || row > 0 else { return nil }
      self.column = column > 0 ? column : nil
      self.row = row > 0 ? row : nil
    }
  }
}
