import Markup

/// Formulas of OpenDocument in the notation of Excel (OpenDocument 1.3, part 4).
enum OpenFormula {
  /// Bytes of the longest formula that is turned: Excel stops at 8,192 characters, of which none
  /// takes more than four.
  static let longest = 4 * 8_192

  /// A formula in the notation of Excel without "=": `of:=SUM([.A1:.B2];[$'Лист 1'.$C$3])` is
  /// `SUM(A1:B2,'Лист 1'!$C$3)`. Names of functions stay. What cannot be turned is given as it
  /// stands: another language of formulas than those of OpenDocument, one over `longest`, a part
  /// that is no reference.
  ///
  /// - Parameter move: how far references without "$" are moved.
  static func excel(
    _ text: borrowing Span<UInt8>, move: OpenReference.Move = OpenReference.Move()
  ) -> String {
    var bytes: [UInt8] = []
    bytes.append(copying: text)
    return excel(bytes[...], move: move)
  }

  static func excel(
    _ text: String, move: OpenReference.Move = OpenReference.Move()
  ) -> String {
    excel(Array(text.utf8)[...], move: move)
  }

  static func excel(_ bytes: ArraySlice<UInt8>, move: OpenReference.Move) -> String {
    let (language, formula) = parted(bytes)
    let isKept = language == .excel || language == .other || formula.count > longest
    guard !isKept else { return String(decoding: formula, as: UTF8.self) }
    var turning = OpenFormulaTurning(formula, move: move)
    return turning.finish()
  }

  enum Language {
    case openFormula
    /// `msoxl:`: the notation of Excel already.
    case excel
    case other
  }

  /// What a formula is written in, and the formula without prefix and "="; one in another
  /// language keeps both.
  static func parted(_ bytes: ArraySlice<UInt8>) -> (Language, ArraySlice<UInt8>) {
    for (prefix, language) in prefixes where bytes.starts(with: prefix.utf8) {
      let rest = bytes.dropFirst(prefix.utf8.count)
      return (language, rest.first == UInt8(ascii: "=") ? rest.dropFirst() : rest)
    }
    if bytes.first == UInt8(ascii: "=") { return (.openFormula, bytes.dropFirst()) }
    let name = bytes.prefix { byte in
      let letter = byte & 0xDF
      return (letter >= 65 && letter <= 90) || (byte >= 48 && byte <= 57)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    let isOther = !name.isEmpty && bytes[name.endIndex...].starts(with: ":=".utf8)
    return (isOther ? .other : .openFormula, bytes)
  }

  private static let prefixes: [(String, Language)] = [
    ("of:", .openFormula), ("oooc:", .openFormula), ("msoxl:", .excel),
  ]
}
