/// A ZIP file put together field by field (APPNOTE 4.3), so that it can lie. The parts are stored,
/// unless a method says otherwise; the checksum is right unless it is given.
struct RawZip {
  struct Entry {
    var name: [UInt8]
    var data: [UInt8]
    var method = 0
    var flags = 0
    /// What the directory and the part's own head declare; nil for the truth.
    var size: Int?
    var packedSize: Int?
    var checksum: UInt32?
    /// Where the directory says the part is; nil for where it is.
    var offset: Int?
    /// Of the directory's entry, with its head.
    var extra: [UInt8] = []

    init(_ name: String, _ data: String) {
      self.name = Array(name.utf8)
      self.data = Array(data.utf8)
    }
  }

  var entries: [Entry]
  /// Bytes before the first part, counted in no offset.
  var junk: [UInt8] = []
  /// Bytes behind the end.
  var after: [UInt8] = []
  /// What the record at the end declares; nil for the truth.
  var count: Int?
  var isZip64 = false

  init(_ entries: Entry...) { self.entries = entries }

  /// The whole file.
  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = entry.offset ?? file.count
      let checksum = Int(entry.checksum ?? Self.checksum(entry.data))
      let common =
        Self.little(entry.flags, 2) + Self.little(entry.method, 2) + [0, 0, 0x21, 0]
        + Self.little(checksum, 4) + Self.little(entry.packedSize ?? entry.data.count, 4)
        + Self.little(entry.size ?? entry.data.count, 4) + Self.little(entry.name.count, 2)
      file += Array("PK\u{3}\u{4}".utf8) + [20, 0] + common + [0, 0] + entry.name + entry.data
      directory +=
        Array("PK\u{1}\u{2}".utf8) + [20, 0, 20, 0] + common + Self.little(entry.extra.count, 2)
        + [UInt8](repeating: 0, count: 10) + Self.little(offset, 4) + entry.name + entry.extra
    }
    let number = count ?? entries.count
    var end: [UInt8] = []
    if isZip64 {
      end += Array("PK\u{6}\u{6}".utf8) + Self.little(44, 8) + [45, 0, 45, 0]
      end += Self.little(0, 8) + Self.little(number, 8) + Self.little(number, 8)
      end += Self.little(directory.count, 8) + Self.little(file.count, 8)
      end += Array("PK\u{6}\u{7}".utf8) + Self.little(0, 4)
      end += Self.little(file.count + directory.count, 8) + Self.little(1, 4)
    }
    end += Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
    end += Self.little(isZip64 ? 0xFFFF : number, 2) + Self.little(isZip64 ? 0xFFFF : number, 2)
    end += Self.little(isZip64 ? 0xFFFF_FFFF : directory.count, 4)
    end += Self.little(isZip64 ? 0xFFFF_FFFF : file.count, 4) + [0, 0]
    return junk + file + directory + end + after
  }

  static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32 bit by bit, as ISO 3309 has it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value = UInt32.max
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value >> 1 ^ (value & 1 == 0 ? 0 : 0xEDB8_8320) }
    }
    return ~value
  }
}
