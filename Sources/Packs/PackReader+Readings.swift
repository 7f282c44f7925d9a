import Monitoring
import Yams

extension PackReader {
  private static let readingsFile = "readings.yaml"

  /// A pack without the file declares nothing: plain digits are numbers then, and nothing else. One
  /// that has it and asks for yes or no must say in which words, or every answer is unreadable.
  func readReadings(forms: [FormSchema], rosters: [Roster]) -> Readings {
    guard files.contains(Self.readingsFile),
      let root = root(
        Self.readingsFile, keys: ["units", "not_applicable", "missing", "zero", "yes", "no"])
    else { return Readings() }
    let units = units(of: root)
    var numbers = SeenNames()
    var answers = SeenNames()
    let readings = Readings(
      units: units, notApplicable: words("not_applicable", of: root, &numbers),
      missing: words("missing", of: root, &numbers), zero: words("zero", of: root, &numbers),
      yes: words("yes", of: root, &answers), no: words("no", of: root, &answers))
    let fields = forms.flatMap(\.fields).filter { $0.kind == .yesNo }
    let columns = rosters.flatMap(\.columns).filter { $0.kind == .yesNo }
    if readings.yes.isEmpty, !fields.isEmpty || !columns.isEmpty {
      faults.add(.missingKey("yes"), at: root.place(of: "yes"))
    }
    if readings.no.isEmpty, !fields.isEmpty || !columns.allSatisfy(\.isBlankNo) {
      faults.add(.missingKey("no"), at: root.place(of: "no"))
    }
    return readings
  }

  /// The words below a key. One that stands below two of them means nothing with certainty.
  private func words(_ key: String, of root: Record, _ seen: inout SeenNames) -> [String] {
    let words = root.texts(key)
    for (word, entry) in zip(words, root.elements(key)) {
      seen.add(word, of: key, at: entry.place, faults: faults)
    }
    return words
  }

  private func units(of root: Record) -> [String: [String]] {
    guard let entry = root.entry("units") else { return [:] }
    let names = entry.node.mapping?.compactMap { $0.key.scalar?.string } ?? []
    guard let record = Record(entry, keys: names, faults: faults) else { return [:] }
    return Dictionary(
      names.map { ($0, record.texts($0)) }, uniquingKeysWith: { first, _ in first })
  }
}
