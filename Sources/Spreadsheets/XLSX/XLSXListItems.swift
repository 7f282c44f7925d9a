/// The entries of a list that stands in the rule itself. Spaces around an entry are left out, as
/// office programs leave them out.
enum XLSXListItems {
  /// The entries of a formula that is one constant text: `"да,нет"`; nil for any other formula.
  ///
  /// A quotation mark within stands twice. LibreOffice writes it once: it is taken for the end of
  /// a text only where an operator follows, as in `"а"&B1&"б"`.
  static func ofConstant(_ formula: String) -> [String]? {
    let bytes = Array(formula.utf8)
    let quote = UInt8(ascii: "\"")
    guard bytes.count >= 2, bytes.first == quote, bytes.last == quote else { return nil }
    var text: [UInt8] = []
    var index = 1
    while index < bytes.count - 1 {
      if bytes[index] == quote {
        if bytes[index + 1] == quote, index + 1 < bytes.count - 1 {
          index += 1
        } else if isOperator(bytes, at: index + 1) {
          return nil
        }
      }
      text.append(bytes[index])
      index += 1
    }
    guard !text.isEmpty else { return [] }
    return text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(trimmed)
  }

  /// The entries of `x12ac:list`, where one with a comma stands in quotation marks: `1,"2,5",3`.
  static func ofList(_ list: String) -> [String] {
    let quote = UInt8(ascii: "\"")
    var items: [String] = []
    var item: [UInt8] = []
    var isQuoted = false
    var wasQuote = false
    for byte in list.utf8 {
      if byte == quote {
        // Two marks within a quoted entry are one mark of its text.
        if wasQuote, !isQuoted { item.append(quote) }
        isQuoted.toggle()
        wasQuote = !isQuoted
        continue
      }
      wasQuote = false
      if byte == UInt8(ascii: ","), !isQuoted {
        items.append(trimmed(item[...]))
        item.removeAll(keepingCapacity: true)
      } else {
        item.append(byte)
      }
    }
    items.append(trimmed(item[...]))
    return items
  }

  private static func isOperator(_ bytes: [UInt8], at start: Int) -> Bool {
    let next = bytes[start...].first { $0 != 0x20 }
    return next.map { Array("&=<>+-*/^".utf8).contains($0) } ?? false
  }

  private static func trimmed(_ item: ArraySlice<UInt8>) -> String {
    var item = item
    while item.first == 0x20 { item.removeFirst() }
    while item.last == 0x20 { item.removeLast() }
    return String(decoding: item, as: UTF8.self)
  }
}
