/// Files that their first bytes tell.
enum FileHead {
  /// Bytes that are looked at: an XML or HTML file has named itself by then.
  static let byteCount = 4096

  /// - Returns: nil where the first bytes do not decide.
  static func verdict(_ head: [UInt8]) -> FileVerdict? {
    if isBIFF(head) { return .oldXLS }
    if isPhotograph(head) { return .picture }
    return signatures.first { head.starts(with: $0.bytes) }?.verdict
  }

  private static let signatures: [(bytes: [UInt8], verdict: FileVerdict)] = [
    (Array("%PDF".utf8), .pdf), ([0xFF, 0xD8, 0xFF], .picture),
    ([0x89] + Array("PNG".utf8), .picture), (Array("GIF8".utf8), .picture),
    (Array("AT&TFORM".utf8), .picture),
    ([0x49, 0x49, 0x2A, 0], .picture), ([0x4D, 0x4D, 0, 0x2A], .picture),
    (Array("Rar!".utf8), .otherArchive),
    ([0x37, 0x7A, 0xBC, 0xAF], .otherArchive), ([0x1F, 0x8B], .otherArchive),
    (Array("BZh".utf8), .otherArchive), ([0xFD] + Array("7zXZ".utf8), .otherArchive),
    (Array("{\\rtf".utf8), .document),
    // TNEF: winmail.dat, in which Outlook packs attachments.
    ([0x78, 0x9F, 0x3E, 0x22], .mail),
    // Base64 of a ZIP and of an OLE2 file: an attachment that nobody decoded.
    (Array("UEsDB".utf8), .mail), (Array("0M8R4KGx".utf8), .mail),
    (Array("begin 6".utf8), .mail),
  ]

  /// Whether it is HEIF or AVIF, as telephones save: the brand follows "ftyp".
  private static func isPhotograph(_ head: [UInt8]) -> Bool {
    guard head.count >= 12, head[4..<8].elementsEqual("ftyp".utf8) else { return false }
    return ["heic", "heix", "mif1", "avif"].contains { head[8..<12].elementsEqual($0.utf8) }
  }

  /// Whether it begins with the record that opens a stream of BIFF 2, 3, 4, 5 or 8 ([MS-XLS]
  /// 2.4.21 and its forerunners): the streams of old programs stand in no OLE2 file.
  private static func isBIFF(_ head: [UInt8]) -> Bool {
    guard head.count >= 4, head[0] == 9, head[3] == 0 else { return false }
    return [0, 2, 4, 8].contains(head[1]) && [4, 6, 8, 16].contains(head[2])
  }
}
