import Monitoring

/// The fields and rows of a pack's forms by their codes, numbered once for all rules and units.
///
/// Every field is a column. The values of one unit stand in one row of slots (`UnitValues`): those
/// of a column from its `start` on, one a row of its table.
struct FormIndex: Sendable {
  /// The rows of a column.
  enum Rows: Sendable, Hashable {
    /// A field of a list.
    case one
    /// The members of a dictionary, by their place in `tables`.
    case table(Int)
    /// The free rows of a section, whose first column this is.
    case records(first: Int)
  }

  /// Where the values of a column stand.
  struct Column: Sendable {
    let rows: Rows
    /// The slot of its first row; without meaning for free records.
    let start: Int
    /// The first column of its section: where that is zero, this may be empty. Nil for the first.
    let leader: Int?
  }

  /// A dictionary that names rows.
  struct Table: Sendable {
    let dimension: ClassifierCode
    let breakdowns: [Breakdown]
    let indices: [MemberCode: Int]
  }

  private(set) var columns: [Column] = []
  private(set) var fields: [FormField] = []
  private(set) var forms: [FormCode] = []
  private(set) var tables: [Table] = []
  private(set) var slotCount = 0
  private var indices: [String: Int] = [:]
  private let titles: [ClassifierCode: Classifier]

  init(schemas: [FormSchema], classifiers: [Classifier]) {
    titles = Dictionary(
      classifiers.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    for schema in schemas {
      for section in schema.sections { add(section, of: schema.code) }
    }
  }

  private mutating func add(_ section: FormSection, of form: FormCode) {
    let first = columns.count
    let rows: Rows
    switch section.layout {
    case .list: rows = .one
    case .table(let dimension): rows = .table(table(of: dimension))
    case .records: rows = .records(first: first)
    }
    for field in section.fields where !field.isIdentity {
      indices[field.code.rawValue] = columns.count
      let leader = columns.count == first || rows == .one ? nil : first
      columns.append(Column(rows: rows, start: slotCount, leader: leader))
      fields.append(field)
      forms.append(form)
      slotCount += count(of: rows)
    }
  }

  private mutating func table(of dimension: ClassifierCode) -> Int {
    if let known = tables.firstIndex(where: { $0.dimension == dimension }) { return known }
    let members = titles[dimension]?.members.map(\.code) ?? []
    tables.append(
      Table(
        dimension: dimension, breakdowns: members.map { Breakdown(dimension, $0) },
        indices: Dictionary(
          members.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })))
    return tables.count - 1
  }

  /// The number of slots that a column takes.
  private func count(of rows: Rows) -> Int {
    switch rows {
    case .one: 1
    case .table(let table): tables[table].breakdowns.count
    case .records: 0
    }
  }

  func column(named name: String) -> Int? { indices[name] }

  func column(of field: FieldCode) -> Int? { indices[field.rawValue] }

  /// The rows of a dictionary, whether or not a table of a form has them.
  func rows(of dimension: ClassifierCode) -> [FormRow] {
    guard let table = tables.firstIndex(where: { $0.dimension == dimension }) else {
      return titles[dimension]?.members.map { .record(Breakdown(dimension, $0.code)) } ?? []
    }
    return tables[table].breakdowns.indices.map { .table(table, $0) }
  }

  /// The row of a member in a column of a table; nil when there is no such row.
  func row(_ member: MemberCode, ofColumn column: Int) -> FormRow? {
    guard case .table(let table) = columns[column].rows else { return nil }
    return tables[table].indices[member].map { .table(table, $0) }
  }

  func breakdown(of row: FormRow) -> Breakdown {
    switch row {
    case .whole: .whole
    case .table(let table, let index): tables[table].breakdowns[index]
    case .record(let breakdown): breakdown
    }
  }

  /// The title of a row's member; nil for no row; the number of a free row.
  func title(of row: FormRow) -> String? {
    guard let part = breakdown(of: row).parts.first else { return nil }
    return titles[part.dimension]?[part.member]?.title ?? part.member.rawValue
  }
}

/// A row that a rule looks at.
enum FormRow: Hashable {
  /// No row: the unit itself.
  case whole
  /// A member of a dictionary, by the places of both in `FormIndex.tables`.
  case table(Int, Int)
  /// A free row, or one that no table has.
  case record(Breakdown)

  /// Whether it is one of a column's rows.
  func belongs(to rows: FormIndex.Rows) -> Bool {
    switch (self, rows) {
    case (.table(let table, _), .table(let other)): table == other
    case (.record(let breakdown), .records): breakdown.member(of: Breakdown.row) != nil
    case (.whole, _), (.table, _), (.record, _): false
    }
  }
}
