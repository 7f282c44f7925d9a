/// A piece of a text with `{{ … }}` tags.
package enum TagPiece: Sendable, Hashable {
  case text(String)
  /// What stands between the braces, and the character of the whole text that it begins at.
  case tag(String, offset: Int)
}

/// Cuts a text at its tags. Braces inside a quoted text of a tag do not end it.
package enum TagScanner {
  /// Throws `unclosedTag` or `strayTagEnd` with the character of the braces.
  package static func pieces(of source: String) throws(ExpressionError) -> [TagPiece] {
    let characters = Array(source)
    var pieces: [TagPiece] = []
    var text = ""
    var index = 0
    while index < characters.count {
      if isPair("{", in: characters, at: index) {
        if !text.isEmpty { pieces.append(.text(text)) }
        text = ""
        let end = try end(ofTagAt: index, in: characters)
        pieces.append(.tag(String(characters[index + 2..<end]), offset: index + 2))
        index = end + 2
      } else if isPair("}", in: characters, at: index) {
        throw ExpressionError(.strayTagEnd, at: index..<index + 2, found: "}}")
      } else {
        text.append(characters[index])
        index += 1
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  /// The index of the braces that close the tag whose braces open at `start`.
  private static func end(
    ofTagAt start: Int, in characters: [Character]
  ) throws(ExpressionError) -> Int {
    var closing: Set<Character>?
    var index = start + 2
    while index < characters.count {
      let character = characters[index]
      if let quotes = closing {
        if quotes.contains(character) { closing = nil }
      } else if isPair("}", in: characters, at: index) {
        return index
      } else {
        closing = Tokenizer.quotes[character]
      }
      index += 1
    }
    throw ExpressionError(.unclosedTag, at: start..<start + 2, found: "{{")
  }

  private static func isPair(
    _ brace: Character, in characters: [Character], at index: Int
  ) -> Bool {
    index + 1 < characters.count && characters[index] == brace && characters[index + 1] == brace
  }
}
