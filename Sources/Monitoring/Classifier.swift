/// A dictionary of a pack: subjects, directions, addressees, factors, statuses, levels.
package struct Classifier: Sendable, Hashable {
  package struct Member: Sendable, Hashable {
    package var code: MemberCode
    /// As it is printed and as forms name it.
    package var title: String
    /// Other names that forms may use for it; compared without regard to case, ё/е and spaces.
    package var aliases: [String]
    /// Word forms and properties that sentences use: "genitive", "dative", "post", "kind", …
    package var properties: [String: String]

    package init(
      code: MemberCode, title: String, aliases: [String] = [], properties: [String: String] = [:]
    ) {
      self.code = code
      self.title = title
      self.aliases = aliases
      self.properties = properties
    }
  }

  package var code: ClassifierCode
  package var title: String
  /// In the order in which they are printed.
  package var members: [Member]

  package init(code: ClassifierCode, title: String, members: [Member]) {
    self.code = code
    self.title = title
    self.members = members
  }

  package subscript(code: MemberCode) -> Member? { members.first { $0.code == code } }
}
