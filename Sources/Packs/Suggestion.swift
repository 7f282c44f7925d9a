/// What was probably meant by a word that is not known.
enum Suggestion {
  /// The nearest of the known words; nil when none is near: more than a third of its letters would
  /// have to change, or more than one of a short word.
  static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let typed = letters(word)
    var best: (word: String, distance: Int)?
    for candidate in known {
      let distance = distance(typed, letters(candidate))
      guard distance <= max(1, max(typed.count, candidate.count) / 3) else { continue }
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Lower case, with Cyrillic letters that look Latin taken as those: a frequent slip of the
  /// keyboard that the eye does not see.
  private static func letters(_ word: String) -> [Character] {
    word.lowercased().map { twins[$0] ?? $0 }
  }

  private static let twins: [Character: Character] = [
    "а": "a", "в": "b", "е": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c",
    "т": "t", "у": "y", "х": "x", "-": "_", " ": "_",
  ]

  /// How many letters must be changed, put in, left out or swapped with their neighbour.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[b.count]
  }
}
