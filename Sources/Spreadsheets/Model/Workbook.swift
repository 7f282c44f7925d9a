/// A whole workbook in memory.
///
///     let workbook = try Workbook(readingFileAt: "form.ods")
///     for sheet in workbook.sheets {
///       for cell in sheet.cells { print(sheet.name, cell.address, cell.value) }
///     }
public struct Workbook: Hashable, Sendable {
  /// In the order of the workbook, hidden ones too; charts that fill a sheet are left out.
  public var sheets: [Sheet]
  /// What holds for it as a whole.
  public var description: WorkbookDescription

  /// A workbook that stands in no file.
  public init(sheets: [Sheet], description: WorkbookDescription = WorkbookDescription()) {
    self.sheets = sheets
    self.description = description
  }

  /// Reads a workbook of any format that is known.
  /// - Parameters:
  ///   - contents: what is read beyond cells, merges and what is hidden.
  ///   - language: of displayed texts.
  /// - Throws: `.notAWorkbook` with its verdict for anything that is no workbook; `.encrypted`;
  ///   `.damaged` and `.limit` with part and place.
  public init(
    reading bytes: [UInt8], contents: WorkbookContents = .form,
    limits: SpreadsheetLimits = SpreadsheetLimits(), language: DisplayLanguage = .russian
  ) throws(SpreadsheetError) {
    var collector = SheetCollector()
    let description = try WorkbookReader.read(
      bytes, contents: contents, limits: limits, language: language, into: &collector)
    self.init(collector.finish(), description)
  }

  /// Reads a workbook from disk, without holding the file in memory.
  /// - Throws: as for bytes, and `.unreadable`.
  public init(
    readingFileAt path: String, contents: WorkbookContents = .form,
    limits: SpreadsheetLimits = SpreadsheetLimits(), language: DisplayLanguage = .russian
  ) throws(SpreadsheetError) {
    var collector = SheetCollector()
    let description = try WorkbookReader.read(
      path: path, contents: contents, limits: limits, language: language, into: &collector)
    self.init(collector.finish(), description)
  }

  private init(_ sheets: [Sheet], _ description: WorkbookDescription) {
    self.init(sheets: sheets, description: description)
    for index in self.description.tables.indices {
      fillHeadings(of: &self.description.tables[index])
    }
  }

  /// The first sheet of a name, letter by letter; nil for none.
  public func sheet(named name: String) -> Sheet? { sheets.first { $0.name == name } }

  /// OpenDocument does not list the headings of a table; they are its first row.
  private func fillHeadings(of table: inout SheetTable) {
    guard table.columns.isEmpty, table.hasHeadings, let sheet = sheet(named: table.sheet) else {
      return
    }
    table.columns = sheet.cells(inRow: table.range.first.row)
      .filter { table.range.contains($0.address) }
      .map { if case .text(let heading) = $0.value { heading } else { $0.rawText } }
  }
}
