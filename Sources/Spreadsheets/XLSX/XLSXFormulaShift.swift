import Markup

/// Moves the relative references of a formula, as Excel does where cells share it.
///
/// A1, A$1, B2:C3, A:C, 1:3, each with a sheet before it or without; not what stands in texts, in
/// names of sheets, tables, functions and ranges. A reference that leaves the sheet is `#REF!`.
/// It costs as much as the formula is long.
struct XLSXFormulaShift {
  let rows: Int
  let columns: Int

  func moved(_ formula: String) -> String {
    let text = Array(formula.utf8)
    return moved(text.span)
  }

  /// - Parameter text: UTF-8.
  func moved(_ text: borrowing Span<UInt8>) -> String {
    var moved: [UInt8] = []
    moved.reserveCapacity(text.count + 16)
    /// Where the text begins that is not in `moved` yet.
    var kept = 0
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): index = Self.endOfQuoted(text, index)
      case UInt8(ascii: "["): index = Self.endOfBrackets(text, index)
      case let byte where Self.isOfWord(byte):
        let end = Self.endOfWord(text, index)
        guard let reference = Reference(text, index..<end) else {
          index = end
          continue
        }
        moved.append(copying: text.extracting(kept..<index))
        reference.append(movedBy: self, to: &moved)
        index = reference.end
        kept = index
      default: index += 1
      }
    }
    moved.append(copying: text.extracting(kept..<text.count))
    return String(decoding: moved, as: UTF8.self)
  }

  /// A cell, or two corners of a range, that begin with a word.
  private struct Reference {
    let first: XLSXFormulaCorner
    var last: XLSXFormulaCorner?
    var end: Int

    /// Nil when the word begins none.
    init?(_ text: borrowing Span<UInt8>, _ word: Range<Int>) {
      guard let first = XLSXFormulaCorner(text, word),
        !XLSXFormulaShift.isName(text, before: word.upperBound)
      else { return nil }
      self.first = first
      end = word.upperBound
      if end < text.count, text[end] == UInt8(ascii: ":") {
        let past = XLSXFormulaShift.endOfWord(text, end + 1)
        if let corner = XLSXFormulaCorner(text, end + 1..<past), corner.isLike(first) {
          // From one sheet to another: Q1:Q4!A1.
          if past < text.count, text[past] == UInt8(ascii: "!") { return nil }
          if !XLSXFormulaShift.isName(text, before: past) {
            last = corner
            end = past
          }
        }
      }
      // "A" and "1" are references only where they are two: A:A, 1:1.
      guard last != nil || first.isCell else { return nil }
    }

    func append(movedBy shift: XLSXFormulaShift, to moved: inout [UInt8]) {
      let whole = moved.count
      var isInside = first.append(movedBy: shift, to: &moved)
      if isInside, let last {
        moved.append(UInt8(ascii: ":"))
        isInside = last.append(movedBy: shift, to: &moved)
      }
      if !isInside {
        moved.removeSubrange(whole...)
        moved.append(contentsOf: "#REF!".utf8)
      }
    }
  }

  /// Whether the word that ends here is the name of a function, a sheet or a table.
  private static func isName(_ text: borrowing Span<UInt8>, before end: Int) -> Bool {
    guard end < text.count else { return false }
    return text[end] == UInt8(ascii: "(") || text[end] == UInt8(ascii: "!")
      || text[end] == UInt8(ascii: "[")
  }

  /// A mark that is doubled ends one piece and begins another, which comes to the same.
  private static func endOfQuoted(_ text: borrowing Span<UInt8>, _ start: Int) -> Int {
    let mark = text[start]
    var index = start + 1
    while index < text.count, text[index] != mark { index += 1 }
    return min(index + 1, text.count)
  }

  /// Columns of a table may stand in brackets within brackets, and "'" makes a bracket a letter.
  private static func endOfBrackets(_ text: borrowing Span<UInt8>, _ start: Int) -> Int {
    var depth = 0
    var index = start
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "'"): index += 1
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    return min(index, text.count)
  }

  private static func endOfWord(_ text: borrowing Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < text.count, isOfWord(text[index]) { index += 1 }
    return index
  }

  /// Letters of any language, digits, and what a name may hold.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "$"), UInt8(ascii: "\\"),
      UInt8(ascii: "?"):
      true
    default: false
    }
  }
}
