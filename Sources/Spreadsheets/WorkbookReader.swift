import Archives

/// Reads a workbook of any format that is known, in one pass, into a receiver.
public enum WorkbookReader {
  /// - Returns: what the workbook says about itself.
  /// - Throws: `.notAWorkbook` and `.encrypted` naming what the bytes are instead; `.damaged` and
  ///   `.limit` with part and place. What was received until then stays received.
  @discardableResult
  public static func read(
    _ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits(),
    into receiver: inout some CellReceiver
  ) throws(SpreadsheetError) -> WorkbookProperties {
    try read(OpenedFile.open(ByteSource(bytes), limits: limits), limits, into: &receiver)
  }

  /// Reads a workbook from disk; of an archive only what is being read is held in memory. The file
  /// must not change meanwhile.
  /// - Throws: as for bytes, and `.unreadable` for what cannot be opened.
  @discardableResult
  public static func read(
    path: String, limits: SpreadsheetLimits = SpreadsheetLimits(),
    into receiver: inout some CellReceiver
  ) throws(SpreadsheetError) -> WorkbookProperties {
    let source: ByteSource
    do {
      source = try ByteSource(path: path)
    } catch {
      throw SpreadsheetError(error)
    }
    return try read(OpenedFile.open(source, limits: limits), limits, into: &receiver)
  }

  private static func read(
    _ file: consuming OpenedFile, _ limits: SpreadsheetLimits,
    into receiver: inout some CellReceiver
  ) throws(SpreadsheetError) -> WorkbookProperties {
    let verdict = file.verdict
    switch consume file.content {
    case .archive(let archive):
      guard verdict == .xlsx else {
        return try ODSReader.read(archive: archive, limits: limits, into: &receiver)
      }
      var reader = try XLSXReader.open(archive, limits: limits)
      try reader.read(into: &receiver)
      return reader.description.properties
    case .flat(let bytes):
      return try ODSReader.read(flat: bytes, limits: limits, into: &receiver)
    case .none(let error):
      throw error
    }
  }
}
