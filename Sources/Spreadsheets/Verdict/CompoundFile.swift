/// OLE2 files ([MS-CFB]): a small file system, whose root names the streams of a workbook.
enum CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// Bytes that are looked at. The directory stands anywhere; a file of more is no form.
  static let mostBytes = 64 << 20

  /// The streams of the root decide: a text document may stand inside a workbook, and a workbook
  /// inside a text document. Where the root cannot be found, all names do.
  static func verdict(_ bytes: [UInt8]) -> FileVerdict {
    let file = CompoundFileBytes(bytes: bytes)
    let entries = file.directory
    let names = CompoundEntry.namesOfRoot(in: entries) ?? file.allNames
    if names.contains("EncryptedPackage") { return .passwordProtected }
    if names.contains("Workbook") || names.contains("Book") { return .oldXLS }
    if names.contains("WordDocument") || names.contains("PowerPoint Document") { return .document }
    if names.contains(where: { $0.hasPrefix("__substg1.0_") }) { return .mail }
    return .unknown
  }
}

/// An entry of the directory: 128 bytes (2.6.1).
struct CompoundEntry {
  static let byteCount = 128

  var name: String
  /// Numbers of other entries of the same folder, and of one within this; `none` for none.
  var left: Int
  var right: Int
  var child: Int

  static let none = 0xFFFF_FFFF

  /// The names right below the root, which is the first entry; nil where there are none.
  static func namesOfRoot(in entries: [CompoundEntry?]) -> Set<String>? {
    guard let root = entries.first ?? nil, root.child != none else { return nil }
    var names: Set<String> = []
    var seen: Set<Int> = []
    var waiting = [root.child]
    while let number = waiting.popLast() {
      // A number that was seen is a circle that somebody made.
      guard number < entries.count, seen.insert(number).inserted, let entry = entries[number]
      else { continue }
      names.insert(entry.name)
      waiting += [entry.left, entry.right]
    }
    return names.isEmpty ? nil : names
  }
}

/// The bytes of an OLE2 file.
struct CompoundFileBytes {
  let bytes: [UInt8]

  /// Entries of the directory that are looked at; a workbook has some ten.
  private static let mostEntries = 10_000
  /// Sectors of the table of sectors whose places stand in the head.
  private static let tablesInHead = 109

  /// The entries in the order of their numbers; nil for one that is unused.
  var directory: [CompoundEntry?] {
    guard let shift = number(30, 2), shift == 9 || shift == 12, let first = number(48, 4) else {
      return []
    }
    var entries: [CompoundEntry?] = []
    var sector = first
    while let start = place(of: sector, shift), entries.count < Self.mostEntries {
      for place in stride(from: start, to: start + 1 << shift, by: CompoundEntry.byteCount) {
        entries.append(entry(at: place))
      }
      guard let next = self.next(after: sector, shift) else { break }
      sector = next
    }
    return entries
  }

  /// Every name of what looks like an entry: the chain of sectors is the first to be damaged.
  var allNames: Set<String> {
    var names: Set<String> = []
    for place in stride(from: 512, to: bytes.count, by: CompoundEntry.byteCount) {
      guard names.count < Self.mostEntries else { break }
      if let entry = entry(at: place) { names.insert(entry.name) }
    }
    return names
  }

  private func number(_ place: Int, _ width: Int) -> Int? {
    guard place >= 0, place <= bytes.count - width else { return nil }
    return (0..<width).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
  }

  /// Where a sector begins; nil for one that is not whole in the file.
  private func place(of sector: Int, _ shift: Int) -> Int? {
    let start = (sector + 1) << shift
    return start <= bytes.count - 1 << shift ? start : nil
  }

  /// The sector that follows in a chain (2.3), by the table whose sectors the head lists.
  private func next(after sector: Int, _ shift: Int) -> Int? {
    let each = 1 << shift / 4
    guard sector / each < Self.tablesInHead, let table = number(76 + sector / each * 4, 4),
      let start = place(of: table, shift)
    else { return nil }
    return number(start + sector % each * 4, 4)
  }

  private func entry(at place: Int) -> CompoundEntry? {
    // Bytes of the name with its end, at 64; the kind of entry at 66: 1 folder, 2 stream, 5 root.
    guard let count = number(place + 64, 2), count >= 4, count <= 64, count % 2 == 0,
      let kind = number(place + 66, 1), [1, 2, 5].contains(kind), let left = number(place + 68, 4),
      let right = number(place + 72, 4), let child = number(place + 76, 4)
    else { return nil }
    let units = stride(from: place, to: place + count - 2, by: 2).map {
      UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
    }
    guard !units.contains(0) else { return nil }
    return CompoundEntry(
      name: String(decoding: units, as: UTF16.self), left: left, right: right, child: child)
  }
}
