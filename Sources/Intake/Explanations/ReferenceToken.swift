/// What the text of a reference is cut into.
enum ReferenceToken {
  /// A folded word.
  case word(String)
  /// The «!» of «Кадры!D14»: the name of a sheet stands before it, known or not.
  case sheetEnd
  /// What follows it may belong to what stands before it.
  case comma
  /// «;» or a line break: it does not.
  case end

  var word: String? {
    if case .word(let word) = self { return word }
    return nil
  }

  /// A dash or colon between numbers or cells is «до».
  static func tokens(of text: String) -> [ReferenceToken] {
    let plain = text.replacing("$", with: "").replacing(
      /(\d)\s*[-–—−:]\s*(\p{L}{0,3}\d)/
    ) { "\($0.output.1) до \($0.output.2)" }
    // «Внимание! D14» names no sheet.
    let ends = Set(plain.ranges(of: /!(?=\p{L}{1,3}\d)/).map(\.lowerBound))
    var tokens: [ReferenceToken] = []
    var words = ""
    func close() {
      tokens += LabelWords.folded(words).map { .word($0) }
      words = ""
    }
    for (index, character) in zip(plain.indices, plain) {
      switch character {
      case "!" where ends.contains(index):
        close()
        tokens.append(.sheetEnd)
      case ",":
        close()
        tokens.append(.comma)
      case ";", "\n", "\r", "\r\n":
        close()
        tokens.append(.end)
      default: words.append(character)
      }
    }
    close()
    return tokens
  }
}
