/// What the text of a reference is cut into.
enum ReferenceToken {
  /// A folded word.
  case word(String)
  /// What follows it may belong to what stands before it.
  case comma
  /// «;» or a line break: it does not.
  case end

  /// A dash or colon between numbers or cells is «до».
  static func tokens(of text: String) -> [ReferenceToken] {
    let plain = text.replacing("$", with: "").replacing(
      /(\d)\s*[-–—−:]\s*(\p{L}{0,3}\d)/
    ) { "\($0.output.1) до \($0.output.2)" }
    var tokens: [ReferenceToken] = []
    var words = ""
    func close() {
      tokens += LabelWords.folded(words).map { .word($0) }
      words = ""
    }
    for character in plain {
      switch character {
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
