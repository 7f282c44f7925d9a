/// Typography of Russian text.
package enum Typography {
  /// The text in «…»; what was quoted within becomes „…“.
  package static func quoted(_ text: String) -> String {
    var inner = ""
    for character in guillemets(text) {
      switch character {
      case "«": inner.append("„")
      case "»": inner.append("“")
      default: inner.append(character)
      }
    }
    return "«\(inner)»"
  }

  /// Straight and English quotes turned into «…», by whether they open or close.
  ///
  /// A quote opens at the beginning and after a space or an opening bracket; text without quotes
  /// comes back as it is.
  package static func guillemets(_ text: String) -> String {
    var result = ""
    var before: Character = " "
    for character in text {
      switch character {
      case "\"", "\u{201F}":
        result.append(before.isWhitespace || "([«„".contains(before) ? "«" : "»")
      default: result.append(character)
      }
      before = character
    }
    return result
  }

  /// No-break spaces where a line must not end: after short prepositions and conjunctions, after
  /// «№», «п.», «г.», and before a dash. Line breaks and tabs are left alone.
  package static func bound(_ text: String) -> String {
    var words: [String] = []
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      words.append(String(piece))
    }
    var result = ""
    for (position, word) in words.enumerated() {
      result += word
      guard position + 1 < words.count else { break }
      let next = words[position + 1]
      let isBound =
        clinging.contains(word.lowercased()) || next == Mark.longDash || next == Mark.dash
      result += isBound && !word.isEmpty ? Mark.noBreakSpace : " "
    }
    return result
  }

  /// With a full stop, where it does not end a sentence already.
  package static func stopped(_ text: String) -> String {
    guard let last = text.last, !".!?…".contains(last) else { return text }
    return text + "."
  }

  /// The first letter made a capital, the rest as it is.
  package static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The first letter made small, unless the word is an abbreviation («МСОКО», «СОШ»).
  package static func uncapitalized(_ text: String) -> String {
    let second = text.dropFirst().first
    if second?.isUppercase ?? false { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Words that must not stand at the end of a line.
  private static let clinging: Set<String> = [
    "в", "во", "к", "ко", "с", "со", "у", "о", "об", "от", "до", "за", "из", "на", "по", "при",
    "и", "а", "не", "ни", "для", "без", "под", "над", "№", "п.", "пп.", "г.", "ст.", "рис.",
    "табл.",
  ]
}
