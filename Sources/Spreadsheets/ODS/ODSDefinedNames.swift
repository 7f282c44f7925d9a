import Markup

extension DefinedName {
  /// A named range or expression of OpenDocument (1.3, part 3, 9.4.12 and 9.4.13); nil for one
  /// without a name.
  init?(openDocument element: borrowing MarkupElement, sheet: String?) {
    guard let name = element.string(ODSName.name), !name.isEmpty else { return nil }
    // Excel keeps references of a name as seen from A1.
    let base = element.string(ODSExtraName.baseCell).flatMap { OpenReference($0)?.range?.first }
    let move = base.map { OpenReference.Move(rows: 1 - $0.row, columns: 1 - $0.column) }
    let formula =
      if element.token == ODSExtraName.namedRange {
        Self.formula(ranges: element.string(ODSExtraName.rangeAddress) ?? "", move ?? .init())
      } else {
        OpenFormula.excel(element.string(ODSExtraName.expression) ?? "", move: move ?? .init())
      }
    self.init(
      name: name, sheet: sheet, formula: formula,
      isHidden: element.flag(ODSExtraName.isHidden) ?? false)
  }

  private static func formula(ranges: String, _ move: OpenReference.Move) -> String {
    let references = OpenReference.list(ranges)
    return references.isEmpty ? ranges : references.map { $0.excel(move) }.joined(separator: ",")
  }
}

/// A database range and the sheet that it stands in.
struct ODSTable: Hashable {
  var sheet: String
  var table: SheetTable

  /// Nil for a range that only a filter made, which has no name of its own, and for one that no
  /// cells are left of (OpenDocument 1.3, part 3, 9.4.15).
  init?(_ element: borrowing MarkupElement) {
    guard let name = element.string(ODSName.name), !name.isEmpty, !name.hasPrefix("__Anonymous"),
      let reference = OpenReference(element.string(ODSExtraName.targetRange) ?? ""),
      let sheet = reference.sheet, let range = reference.range
    else { return nil }
    self.sheet = sheet
    table = SheetTable(
      name: name, range: range, hasHeadings: element.flag(ODSExtraName.containsHeader) ?? true)
  }
}
