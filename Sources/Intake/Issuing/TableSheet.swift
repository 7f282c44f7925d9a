import Monitoring
import Spreadsheets

/// A table: № of the row, the row's title, a column a field, and beside each what it was last year.
struct TableSheet {
  let section: FormSection
  let dimension: ClassifierCode
  let occasion: FormOccasion
  private let fieldColumns: [FieldColumn]

  init(section: FormSection, dimension: ClassifierCode, occasion: FormOccasion) {
    self.section = section
    self.dimension = dimension
    self.occasion = occasion
    var next = 3
    fieldColumns = section.fields.map { field in
      let hasLast = occasion.last.shows(field)
      defer { next += hasLast ? 2 : 1 }
      return FieldColumn(field: field, column: next, last: hasLast ? next + 1 : nil)
    }
  }

  /// What a page of A4 on its side holds between its margins, millimetres.
  static let page = 277.0
  static let numberWidth = 10.0
  private static let lastWidth = 16.0

  /// One field with the columns where it stands.
  private struct FieldColumn {
    var field: FormField
    var column: Int
    var last: Int?
  }

  /// The unit of all fields; nil where they differ: then each heading names its own.
  private var unit: String? {
    let units = Set(section.fields.map(\.unit))
    return units.count == 1 ? units.first ?? nil : nil
  }

  private var widths: [Double] {
    let columns = fieldColumns
    let texts = columns.count { $0.field.kind.needsRoom }
    let numbers = Double(columns.count - texts)
    let lasts = Double(columns.count { $0.last != nil }) * Self.lastWidth
    let free = Self.page - Self.numberWidth - lasts
    // Titles of rows take what they need, up to a part of the page; texts share the rest.
    let title = texts > 0 ? 95.0 : max(36, min(95, free - numbers * 34))
    let number = texts > 0 ? 24.0 : max(14, (free - title) / max(1, numbers))
    let text = max(30, (free - title - numbers * number) / Double(max(1, texts)))
    return [Self.numberWidth, title]
      + columns.flatMap { column in
        [column.field.kind.needsRoom ? text : number] + (column.last == nil ? [] : [Self.lastWidth])
      }
  }

  private var columns: [TableHeadings.Column] {
    let stubs = ColumnNumbers(section.fields)
    var columns = [
      TableHeadings.Column(heading: "№ п/п", number: stubs.ofKey),
      TableHeadings.Column(
        heading: section.rowHeading.first ?? "Наименование", number: stubs.ofTitle),
    ]
    for (index, column) in fieldColumns.enumerated() {
      columns.append(.init(heading: heading(column.field), number: stubs.ofFields[index]))
      if column.last != nil {
        columns.append(.init(heading: occasion.last.heading, isReference: true))
      }
    }
    return columns
  }

  private func heading(_ field: FormField) -> String {
    guard unit == nil, let own = field.unit, !field.label.hasSuffix(own) else { return field.label }
    return "\(field.label), \(own)"
  }

  func make(_ places: inout FormPlaces) -> NewSheet {
    var draft = SheetDraft(
      occasion.names.name(of: section), widths: widths, orientation: .landscape)
    TableHeadings(title: section.title, owner: occasion.owner, unit: unit, columns: columns)
      .put(on: &draft)
    let members = occasion.members(of: dimension)
    for (index, member) in members.enumerated() {
      put(member, number: index + 1, TableHeadings.firstRow + index, &draft, &places)
    }
    if !members.isEmpty { limit(rows: members.count, &draft) }
    draft.keepInSight(headings: TableHeadings.rows, columns: 2)
    return draft.sheet
  }

  private func put(
    _ member: Classifier.Member, number: Int, _ row: Int, _ draft: inout SheetDraft,
    _ places: inout FormPlaces
  ) {
    draft.put(.text(String(number)), FormLooks.key, row, 1)
    draft.put(.text(member.title), FormLooks.label, row, 2)
    for column in fieldColumns {
      let key = FormPlaces.Key(column.field.code, Breakdown(dimension, member.code))
      draft.put(.empty, occasion.inputs.style(of: column.field), row, column.column)
      places.current[key] = draft.reference(row, column.column)
      guard let last = column.last else { continue }
      draft.put(occasion.last.content(of: key) ?? .empty, FormLooks.reference, row, last)
      places.previous[key] = draft.reference(row, last)
    }
  }

  private func limit(rows: Int, _ draft: inout SheetDraft) {
    // The first column of a table is the whole: where it is nobody, the rest may stay empty.
    let whole = fieldColumns.first?.column
    for column in fieldColumns {
      let range = CellRange(
        first: CellAddress(row: TableHeadings.firstRow, column: column.column),
        last: CellAddress(row: TableHeadings.firstRow + rows - 1, column: column.column))
      if let validation = occasion.inputs.validation(of: column.field, in: range) {
        draft.add(validation)
      }
      if occasion.isRequired(column.field, in: section) {
        draft.add(
          occasion.inputs.highlight(in: range, partOf: column.column == whole ? nil : whole))
      }
    }
  }
}

/// The numbers under the headings of a table: the pack's where it gives them.
struct ColumnNumbers {
  let ofKey: String
  let ofTitle: String
  let ofFields: [String]

  init(_ fields: [FormField]) {
    let declared = fields.compactMap(\.number)
    ofFields = fields.enumerated().map { $1.number ?? String($0 + 3) }
    // Forms of departments letter the columns of names where numbers are for values only.
    let isFree = declared.allSatisfy { $0 != "1" && $0 != "2" }
    ofKey = isFree ? "1" : "А"
    ofTitle = isFree ? "2" : "Б"
  }
}

extension FormField.Kind {
  /// Whether its values are words.
  var needsRoom: Bool {
    switch self {
    case .text, .choice, .identity: true
    case .count, .percent, .number, .yesNo, .date: false
    }
  }
}
