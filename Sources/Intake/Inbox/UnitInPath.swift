package import Monitoring

/// Tells from the path of a file whose it is, where its content does not: by a folder, and else by
/// the name of the file, that has a unit's code or any of its names among its words.
package struct UnitInPath: Sendable {
  private let names: [(unit: UnitCode, words: [Label.Letters])]

  package init(_ register: UnitRegister) {
    names = register.units.flatMap { unit in
      let names = unit.names.flatMap { [$0.full, $0.short] }
      return ([unit.code.rawValue] + names + names.map(Self.quoted)).map {
        (unit.code, LabelWords.words(of: $0))
      }
    }
  }

  /// Who names a file leaves «МБОУ» out: what stands in the quotes alone.
  private static func quoted(_ name: String) -> String {
    guard let first = name.firstIndex(where: "«“\"".contains),
      let last = name.lastIndex(where: "»”\"".contains), first < last
    else { return name }
    return String(name[first...last])
  }

  /// - Parameter path: below the inbox, with "/".
  /// - Returns: nil where nothing names one unit only. A person puts a file into a folder to say
  ///   whose it is, so that folders speak first, the one nearest to the file before the others.
  package func unit(of path: String) -> UnitCode? {
    var parts = path.split(separator: "/").map(String.init)
    guard let file = parts.popLast() else { return nil }
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return (parts.reversed() + [stem]).lazy.compactMap(named).first
  }

  /// A name within a longer one does not count: «СОШ № 1 имени …» is not «СОШ № 1».
  private func named(_ text: String) -> UnitCode? {
    let words = LabelWords.words(of: text)
    let found = names.filter { name in
      name.words == words || (name.words.contains(where: Self.hasLetter) && words.has(name.words))
    }
    let units = Set(
      found.filter { one in
        !found.contains { $0.words.count > one.words.count && $0.words.has(one.words) }
      }.map(\.unit))
    return units.count == 1 ? units.first : nil
  }

  /// A code of digits alone is looked for as the whole name only: «форма 1.xlsx» is of anybody.
  private static func hasLetter(_ word: Label.Letters) -> Bool {
    word.contains { !(48...57).contains($0) }
  }
}

extension [Label.Letters] {
  /// Whether these words stand in it one after the other.
  fileprivate func has(_ words: [Label.Letters]) -> Bool {
    guard !words.isEmpty, words.count <= count else { return false }
    return (0...count - words.count).contains { Array(self[$0..<$0 + words.count]) == words }
  }
}
