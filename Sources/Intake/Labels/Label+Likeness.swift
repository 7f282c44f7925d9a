extension Label {
  /// How alike two labels are, 0 to 1: the letters in words that both have, over all letters.
  /// Labels with different numbers in them are not alike at all.
  func likeness(to other: Label) -> Double {
    guard numbers == other.numbers, !words.isEmpty, !other.words.isEmpty else { return 0 }
    var open = other.words
    var shared = 0
    for word in words {
      guard let match = open.firstIndex(where: { Self.isSame($0, word) }) else { continue }
      shared += word.count + open[match].count
      open.remove(at: match)
    }
    let all = (words + other.words).reduce(0) { $0 + $1.count }
    return Double(shared) / Double(all)
  }

  /// The words that `other` has nothing like.
  func words(notIn other: Label) -> [Letters] {
    words.filter { !other.has($0) }
  }

  func has(_ word: Letters) -> Bool {
    words.contains { Self.isSame($0, word) }
  }

  /// Whether two words are one: alike, in another form («школьном», «школьного»), or with one
  /// letter mistyped in a word of at least six.
  static func isSame(_ a: Letters, _ b: Letters) -> Bool {
    if a == b { return true }
    guard abs(a.count - b.count) <= 3 else { return false }
    var common = 0
    let shorter = min(a.count, b.count)
    while common < shorter, a[common] == b[common] { common += 1 }
    // An ending of up to three letters after a stem that is at least twice as long.
    if common >= 4, a.count - common <= 3, b.count - common <= 3,
      common >= 2 * max(a.count - common, b.count - common)
    {
      return true
    }
    return shorter >= 6 && isOneLetterAway(a, b, from: common)
  }

  /// Whether one letter put in, left out or changed, or two that changed places, make one of the
  /// other; `common` letters at the beginning are equal.
  private static func isOneLetterAway(
    _ a: Letters, _ b: Letters, from common: Int
  ) -> Bool {
    let restA = a[common...]
    let restB = b[common...]
    if restA.dropFirst() == restB.dropFirst() || restA.dropFirst() == restB
      || restA == restB.dropFirst()
    {
      return true
    }
    return restA.count >= 2 && restA.prefix(2).reversed() == Array(restB.prefix(2))
      && restA.dropFirst(2) == restB.dropFirst(2)
  }
}
