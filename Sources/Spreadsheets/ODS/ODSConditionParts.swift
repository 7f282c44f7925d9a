/// Takes the text of a condition apart. Texts in quotes, names in apostrophes and whatever stands
/// within brackets belong together.
struct ODSConditionParts {
  let move: OpenReference.Move
  /// Whether its formulas are in the notation of Excel already.
  let isExcel: Bool

  /// A formula in the notation of Excel; nil for none.
  func formula(_ bytes: ArraySlice<UInt8>) -> String? {
    let formula = Self.trimmed(bytes)
    guard !formula.isEmpty else { return nil }
    return isExcel
      ? String(decoding: formula, as: UTF8.self) : OpenFormula.excel(formula, move: move)
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }

  /// The name of the function at the start, what its brackets hold, and the rest; nil where no
  /// call stands there.
  static func call(
    _ bytes: ArraySlice<UInt8>
  ) -> (name: String, inside: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    let bytes = trimmed(bytes)
    let name = bytes.prefix { ($0 >= 97 && $0 <= 122) || $0 == UInt8(ascii: "-") }
    let arguments = trimmed(bytes[name.endIndex...])
    guard !name.isEmpty, arguments.first == UInt8(ascii: "(") else { return nil }
    var end: Int?
    walk(arguments) { index, byte, depth in
      if depth == 0, byte == UInt8(ascii: ")") { end = index }
      return end == nil
    }
    guard let end else { return nil }
    return (
      String(decoding: name, as: UTF8.self), arguments[(arguments.startIndex + 1)..<end],
      trimmed(arguments[(end + 1)...])
    )
  }

  /// The pieces between separators that stand within no brackets.
  static func pieces(_ bytes: ArraySlice<UInt8>, by separator: UInt8) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    walk(bytes) { index, byte, depth in
      if depth == 0, byte == separator {
        pieces.append(bytes[start..<index])
        start = index + 1
      }
      return true
    }
    pieces.append(bytes[start...])
    return pieces
  }

  /// The entries of a list of texts and numbers; nil where it holds anything else.
  static func constants(_ bytes: ArraySlice<UInt8>) -> [String]? {
    var items: [String] = []
    for piece in pieces(bytes, by: UInt8(ascii: ";")) {
      guard let item = constant(trimmed(piece)) else { return nil }
      items.append(item)
    }
    return items
  }

  private static func constant(_ piece: ArraySlice<UInt8>) -> String? {
    let quote = UInt8(ascii: "\"")
    guard piece.first == quote, piece.count >= 2, piece.last == quote else {
      let isNumber =
        !piece.isEmpty
        && piece.allSatisfy { ($0 >= 48 && $0 <= 57) || $0 == UInt8(ascii: ".") || $0 == 0x2D }
      return isNumber ? String(decoding: piece, as: UTF8.self) : nil
    }
    var text: [UInt8] = []
    var isMark = false
    for byte in piece.dropFirst().dropLast() {
      // A mark that nothing doubles ends the text: it is a formula of several.
      if isMark, byte != quote { return nil }
      isMark = byte == quote && !isMark
      if !isMark { text.append(byte) }
    }
    return isMark ? nil : String(decoding: text, as: UTF8.self)
  }

  /// The comparison at the start and the value behind it; nil for none.
  static func comparison(
    _ bytes: ArraySlice<UInt8>
  ) -> (CellValidation.Comparison, ArraySlice<UInt8>)? {
    for (sign, comparison) in signs where bytes.starts(with: sign.utf8) {
      return (comparison, bytes.dropFirst(sign.utf8.count))
    }
    return nil
  }

  private static let signs: [(String, CellValidation.Comparison)] = [
    ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("!=", .notEqual), ("<>", .notEqual),
    ("=", .equal), ("<", .less), (">", .greater),
  ]

  /// Calls `body` for each byte outside quotes with the depth of brackets around it, a bracket
  /// counting as outside itself, until it answers false.
  private static func walk(
    _ bytes: ArraySlice<UInt8>, _ body: (Int, UInt8, Int) -> Bool
  ) {
    var depth = 0
    var quote: UInt8?
    for index in bytes.indices {
      let byte = bytes[index]
      if let open = quote {
        // A doubled one closes and opens again.
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        if !body(index, byte, depth) { return }
        depth += 1
        continue
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if !body(index, byte, depth) { return }
    }
  }
}
