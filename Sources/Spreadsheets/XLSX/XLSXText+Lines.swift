import Markup

extension XLSXText {
  /// Bytes with their escapes undone and every line ended by "\n".
  static func lines(_ bytes: [UInt8]) -> String {
    let decoded = decoded(bytes)
    guard decoded.utf8.contains(0x0D) else { return decoded }
    return decoded.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// An attribute's value with its escapes undone and every line ended by "\n"; "" where there is
  /// none.
  static func lines(_ element: borrowing MarkupElement, _ token: Int32) -> String {
    element.withValue(of: token) { value in
      var bytes: [UInt8] = []
      bytes.append(copying: value)
      return lines(bytes)
    } ?? ""
  }
}
