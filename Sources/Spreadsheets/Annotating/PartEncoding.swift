/// Whether a part is written in UTF-8: splices are.
enum PartEncoding {
  /// - Throws: `.unsplicable` for UTF-16 and for any other encoding that is declared.
  static func check(_ bytes: [UInt8], part: String) throws(AnnotationRefusal) {
    let isWide =
      bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
      || bytes.prefix(4).contains(0)
    guard !isWide else {
      throw AnnotationRefusal(.unsplicable, part: part, detail: "is written in UTF-16")
    }
    let head = String(decoding: bytes.prefix(declarationBytes), as: UTF8.self)
    guard let begin = head.firstRange(of: "<?xml"),
      let end = head[begin.upperBound...].firstRange(of: "?>"),
      let word = head[begin.upperBound..<end.lowerBound].firstRange(of: "encoding")
    else { return }
    let rest = head[word.upperBound..<end.lowerBound]
    let encoding = rest.drop { !$0.isLetter }.prefix { $0 != "\"" && $0 != "'" }.lowercased()
    guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding) else {
      throw AnnotationRefusal(.unsplicable, part: part, detail: "is written in \(encoding)")
    }
  }

  /// Bytes at the start of a part in which its declaration stands.
  private static let declarationBytes = 200
}
