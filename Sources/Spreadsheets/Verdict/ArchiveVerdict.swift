import Archives

/// What a ZIP holds, told by the names of its parts and, for OpenDocument, by its manifest.
enum ArchiveVerdict {
  static func verdict(_ archive: inout Archive) -> FileVerdict {
    if archive.part(named: "content.xml") != nil { return openDocument(&archive) }
    // The whole package in one encrypted part (OpenDocument 1.4, LibreOffice from 24.8 on).
    if archive.part(named: "encrypted-package") != nil { return .passwordProtected }
    if archive.part(named: "EncryptedPackage") != nil { return .passwordProtected }
    var isSheet = false
    var isBinary = false
    var isDocument = false
    for part in archive.parts {
      let name = part.folded
      if name.hasSuffix("workbook.bin") { isBinary = true }
      if name.hasPrefix("word/") || name.hasPrefix("ppt/") || name.hasPrefix("visio/") {
        isDocument = true
      }
      if name.hasPrefix("xl/"), name.hasSuffix("workbook.xml") { isSheet = true }
      if name.hasSuffix("worksheets/sheet1.xml") { isSheet = true }
    }
    if isSheet { return .xlsx }
    if isBinary { return .xlsb }
    if archive.part(named: "[Content_Types].xml") != nil { return isDocument ? .document : .xlsx }
    return .archive
  }

  /// What is to be said of the file as a whole.
  static func notices(_ archive: borrowing Archive) -> [Notice] {
    var notices: [Notice] = []
    if holdsMacros(archive) { notices.append(Notice(.macros, at: nil)) }
    if !archive.repeatedNames.isEmpty { notices.append(Notice(.repeatedPart, at: nil)) }
    return notices
  }

  /// Whether a workbook brings macros: a project of Visual Basic, sheets of macros of Excel 4, or
  /// libraries of OpenDocument.
  static func holdsMacros(_ archive: borrowing Archive) -> Bool {
    archive.parts.contains { part in
      let name = part.folded
      return name.hasSuffix("vbaproject.bin") || name.hasPrefix("xl/macrosheets/")
        || (name.hasPrefix("basic/") && !name.hasSuffix("script-lc.xml"))
        || name.hasPrefix("scripts/")
    }
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
}
