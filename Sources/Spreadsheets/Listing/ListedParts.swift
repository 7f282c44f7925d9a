/// What of a workbook is listed (`svodka cells --what`).
package struct ListedParts: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let values = ListedParts(rawValue: 1 << 0)
  package static let formulas = ListedParts(rawValue: 1 << 1)
  package static let shown = ListedParts(rawValue: 1 << 2)
  package static let notices = ListedParts(rawValue: 1 << 3)
  package static let merges = ListedParts(rawValue: 1 << 4)
  package static let hidden = ListedParts(rawValue: 1 << 5)
  package static let names = ListedParts(rawValue: 1 << 6)
  package static let tables = ListedParts(rawValue: 1 << 7)
  package static let validations = ListedParts(rawValue: 1 << 8)
  package static let comments = ListedParts(rawValue: 1 << 9)
  package static let protection = ListedParts(rawValue: 1 << 10)
  package static let properties = ListedParts(rawValue: 1 << 11)

  package static let named: [(name: String, parts: ListedParts)] = [
    ("values", .values), ("formulas", .formulas), ("shown", .shown), ("notices", .notices),
    ("merges", .merges), ("hidden", .hidden), ("names", .names), ("tables", .tables),
    ("validations", .validations), ("comments", .comments), ("protection", .protection),
    ("properties", .properties),
  ]

  package static let all = named.reduce(into: ListedParts()) { $0.formUnion($1.parts) }

  /// Reads "values,notices" or "all"; nil where a name is none of `named`.
  package init?(_ list: String) {
    self = []
    for name in list.split(separator: ",", omittingEmptySubsequences: false) {
      let name = name.trimmingPrefix { $0 == " " }
      if name == "all" {
        formUnion(.all)
      } else if let known = Self.named.first(where: { $0.name == name }) {
        formUnion(known.parts)
      } else {
        return nil
      }
    }
  }

  /// Whether cells are listed at all.
  package var hasCells: Bool { !isDisjoint(with: [.values, .formulas, .shown]) }

  /// What the reader is asked for.
  package var contents: WorkbookContents {
    let wanted: [(ListedParts, WorkbookContents)] = [
      (.formulas, .formulas), (.shown, .displayedText), (.names, .names), (.tables, .tables),
      (.validations, .validations), (.comments, .comments), (.protection, .protection),
      (.properties, .properties),
    ]
    return wanted.reduce(into: []) { contents, entry in
      if contains(entry.0) { contents.formUnion(entry.1) }
    }
  }
}
