import Archives

/// What a file is, told by its content before anything is parsed. Its name has no say.
public enum FileVerdict: String, Hashable, Sendable, CaseIterable {
  /// XLSX, its templates, and those with macros.
  case xlsx
  /// ODS and its templates.
  case ods
  /// Flat ODS: one file of XML.
  case fods
  /// Encrypted: an OLE2 file with `EncryptedPackage`, or an ODS whose manifest says so.
  case passwordProtected = "password"
  /// The format before 2007 (BIFF 2 to 8, in OLE2 or bare).
  case oldXLS = "old-xls"
  /// The binary workbook of 2007: parts of a ZIP that are no XML.
  case xlsb
  /// The XML of Excel 2003, one file.
  case xml2003 = "xml-2003"
  /// A web page, also one that is packed as a letter.
  case html
  case csv
  /// A letter, or an attachment that a mail program left as it was sent.
  case mail
  case pdf
  case picture
  /// A ZIP that breaks off or whose directory is damaged.
  case truncated
  /// No bytes, or nothing but zeros.
  case empty
  /// A document or presentation of an office program.
  case document
  /// A ZIP of other files.
  case archive
  /// An archive that is no ZIP.
  case otherArchive = "other-archive"
  /// None of these.
  case unknown

  /// Whether it is a workbook that can be read.
  public var isWorkbook: Bool {
    switch self {
    case .xlsx, .ods, .fods: true
    case .passwordProtected, .oldXLS, .xlsb, .xml2003, .html, .csv, .mail, .pdf, .picture,
      .truncated, .empty, .document, .archive, .otherArchive, .unknown:
      false
    }
  }

  /// Looks at the first bytes, and for a ZIP at its directory. A file over the limits is `.unknown`.
  public static func of(
    _ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()
  ) -> FileVerdict {
    do {
      return try OpenedFile.open(ByteSource(bytes), limits: limits).verdict
    } catch {
      return error.verdict ?? .unknown
    }
  }

  /// Looks at a file on disk, of which little is read.
  /// - Throws: `.unreadable` for what cannot be opened.
  public static func of(
    path: String, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws(SpreadsheetError) -> FileVerdict {
    do {
      return try OpenedFile.open(path: path, limits: limits).verdict
    } catch {
      guard error.code != .unreadable else { throw error }
      return error.verdict ?? .unknown
    }
  }
}
