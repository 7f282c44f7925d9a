import Monitoring
import Spreadsheets

/// A list with a heading over its values: № of the row, label, unit, value, last year's value.
struct ListSheet {
  let section: FormSection
  let occasion: FormOccasion

  /// What a page of A4 holds between its margins, millimetres.
  private static let page = 190.0
  private static let numberWidth = 14.0
  private static let unitWidth = 22.0
  private static let valueWidth = 28.0

  private var hasUnits: Bool { section.fields.contains { $0.unit != nil } }
  private var hasLast: Bool { section.fields.contains(where: occasion.last.shows) }

  /// Of the values.
  private var valueColumn: Int { section.valueColumn }

  private var widths: [Double] {
    var rest = hasUnits ? [Self.unitWidth] : []
    rest.append(Self.valueWidth)
    if hasLast { rest.append(Self.valueWidth) }
    return [Self.numberWidth, Self.page - Self.numberWidth - rest.reduce(0, +)] + rest
  }

  private var columns: [TableHeadings.Column] {
    var headings = ["№ строки", section.rowHeading.first ?? "Показатель"]
    if hasUnits { headings.append("Единица измерения") }
    headings.append(section.valueHeading.first ?? "Значение")
    var columns = headings.enumerated().map {
      TableHeadings.Column(heading: $1, number: String($0 + 1))
    }
    if hasLast { columns.append(.init(heading: occasion.last.heading, isReference: true)) }
    return columns
  }

  func make(_ places: inout FormPlaces) -> NewSheet {
    var draft = SheetDraft(occasion.names.name(of: section), widths: widths)
    TableHeadings(title: section.title, owner: occasion.owner, unit: nil, columns: columns)
      .put(on: &draft)
    for (index, field) in section.fields.enumerated() {
      put(field, TableHeadings.firstRow + index, &draft, &places)
    }
    draft.keepInSight(headings: TableHeadings.rows, columns: 0)
    return draft.sheet
  }

  private func put(
    _ field: FormField, _ row: Int, _ draft: inout SheetDraft, _ places: inout FormPlaces
  ) {
    draft.put(.text(field.number ?? ""), FormLooks.key, row, 1)
    // «из них …», «в том числе …»: a part of the row above.
    let isPart = field.label.first?.isLowercase ?? false
    draft.put(.text(field.label), isPart ? FormLooks.innerLabel : FormLooks.label, row, 2)
    if hasUnits { draft.put(.text(field.unit ?? ""), FormLooks.key, row, 3) }
    let key = FormPlaces.Key(field.code)
    if let known = occasion.identity(field) {
      draft.put(.text(known), FormLooks.given, row, valueColumn)
    } else {
      draft.put(.empty, occasion.inputs.style(of: field), row, valueColumn)
      places.current[key] = draft.reference(row, valueColumn)
      limit(field, CellAddress(row: row, column: valueColumn), &draft)
    }
    if hasLast {
      draft.put(
        occasion.last.content(of: key) ?? .empty, FormLooks.reference, row, valueColumn + 1)
      places.previous[key] = draft.reference(row, valueColumn + 1)
    }
  }

  private func limit(_ field: FormField, _ place: CellAddress, _ draft: inout SheetDraft) {
    let range = CellRange(first: place, last: place)
    if let validation = occasion.inputs.validation(of: field, in: range) { draft.add(validation) }
    if occasion.isRequired(field, in: section) {
      draft.add(occasion.inputs.highlight(in: range))
    }
  }
}
