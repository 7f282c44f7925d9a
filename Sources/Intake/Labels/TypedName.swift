/// A name as a person types it in place of a code: case, ё/е, quotes, spaces, stops and letters that
/// look alike in either alphabet make no difference, so that «ц1» is «Ц.1» and «1,1» is «1.1».
package struct TypedName: Sendable, Hashable {
  /// How much of what was typed a near name has, in letters.
  private static let nearness = 0.5

  /// Its words; letters and digits that stand together are parts of their own.
  private let parts: [String]
  private let label: Label

  package init(_ text: String) {
    label = Label(text)
    parts = LabelWords.folded(text).reduce(into: []) { parts, word in
      parts.append("")
      for letter in word {
        let last = parts[parts.count - 1].last
        if last.map({ $0.isNumber != letter.isNumber }) ?? false { parts.append("") }
        parts[parts.count - 1].append(letter)
      }
    }
  }

  package static func == (one: TypedName, other: TypedName) -> Bool { one.parts == other.parts }

  package func hash(into hasher: inout Hasher) { hasher.combine(parts) }

  /// Whether it is what another name ends with: «МС-1» for «Форма МС-1».
  package func isEnd(of name: TypedName) -> Bool {
    !parts.isEmpty && name.parts.suffix(parts.count) == parts[...]
  }

  /// The items one of whose names has at least half of what was typed, whatever the endings of the
  /// words; those that have most of it come first.
  package func near<Item>(_ items: [Item], names: (Item) -> [String]) -> [Item] {
    let ranked = items.map { item in
      (item: item, share: names(item).map { share(in: Label($0)) }.max() ?? 0)
    }
    return ranked.enumerated().filter { $0.element.share >= Self.nearness }
      .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }
      .map(\.element.item)
  }

  /// How much of the letters that were typed stands in words that a name has, 0 to 1.
  private func share(in name: Label) -> Double {
    let typed = label.words.reduce(0) { $0 + $1.count }
    let found = label.words.filter(name.has).reduce(0) { $0 + $1.count }
    return typed == 0 ? 0 : Double(found) / Double(typed)
  }
}
