/// The characters of a stretch of XML.
enum ODSWrittenText {
  /// Without the tags in it and with the characters that references stand for.
  static func of(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "<") {
        guard let close = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { break }
        index = close + 1
      } else if let (scalar, end) = reference(at: index, in: bytes) {
        text.append(contentsOf: String(scalar).utf8)
        index = end
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Bytes of `&#x0010FFFF;`, the longest that anybody writes.
  private static let longestReference = 12

  private static func reference(
    at index: Int, in bytes: ArraySlice<UInt8>
  ) -> (Unicode.Scalar, end: Int)? {
    guard bytes[index] == UInt8(ascii: "&"),
      let close = bytes[index...].prefix(longestReference).firstIndex(of: UInt8(ascii: ";")),
      let scalar = scalar(String(decoding: bytes[(index + 1)..<close], as: UTF8.self))
    else { return nil }
    return (scalar, close + 1)
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case _ where name.hasPrefix("#x"):
      UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case _ where name.hasPrefix("#"): UInt32(name.dropFirst(1)).flatMap(Unicode.Scalar.init)
    default: nil
    }
  }
}
