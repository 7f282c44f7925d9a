import Findings
import Monitoring
import Spreadsheets

/// The places that a finding is about, as a reference may name them: its cells, and the rows and
/// columns of the form that these are.
struct FindingSpots: Sendable {
  struct Spot: Sendable {
    /// The folded name of the sheet that it stands on; empty for the file as a whole.
    var sheet: [String]
    /// The sheet's name in the file, and those of its section in the form.
    var names: Set<[String]>
    /// Nil for a whole sheet, and for a value without a cell.
    var cell: CellAddress?
    var field: FormField?
    var isWholeSheet: Bool { cell == nil && field == nil }
    var section: FormSection?
    var breakdown = Breakdown.whole
  }

  /// Forms of one unit may come in several files with sheets of one name.
  private struct Cell: Hashable {
    var file: String
    var sheet: String
    var address: String

    init(_ origin: Origin) { (file, sheet, address) = (origin.hash, origin.sheet, origin.cell) }
  }

  private let schema: FormSchema
  private let members: [ClassifierCode: [MemberCode]]
  private let keys: [Cell: Observation.Key]

  init(schema: FormSchema, classifiers: [Classifier], observations: [Observation]) {
    self.schema = schema
    members = Dictionary(
      classifiers.map { ($0.code, $0.members.map(\.code)) }, uniquingKeysWith: { first, _ in first }
    )
    keys = Dictionary(
      observations.compactMap { observation in
        observation.origin.map { (Cell($0), observation.key) }
      }, uniquingKeysWith: { first, _ in first })
  }

  func spots(of finding: Finding) -> [Spot] {
    let seen = finding.origins.map { origin in
      let key = keys[Cell(origin)]
      var spot = spot(key?.field ?? "", key?.breakdown ?? .whole, sheet: origin.sheet)
      spot.cell = CellAddress(origin.cell)
      return spot
    }
    guard !finding.key.field.isEmpty else { return seen }
    let own = spot(
      FieldCode(rawValue: finding.key.field), Breakdown(finding.key.breakdown) ?? .whole,
      sheet: finding.origins.first?.sheet ?? "")
    return seen + [own]
  }

  private func spot(_ field: FieldCode, _ breakdown: Breakdown, sheet: String) -> Spot {
    let section = schema.section(of: field)
    let name = LabelWords.folded(sheet)
    var names: Set<[String]> = [name]
    if let section { names.insert(LabelWords.folded(section.sheet)) }
    return Spot(
      sheet: name, names: names, field: schema.field(field), section: section, breakdown: breakdown)
  }

  /// Whether a reference names this place; what it says of codes and sheets is not looked at.
  func isAt(_ spot: Spot, _ reference: Reference) -> Bool {
    guard reference.namesPlace else { return spot.isWholeSheet }
    if !reference.cells.isEmpty {
      guard let cell = spot.cell, reference.cells.contains(where: { $0.contains(cell) }) else {
        return false
      }
    }
    // «стр. 03» alone is the row of a list; rows of a table have names.
    let isNumbered = reference.sheet != nil || !reference.columns.isEmpty
    let rows = reference.rows.filter { side in
      if case .numbers = side { return isNumbered || spot.section?.layout == .list }
      return true
    }
    return (reference.rows.isEmpty || rows.contains { isRow($0, of: spot) })
      && (reference.columns.isEmpty || reference.columns.contains { isColumn($0, of: spot) })
      && (!reference.rows.isEmpty || reference.columns.isEmpty || spot.section?.layout != .list)
  }

  private func isRow(_ side: Reference.Side, of spot: Spot) -> Bool {
    guard let section = spot.section else { return false }
    switch side {
    case .field(let field): return section.layout == .list && spot.field?.code == field
    case .member(let part): return spot.breakdown.parts.contains(part)
    case .numbers(let numbers):
      return rowNumber(of: spot, in: section).map(numbers.contains) ?? false
    }
  }

  /// In a list the value's column is known by its row.
  private func isColumn(_ side: Reference.Side, of spot: Spot) -> Bool {
    guard let section = spot.section else { return false }
    switch side {
    case .field(let field): return spot.field?.code == field
    case .member: return false
    case .numbers(let numbers):
      return section.layout == .list
        || spot.field?.number.flatMap({ Int($0) }).map(numbers.contains) ?? false
    }
  }

  /// The number of a row as people quote it: that of the field in a list, the place in the
  /// dictionary in a table.
  private func rowNumber(of spot: Spot, in section: FormSection) -> Int? {
    switch section.layout {
    case .list: spot.field?.number.flatMap { Int($0) }
    case .records: spot.breakdown.member(of: Breakdown.row).flatMap { Int($0.rawValue) }
    case .table(let dimension):
      spot.breakdown.member(of: dimension).flatMap { members[dimension]?.firstIndex(of: $0) }
        .map { $0 + 1 }
    }
  }
}
