package import Monitoring

/// Tells from the path of a file whose it is, where its content does not: by a folder, and else by
/// the name of the file, that has a unit's code or any of its names among its words.
package struct UnitInPath: Sendable {
  private typealias Name = (unit: UnitCode, words: [Label.Letters])

  /// By their first words.
  private let names: [Label.Letters: [Name]]

  package init(_ register: UnitRegister) {
    var names: [Label.Letters: [Name]] = [:]
    for unit in register.units {
      let written = unit.names.flatMap { [$0.full, $0.short] }
      for name in [unit.code.rawValue] + written + written.map(Self.quoted) {
        let words = LabelWords.words(of: name)
        if let first = words.first { names[first, default: []].append((unit.code, words)) }
      }
    }
    self.names = names
  }

  /// Who names a file leaves «МБОУ» out: what stands in the quotes alone.
  private static func quoted(_ name: String) -> String {
    guard let first = name.firstIndex(where: "«“\"".contains),
      let last = name.lastIndex(where: "»”\"".contains), first < last
    else { return name }
    return String(name[first...last])
  }

  /// - Parameters:
  ///   - path: below the inbox, with "/".
  ///   - isMeant: whether a unit may be the one; of the others a name says nothing.
  /// - Returns: nil where nothing names one unit only. A person puts a file into a folder to say
  ///   whose it is, so that folders speak first, the one nearest to the file before the others.
  package func unit(
    of path: String, where isMeant: (UnitCode) -> Bool = { _ in true }
  ) -> UnitCode? {
    var parts = path.split(separator: "/").map(String.init)
    guard let file = parts.popLast() else { return nil }
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    for part in parts.reversed() + [stem] {
      if let unit = named(part, where: isMeant) { return unit }
    }
    return nil
  }

  /// A name within a longer one does not count: «№ 1 имени …» is not «№ 1».
  private func named(_ text: String, where isMeant: (UnitCode) -> Bool) -> UnitCode? {
    let words = LabelWords.words(of: text)
    let found = Set(words).flatMap { names[$0] ?? [] }.filter { name in
      name.words == words || (name.words.contains(where: Self.hasLetter) && words.has(name.words))
    }
    let units = Set(
      found.filter { one in
        !found.contains { $0.words.count > one.words.count && $0.words.has(one.words) }
      }.map(\.unit).filter(isMeant))
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
    return (0...count - words.count).contains { start in
      self[start..<start + words.count].elementsEqual(words)
    }
  }
}
