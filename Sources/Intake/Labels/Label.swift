/// A label made comparable: case, ё/е, quotes, spaces, line breaks, hyphens, numbering and Latin
/// letters within Russian words make no difference.
struct Label: Sendable, Hashable {
  /// One word of a label in UTF-16.
  typealias Letters = [UInt16]

  /// The letters and digits in one row: equal for labels that say the same.
  let tight: Word
  /// `tight` without a number before it and a unit after it.
  let bare: Word
  /// The words that tell it from others, without «в», «и», «чел.» and their like.
  let words: [Letters]
  /// The numbers in it, but for one before it, sorted: «до 35 лет» is never «до 30 лет».
  let numbers: [Letters]

  init(_ text: String) {
    let all = LabelWords.words(of: text)
    var rest = all[...]
    while rest.count > 1, let first = rest.first, Self.isNumber(first) { rest = rest.dropFirst() }
    while rest.count > 1, let last = rest.last, Self.units.contains(last) {
      rest = rest.dropLast()
    }
    tight = Word(all.joined())
    bare = rest.count == all.count ? tight : Word(rest.joined())
    words = rest.filter { !Self.fillers.contains($0) && !Self.isNumber($0) }
    numbers = rest.filter(Self.isNumber).sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func isNumber(_ word: Letters) -> Bool {
    word.allSatisfy { (48...57).contains($0) }
  }

  /// Units that people write after a label: «Педагоги, чел.».
  private static let units = Set(
    ["чел", "человек", "ед", "единиц", "шт", "штук", "процент", "процентов"]
      .map { Array($0.utf16) })

  /// Words that tell no label from another.
  private static let fillers = Set(
    [
      "в", "во", "на", "и", "или", "по", "с", "со", "к", "из", "от", "для", "за", "о", "об", "у",
      "а", "их", "них", "том", "числе",
    ].map { Array($0.utf16) })
}
