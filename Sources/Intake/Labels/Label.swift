/// A label made comparable: case, ё/е, quotes, spaces, line breaks, hyphens, numbering and Latin
/// letters within Russian words make no difference.
struct Label: Sendable, Hashable {
  /// The letters of a word, which are compared more often than anything else here.
  typealias Word = [UInt16]

  /// The letters and digits in one row: equal for labels that say the same.
  let tight: String
  /// `tight` without a number before it and a unit after it.
  let bare: String
  /// The words that tell it from others, without «в», «и», «чел.» and their like.
  let words: [Word]
  /// The numbers in it, but for one before it, sorted: «до 35 лет» is never «до 30 лет».
  let numbers: [String]

  init(_ text: String) {
    let all = Self.split(text)
    var rest = all[...]
    while rest.count > 1, let first = rest.first, first.allSatisfy(\.isNumber) {
      rest = rest.dropFirst()
    }
    while rest.count > 1, let last = rest.last, Self.units.contains(last) {
      rest = rest.dropLast()
    }
    tight = all.joined()
    bare = rest.joined()
    words = rest.filter { !Self.fillers.contains($0) && !$0.allSatisfy(\.isNumber) }
      .map { Array($0.utf16) }
    numbers = rest.filter { $0.allSatisfy(\.isNumber) }.sorted()
  }

  /// Units that people write after a label: «Педагоги, чел.».
  private static let units: Set<String> = [
    "чел", "человек", "ед", "единиц", "шт", "штук", "процент", "процентов",
  ]

  /// Words that tell no label from another.
  private static let fillers: Set<String> = [
    "в", "во", "на", "и", "или", "по", "с", "со", "к", "из", "от", "для", "за", "о", "об", "у", "а",
    "их", "них", "том", "числе",
  ]

  /// Latin letters that look like Russian ones and are typed in their stead.
  private static let lookalikes: [Character: Character] = [
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м", "o": "о", "p": "р",
    "t": "т", "x": "х", "y": "у",
  ]

  /// Letters whose marks people leave out, or which some systems store as letter and mark.
  private static let plain: [Unicode.Scalar: Unicode.Scalar] = ["ё": "е", "й": "и"]

  /// The words of a text in lower case, with Latin look-alikes in Russian words made Russian.
  private static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      // A soft hyphen and zero-width marks are not seen: they divide nothing.
      if scalar.properties.isDefaultIgnorableCodePoint { continue }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(plain[scalar] ?? scalar)
      } else if scalar.properties.canonicalCombiningClass == .notReordered, !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.map(russian)
  }

  private static func russian(_ word: String) -> String {
    guard word.unicodeScalars.contains(where: { ("а"..."я").contains($0) }) else { return word }
    return String(word.map { lookalikes[$0] ?? $0 })
  }
}
