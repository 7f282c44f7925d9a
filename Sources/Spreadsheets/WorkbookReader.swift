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
    let verdict = FileVerdict.of(bytes, limits: limits)
    switch verdict {
    case .xlsx:
      var reader = try XLSXReader.open(bytes: bytes, limits: limits)
      try reader.read(into: &receiver)
      return reader.description.properties
    case .ods:
      return try ODSReader.read(archive: bytes, limits: limits, into: &receiver)
    case .fods:
      return try ODSReader.read(flat: bytes, limits: limits, into: &receiver)
    case .passwordProtected:
      throw SpreadsheetError(.encrypted, detail: "the file is protected by a password")
    case .oldXLS, .html, .csv, .pdf, .picture, .truncated, .empty, .document, .archive, .unknown:
      throw SpreadsheetError(.notAWorkbook, detail: "the file is no workbook: \(verdict.rawValue)")
    }
  }
}
