import Archives

/// What a file is, told by its content before anything is parsed. Its name has no say.
public enum FileVerdict: String, Hashable, Sendable, CaseIterable {
  case xlsx
  case ods
  /// Flat ODS: one file of XML.
  case fods
  /// Encrypted: an OLE2 file with `EncryptedPackage`, or an ODS whose manifest says so.
  case passwordProtected = "password"
  /// The format before 2007 (BIFF in OLE2).
  case oldXLS = "old-xls"
  case html
  case csv
  case pdf
  case picture
  /// A ZIP whose directory is cut off or damaged.
  case truncated
  case empty
  /// A document or presentation of an office program.
  case document
  /// An archive of other files.
  case archive
  /// None of these.
  case unknown

  public var isWorkbook: Bool {
    switch self {
    case .xlsx, .ods, .fods: true
    case .passwordProtected, .oldXLS, .html, .csv, .pdf, .picture, .truncated, .empty, .document,
      .archive, .unknown:
      false
    }
  }

  /// Looks at the first bytes, and for a ZIP at its directory.
  public static func of(
    _ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()
  ) -> FileVerdict {
    guard bytes.contains(where: { $0 != 0 }) else { return .empty }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return ole(bytes) }
    if bytes.starts(with: Array("PK".utf8)) { return zip(bytes, limits.archive) }
    if let magic = magic(bytes) { return magic }
    return text(bytes)
  }

  private static func magic(_ bytes: [UInt8]) -> FileVerdict? {
    let known: [([UInt8], FileVerdict)] = [
      (Array("%PDF".utf8), .pdf), ([0xFF, 0xD8, 0xFF], .picture),
      ([0x89] + Array("PNG".utf8), .picture), (Array("GIF8".utf8), .picture),
      ([0x49, 0x49, 0x2A, 0], .picture), ([0x4D, 0x4D, 0, 0x2A], .picture),
      (Array("Rar!".utf8), .archive), ([0x37, 0x7A, 0xBC, 0xAF], .archive),
      ([0x1F, 0x8B], .archive), (Array("{\\rtf".utf8), .document),
      ([0x09, 0x08], .oldXLS), ([0x09, 0x04], .oldXLS),
    ]
    return known.first { bytes.starts(with: $0.0) }?.1
  }

  /// A compound file names its streams in UTF-16: the directory is searched for them.
  private static func ole(_ bytes: [UInt8]) -> FileVerdict {
    if contains(bytes, utf16: "EncryptedPackage") { return .passwordProtected }
    if contains(bytes, utf16: "Workbook") || contains(bytes, utf16: "Book") { return .oldXLS }
    if contains(bytes, utf16: "WordDocument") { return .document }
    return .unknown
  }

  private static func contains(_ bytes: [UInt8], utf16 name: String) -> Bool {
    let pattern = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    guard bytes.count >= pattern.count else { return false }
    // Directory entries are 128 bytes and begin with the name, aligned to them.
    for start in stride(from: 0, through: bytes.count - pattern.count, by: 64)
    where bytes[start] == pattern[0] && bytes[start..<start + pattern.count].elementsEqual(pattern)
    {
      return true
    }
    return false
  }

  private static func zip(_ bytes: [UInt8], _ limits: ArchiveLimits) -> FileVerdict {
    var archive: Archive
    do {
      archive = try Archive(bytes: bytes, limits: limits)
    } catch {
      return .truncated
    }
    let names = archive.parts.map { $0.name.lowercased() }
    if names.contains("content.xml") {
      return openDocument(&archive)
    }
    if names.contains("encryptedpackage") { return .passwordProtected }
    if names.contains(where: { $0.hasPrefix("xl/") && $0.hasSuffix("workbook.xml") })
      || names.contains(where: { $0.hasSuffix("worksheets/sheet1.xml") })
    {
      return .xlsx
    }
    if names.contains("[content_types].xml") {
      let isOther = names.contains { $0.hasPrefix("word/") || $0.hasPrefix("ppt/") }
      return isOther ? .document : .xlsx
    }
    return .archive
  }

  /// Bytes of a manifest that are looked at: an entry is some 100, a form has some 20 of them.
  private static let manifestBytes = 1 << 20
  /// Bytes of a media type that are looked at; the longest of OpenDocument has 80.
  private static let mediaTypeBytes = 100

  private static func openDocument(_ archive: inout Archive) -> FileVerdict {
    if head(of: "META-INF/manifest.xml", manifestBytes, in: &archive)
      .contains("encryption-data")
    {
      return .passwordProtected
    }
    let type = head(of: "mimetype", mediaTypeBytes, in: &archive)
    return type.contains("opendocument") && !type.contains("spreadsheet") ? .document : .ods
  }

  /// The first bytes of a part as text, "" where it is missing or damaged; no more is inflated.
  private static func head(
    of name: String, _ limit: Int, in archive: inout Archive
  ) -> String {
    guard let part = archive.part(named: name) else { return "" }
    var head: [UInt8] = []
    do {
      try archive.read(part) { (chunk) throws(ArchiveError) in
        for index in 0..<min(chunk.count, limit - head.count) { head.append(chunk[index]) }
        return head.count < limit
      }
    } catch {
      return ""
    }
    return String(decoding: head, as: UTF8.self)
  }

  private static func text(_ bytes: [UInt8]) -> FileVerdict {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    if head.contains("<html") || head.contains("<!doctype html") || head.contains("<table") {
      return head.contains("office:document") ? .fods : .html
    }
    if head.contains("office:document") || head.contains("opendocument:xmlns:office") {
      return .fods
    }
    if head.contains("<?xml") { return .unknown }
    let isText = !bytes.prefix(4096).contains { $0 < 9 }
    let separators = head.filter { $0 == ";" || $0 == "," || $0 == "\t" }.count
    return isText && separators >= 2 && head.contains(where: \.isNewline) ? .csv : .unknown
  }
}
