package import Findings
package import Monitoring
import Spreadsheets

/// What was read of a signed summary table.
package struct SummaryTableReading: Sendable {
  /// Each with its cell; the journal's line is 0 until there is one.
  package var values: [IndicatorValue] = []
  /// Every cell, row and column that was not understood.
  package var findings: [Finding] = []
}

/// Reads the signed summary table of an earlier year, found by its labels: a row a unit and a column
/// an indicator, or the rows that `svodka results` writes.
package struct SummaryTableReader: Sendable {
  private let pack: SystemPack
  private let register: UnitRegister
  private let period: Period

  package init(pack: SystemPack, register: UnitRegister, period: Period) {
    self.pack = pack
    self.register = register
    self.period = period
  }

  /// All sheets that hold such a table; the first of two values of one address counts.
  package func read(_ file: FormFile) -> SummaryTableReading {
    var draft = SummaryDraft(file: file, pack: pack, register: register, period: period)
    var tables = 0
    for sheet in file.sheets {
      if let rows = SummaryRows(sheet) {
        rows.read(into: &draft)
        tables += 1
      } else if let grid = SummaryGrid(sheet, pack: pack, units: draft.units) {
        grid.read(into: &draft)
        tables += 1
      }
    }
    if tables == 0 {
      draft.say("import.no-table", ["file": .text(file.path)], [file.origin])
    }
    return draft.reading
  }

  /// A table as text: UTF-8 or Windows-1251, divided by «;» or «,».
  package func read(commaSeparated bytes: [UInt8], path: String, hash: String)
    -> SummaryTableReading
  {
    read(
      FormFile(path: path, hash: hash, sheets: [Grid(commaSeparated: bytes, name: "")]))
  }
}
