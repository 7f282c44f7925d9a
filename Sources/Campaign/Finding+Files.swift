import Findings

extension Finding {
  /// The finding with other names of its files.
  func calling(_ name: (Origin) -> String) -> Finding {
    var finding = self
    for place in finding.origins.indices {
      finding.origins[place].file = name(finding.origins[place])
    }
    return finding
  }

  /// Its words behind the place in the file, where it has one: «Титул!C5: Отчётный год …».
  func placed(_ words: FindingWords) -> String {
    let place = origins.first.map { $0.sheet.isEmpty ? "" : $0.place + ": " } ?? ""
    return place + words.line
  }
}
