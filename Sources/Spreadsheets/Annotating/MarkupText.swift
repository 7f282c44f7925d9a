import Markup

/// Text as it is written in XML, and what it says.
enum MarkupText {
  /// What stands in a text or an attribute: entities and references of characters resolved; those
  /// that XML does not know stay as they are.
  ///
  /// - Complexity: linear, whatever stands there: the end of a reference is looked for nearby.
  static func said(_ bytes: some Collection<UInt8>) -> String {
    let written = String(decoding: bytes, as: UTF8.self)
    guard written.utf8.contains(UInt8(ascii: "&")) else { return lines(written) }
    var said = ""
    var rest = lines(written)[...]
    while let begin = rest.firstIndex(of: "&") {
      said += rest[..<begin]
      guard let end = rest[begin...].prefix(longestReference).firstIndex(of: ";"),
        let character = character(rest[rest.index(after: begin)..<end])
      else {
        said += "&"
        rest = rest[rest.index(after: begin)...]
        continue
      }
      said += character
      rest = rest[rest.index(after: end)...]
    }
    return said + rest
  }

  /// Characters from "&" to ";": "&#1114111;" with a good many zeros before it.
  private static let longestReference = 32

  /// XML reads every end of a line as "\n" (XML 1.0, 2.11).
  private static func lines(_ text: String) -> String {
    text.utf8.contains(0x0D)
      ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
  }

  private static func character(_ name: Substring) -> String? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.first == "#" else { return nil }
      let digits = name.dropFirst()
      let value =
        digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
  }

  /// A text as the content of an element.
  static func content(_ text: String) -> [UInt8] {
    var writer = MarkupWriter(declaration: false)
    writer.text(text)
    return writer.bytes
  }

  /// A text as the value of an attribute, safe within either kind of quotes.
  static func attribute(_ text: String) -> [UInt8] {
    var writer = MarkupWriter(declaration: false)
    writer.element("a", [("b", text)])
    // Of `<a b="…"/>` what stands between the quotes.
    let written = String(decoding: writer.bytes.dropFirst(6).dropLast(3), as: UTF8.self)
    return Array(written.replacing("'", with: "&apos;").utf8)
  }

  /// Text of SpreadsheetML, where "_x000D_" would be read as a character (ECMA-376, 22.4.2.4).
  static func escaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var escaped = ""
    var rest = text[...]
    while let begin = rest.firstRange(of: "_x") {
      let digits = rest[begin.upperBound...].prefix(4)
      let behind = digits.endIndex < rest.endIndex ? rest[digits.endIndex] : " "
      escaped += rest[..<begin.lowerBound]
      escaped +=
        digits.count == 4 && digits.allSatisfy(\.isHexDigit) && behind == "_" ? "_x005F_x" : "_x"
      rest = rest[begin.upperBound...]
    }
    return escaped + rest
  }

  /// What a text of SpreadsheetML says: the opposite of `escaped`, and "_x000A_" as a line.
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var said = ""
    var rest = text[...]
    while let begin = rest.firstRange(of: "_x") {
      let digits = rest[begin.upperBound...].prefix(4)
      said += rest[..<begin.lowerBound]
      if digits.count == 4, digits.endIndex < rest.endIndex, rest[digits.endIndex] == "_",
        let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
      {
        said += String(Character(scalar))
        rest = rest[rest.index(after: digits.endIndex)...]
      } else {
        said += "_x"
        rest = rest[begin.upperBound...]
      }
    }
    return said + rest
  }
}
