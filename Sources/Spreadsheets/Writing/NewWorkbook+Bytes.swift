import OpenDocument

extension NewWorkbook {
  package enum FileFormat: String, Sendable, Hashable, CaseIterable {
    case xlsx
    case ods
  }

  /// The workbook as a file. Equal workbooks give equal bytes; what one format can hold the other
  /// can, so that both refuse the same workbooks.
  ///
  /// Characters that XML forbids (U+0000 and other control characters) are left out of texts, line
  /// breaks of any kind are U+000A, and tabs are spaces. In XLSX the shown result of a formula that is a flag is
  /// stored as 1 or 0. In ODS a formula with a link is written within `HYPERLINK`, and a number or
  /// a date with a link shows it, but LibreOffice does not follow it.
  ///
  /// - Throws: an error that names sheet and cell for what no workbook can hold or what is over
  ///   the limits; `.unwritable`.
  package func bytes(
    as format: FileFormat, limits: NewWorkbookLimits = NewWorkbookLimits()
  ) throws(NewWorkbookError) -> [UInt8] {
    let moment = try check(limits)
    switch format {
    case .xlsx: return try xlsx(madeAt: moment)
    case .ods:
      do {
        return try openDocument.bytes()
      } catch {
        throw NewWorkbookError(error)
      }
    }
  }
}
