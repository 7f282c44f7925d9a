import Archives

/// Reads a workbook of any format that is known, in one pass, into a receiver that keeps what it
/// likes: `Workbook` is the one that keeps all.
public enum WorkbookReader {
  /// - Parameters:
  ///   - contents: what is read beyond cells, merges and what is hidden.
  ///   - language: of displayed texts.
  /// - Returns: what holds for the workbook as a whole.
  /// - Throws: `.notAWorkbook` and `.encrypted` naming what the bytes are instead; `.damaged` and
  ///   `.limit` with part and place. What was received until then stays received.
  @discardableResult
  public static func read(
    _ bytes: [UInt8], contents: WorkbookContents = .form,
    limits: SpreadsheetLimits = SpreadsheetLimits(), language: DisplayLanguage = .russian,
    into receiver: inout some CellReceiver
  ) throws(SpreadsheetError) -> WorkbookDescription {
    let request = ReadingRequest(contents: contents, limits: limits, language: language)
    return try read(OpenedFile.open(ByteSource(bytes), limits: limits), request, into: &receiver)
  }

  /// Reads a workbook from disk; of an archive only what is being read is held in memory. The file
  /// must not change meanwhile.
  /// - Throws: as for bytes, and `.unreadable` for what cannot be opened.
  @discardableResult
  public static func read(
    path: String, contents: WorkbookContents = .form,
    limits: SpreadsheetLimits = SpreadsheetLimits(), language: DisplayLanguage = .russian,
    into receiver: inout some CellReceiver
  ) throws(SpreadsheetError) -> WorkbookDescription {
    let request = ReadingRequest(contents: contents, limits: limits, language: language)
    return try read(OpenedFile.open(path: path, limits: limits), request, into: &receiver)
  }

  private static func read(
    _ file: consuming OpenedFile, _ request: ReadingRequest,
    into receiver: inout some CellReceiver
  ) throws(SpreadsheetError) -> WorkbookDescription {
    let verdict = file.verdict
    switch consume file.content {
    case .archive(let archive):
      guard verdict == .xlsx else {
        return try ODSReader.read(archive: archive, request: request, into: &receiver)
      }
      var reader = try XLSXReader.open(archive, request: request)
      try reader.read(into: &receiver)
      return reader.description
    case .flat(let bytes):
      return try ODSReader.read(flat: bytes, request: request, into: &receiver)
    case .none(let error):
      throw error
    }
  }
}
