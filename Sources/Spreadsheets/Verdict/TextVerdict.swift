/// Files of text: XML, web pages, letters, CSV.
enum TextVerdict {
  static func verdict(_ bytes: [UInt8]) -> FileVerdict {
    let head = text(bytes).lowercased()
    let isFlat = head.contains("office:document") || head.contains("opendocument:xmlns:office")
    if isFlat {
      // Flat text documents and drawings begin alike, but for their kind.
      guard let kind = head.firstRange(of: "opendocument.") else { return .fods }
      return head[kind.upperBound...].hasPrefix("spreadsheet") ? .fods : .document
    }
    if head.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .xml2003 }
    let beforeMarkup = head.prefix { $0 != "<" }
    if beforeMarkup.contains("mime-version:") || head.hasPrefix("received:")
      || head.hasPrefix("from:")
      || head.hasPrefix("return-path:") || head.hasPrefix("delivered-to:")
    {
      // Excel packs a web page with its pictures so, and says that it is a workbook.
      return head.contains("multipart/related") && head.contains("x-document-type") ? .html : .mail
    }
    if head.contains("<html") || head.contains("<!doctype html") || head.contains("<table") {
      return .html
    }
    if head.contains("<?xml") { return .unknown }
    let separators = head.filter { $0 == ";" || $0 == "," || $0 == "\t" }.count
    // Below a tab there is no letter of a text.
    let isText = !head.unicodeScalars.contains { $0.value < 9 }
    return isText && separators >= 2 && head.contains(where: \.isNewline) ? .csv : .unknown
  }

  /// Bytes as text: UTF-16 where a mark or the zeros of Latin letters say so, otherwise as far as
  /// they are ASCII.
  private static func text(_ bytes: [UInt8]) -> String {
    let first = Array(bytes.prefix(4))
    let isLittle = first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0x3C, 0, 0x3F, 0])
    let isBig = first.starts(with: [0xFE, 0xFF]) || first.starts(with: [0, 0x3C, 0, 0x3F])
    guard isLittle || isBig else { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 0, to: bytes.count - bytes.count % 2, by: 2).map { index in
      let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? one | two << 8 : one << 8 | two
    }
    return String(decoding: units, as: UTF16.self)
  }
}
