/// OLE2 files ([MS-CFB]): a directory names their streams in UTF-16.
enum CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// The streams decide, in this order: a workbook may stand inside a text document.
  static func verdict(_ bytes: [UInt8]) -> FileVerdict {
    let names = streams(of: bytes)
    if names.contains("EncryptedPackage") { return .passwordProtected }
    if names.contains("WordDocument") || names.contains("PowerPoint Document") { return .document }
    if names.contains("Workbook") || names.contains("Book") { return .oldXLS }
    if names.contains(where: { $0.hasPrefix("__substg1.0_") }) { return .mail }
    return .unknown
  }

  /// Bytes of an entry of the directory; the name has the first 64.
  private static let entryBytes = 128
  private static let nameBytes = 64
  /// Streams that are looked at; a workbook has some ten.
  private static let mostStreams = 10_000

  /// What looks like an entry of the directory: its sectors may lie anywhere, and the chain that
  /// joins them is the first thing to be damaged.
  private static func streams(of bytes: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    var place = 512
    while place + entryBytes <= bytes.count, names.count < mostStreams {
      defer { place += entryBytes }
      // Bytes of the name with its end, at 64; the kind of entry, 1, 2 or 5, at 66.
      let count = Int(bytes[place + nameBytes]) | Int(bytes[place + nameBytes + 1]) << 8
      let kind = bytes[place + nameBytes + 2]
      guard count >= 4, count <= nameBytes, count % 2 == 0, [1, 2, 5].contains(kind) else {
        continue
      }
      let units = stride(from: place, to: place + count - 2, by: 2).map {
        UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
      }
      guard !units.contains(0) else { continue }
      names.insert(String(decoding: units, as: UTF16.self))
    }
    return names
  }
}
