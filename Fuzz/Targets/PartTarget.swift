import Spreadsheets

/// A part of a workbook that comes in pieces says the same as one that comes at once.
enum PartTarget {
  static let limits = {
    var limits = SpreadsheetLimits.form
    limits.cells = 5_000
    limits.rows = 100_000
    limits.textBytes = 2_000
    limits.merges = 500
    limits.sharedStrings = 1_000
    limits.styles = 1_000
    limits.sheets = 20
    return limits
  }()

  static func test(_ part: LonePart, _ bytes: [UInt8]) {
    let whole = part.read([bytes], limits: limits)
    let pieces = part.read(bytes.pieces, limits: limits)
    if Fuzz.isCutCharacter(whole.error?.description, pieces.error?.description) { return }
    guard (whole.error == nil) == (pieces.error == nil) else {
      Fuzz.broken(
        "one way ends in an error, the other not", String(describing: whole.error),
        String(describing: pieces.error))
    }
    // Facts are handed over before or after the cells of their piece: the order may differ.
    if whole.error == nil, sorted(whole.lines) != sorted(pieces.lines) {
      Fuzz.broken(
        "the same lines", String(decoding: whole.lines, as: UTF8.self),
        String(decoding: pieces.lines, as: UTF8.self))
    }
  }

  private static func sorted(_ lines: [UInt8]) -> [String] {
    lines.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}

/// A whole file of any kind.
enum WorkbookTarget {
  static func test(_ bytes: [UInt8]) {
    guard let workbook = try? Workbook(reading: bytes, limits: PartTarget.limits) else { return }
    for sheet in workbook.sheets {
      for (before, after) in zip(sheet.cells, sheet.cells.dropFirst())
      where !(before.address < after.address) {
        Fuzz.broken("cells are in order, none twice", before.address, after.address)
      }
      for cell in sheet.cells where sheet.cell(at: cell.address) != cell {
        Fuzz.broken("a cell is found at its address", cell.address)
      }
    }
  }
}
