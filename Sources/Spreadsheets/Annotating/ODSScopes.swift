import OpenDocument

/// What the prefixes of names mean, within the elements that are open.
struct ODSScopes {
  private struct Binding {
    /// "" for the namespace of elements without a prefix.
    var prefix: String
    /// Nil for a namespace that does not matter.
    var space: ODSSpace?
    /// Elements that are open where it holds, its own with them; 0 for what holds everywhere.
    var depth: Int
  }

  private var bindings: [Binding] = []

  private static let spaces: [String: ODSSpace] = Dictionary(
    ODSSpace.allCases.compactMap { space in
      Namespaces.name(of: space.rawValue).map { ($0, space) }
    }, uniquingKeysWith: { first, _ in first })

  /// What an element declares holds until `leave`.
  /// - Returns: false for a prefix that gets another meaning than it had: what is written into
  ///   such an element would not mean what it says.
  mutating func enter(prefix: String, uri: String, depth: Int) -> Bool {
    let space = Self.spaces[uri]
    let before = bindings.last { $0.prefix == prefix }
    guard space != nil || before != nil else { return true }
    bindings.append(Binding(prefix: prefix, space: space, depth: depth))
    return prefix.isEmpty || before?.space == nil || before?.space == space
  }

  /// Forgets what elements that are closed declared.
  mutating func leave(_ depth: Int) {
    while let last = bindings.last, last.depth > depth { bindings.removeLast() }
  }

  /// Makes all that holds now hold to the end.
  mutating func settle() {
    for index in bindings.indices where bindings[index].depth > 0 { bindings[index].depth = 0 }
  }

  func space(of prefix: String) -> ODSSpace? {
    bindings.last { $0.prefix == prefix }?.space
  }

  /// The prefix of a namespace that attributes may have as well; nil for none.
  func prefix(of space: ODSSpace) -> String? {
    bindings.last { $0.space == space && !$0.prefix.isEmpty }?.prefix
  }
}
