/// How a part of XML says that it is written.
enum ODSEncoding {
  /// Bytes of a declaration: `<?xml version="1.0" encoding="windows-1251" standalone="yes"?>`.
  private static let longestDeclaration = 200

  /// - Throws: `.unsplicable` for anything but UTF-8: bytes of another encoding may look like tags.
  static func check(_ bytes: [UInt8]) throws(AnnotationRefusal) {
    let head = bytes.prefix(longestDeclaration)
    if head.contains(0) || head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) {
      throw AnnotationRefusal(.unsplicable, part: ODSAnnotator.part, detail: "is not in UTF-8")
    }
    guard let encoding = declared(String(decoding: head, as: UTF8.self)),
      !["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding.lowercased())
    else { return }
    throw AnnotationRefusal(
      .unsplicable, part: ODSAnnotator.part, detail: "is in “\(encoding)”, not in UTF-8")
  }

  /// What a declaration names; nil for one that names nothing.
  private static func declared(_ head: String) -> String? {
    guard let start = head.firstRange(of: "<?xml"), let end = head.firstRange(of: "?>"),
      start.upperBound <= end.lowerBound
    else { return nil }
    let declaration = head[start.upperBound..<end.lowerBound]
    guard let name = declaration.firstRange(of: "encoding") else { return nil }
    let value = declaration[name.upperBound...].split { "=\"' \t\r\n".contains($0) }
    return value.first.map(String.init)
  }
}
