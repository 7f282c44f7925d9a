/// An entry of a ZIP directory (APPNOTE 6.3.10, 4.3.12), as far as reading its part needs it.
struct ZipEntry: Hashable, Sendable {
  /// 0 stored, 8 deflated; the others are not read.
  var method: Int
  var checksum: UInt32
  /// Bytes in the file, as the directory declares them.
  var packedSize: Int
  /// Bytes of the content, as the directory declares them.
  var size: Int
  /// Where the part's own head begins in the file.
  var offset: Int
  /// Bytes of the name: how long the part is at least is told with them.
  var nameBytes: Int
  var isEncrypted: Bool
  /// Why the part cannot be read whatever its data are; nil when it can.
  var fault: String?

  /// Where its data end at the earliest; the part's own head may have an extra field besides.
  var leastEnd: Int { offset &+ ZipEntry.headBytes &+ nameBytes &+ packedSize }

  /// Bytes of a part's own head before its name (4.3.7).
  static let headBytes = 30

  /// What a compression method is called (4.4.5).
  static func name(ofMethod method: Int) -> String {
    switch method {
    case 1: "1 (Shrink)"
    case 6: "6 (Implode)"
    case 9: "9 (Deflate64)"
    case 12: "12 (bzip2)"
    case 14: "14 (LZMA)"
    case 93, 20: "\(method) (Zstandard)"
    case 95: "95 (xz)"
    case 98: "98 (PPMd)"
    case 99: "99 (AES)"
    default: "\(method)"
    }
  }
}
