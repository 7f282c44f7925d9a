/// Texts as both formats can hold them.
enum NewText {
  /// The text without what XML 1.0 forbids, with line breaks of one kind, and with spaces for tabs:
  /// LibreOffice leaves tabs out of the cells of ODS.
  static func clean(_ text: String) -> String {
    let isChanged: (Unicode.Scalar) -> Bool = { $0 == "\r" || $0 == "\t" || isForbidden($0) }
    guard text.unicodeScalars.contains(where: isChanged) else { return text }
    var clean = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      if scalar == "\r" {
        clean.append("\n")
      } else if scalar == "\t" {
        clean.append(" ")
      } else if !(scalar == "\n" && isAfterReturn), !isForbidden(scalar) {
        clean.append(scalar)
      }
    }
    return String(clean)
  }

  /// Whether it is no Char of XML 1.0, production [2].
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
