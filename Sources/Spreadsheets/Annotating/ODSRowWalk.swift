import Markup

/// A row of a table, perhaps one that stands for several.
struct ODSRow {
  var tag: ODSTag
  var attributes: [ODSAttribute]
  /// Its whole element.
  var range: Range<Int>
  /// Where its closing tag begins.
  var closing: Int
  /// From 1.
  var first: Int
  /// How many rows it stands for, at least 1.
  var repeats: Int
  /// The style of cells without one, as it is written.
  var cellStyle: String?
  /// Behind its first tag.
  var scanner: ODSTagScanner
}

/// Goes through the rows of a table, in groups and headers too; tables within cells are no rows.
struct ODSRowWalk {
  /// Columns, both ends in, and the style of their cells as it is written.
  typealias ColumnStyle = (columns: ClosedRange<Int>, style: String)

  private var scanner: ODSTagScanner
  /// The row that comes next, from 1.
  private(set) var row = 1
  private var column = 1
  /// The last one holds for the columns that the table does not declare, as LibreOffice has it.
  private(set) var columnStyles: [ColumnStyle] = []
  /// Where the last of these would end otherwise; nil where the last column has no style.
  private var declaredEnd: Int?
  /// Where rows are added behind those that there are.
  private(set) var end: ODSInsertion
  private var hasRows = false
  /// False for a table that says nothing about columns: before rows it has to.
  private(set) var hasColumns = false

  init(_ table: ODSContentMap.Table) {
    scanner = table.scanner
    end = table.tag.shape == .alone ? .into(table.tag) : .at(table.tag.end)
  }

  /// The next row; nil behind the last.
  mutating func next() throws(AnnotationRefusal) -> ODSRow? {
    while let tag = try scanner.next() {
      switch tag.name {
      case .row where tag.shape != .closing: return try take(tag)
      case .rows, .columns:
        if tag.shape != .opening { note(tag.end, isRow: tag.name == .rows) }
      case .column where tag.shape != .closing:
        takeColumn(tag)
        note(try scanner.skip(tag).end, isRow: false)
      case .tableLead where tag.shape != .closing:
        note(try scanner.skip(tag).end, isRow: false)
      default: _ = try scanner.skip(tag)
      }
    }
    return nil
  }

  /// Rows come behind rows, and where there are none behind what stands before them.
  private mutating func note(_ place: Int, isRow: Bool) {
    if isRow || !hasRows { end = .at(place) }
    if isRow { hasRows = true }
  }

  private mutating func take(_ tag: ODSTag) throws(AnnotationRefusal) -> ODSRow {
    let attributes = scanner.attributes(of: tag)
    let inner = scanner
    let (end, closing) = try scanner.skip(tag)
    note(end, isRow: true)
    let repeats = scanner.count(attributes.first(.table, "number-rows-repeated"))
    let taken = ODSRow(
      tag: tag, attributes: attributes, range: tag.range.lowerBound..<end, closing: closing,
      first: row, repeats: repeats,
      cellStyle: scanner.name(attributes.first(.table, "default-cell-style-name")),
      scanner: inner.within(tag.end..<closing))
    row += min(repeats, SheetGrid.rows * 2)
    return taken
  }

  private mutating func takeColumn(_ tag: ODSTag) {
    hasColumns = true
    let attributes = scanner.attributes(of: tag)
    let repeats = scanner.count(attributes.first(.table, "number-columns-repeated"))
    let last = column + min(repeats, SheetGrid.columns * 2) - 1
    if let end = declaredEnd.take(), let style = columnStyles.popLast() {
      columnStyles.append((style.columns.lowerBound...end, style.style))
    }
    if let style = scanner.name(attributes.first(.table, "default-cell-style-name")) {
      columnStyles.append((column...max(last, SheetGrid.columns), style))
      declaredEnd = last
    }
    column = last + 1
  }
}

extension ODSTagScanner {
  /// How often something stands there; 1 for none and for what is no number.
  func count(_ attribute: ODSAttribute?) -> Int {
    guard let attribute else { return 1 }
    return max(Int(decimal: Array(bytes[attribute.value]).span) ?? 1, 1)
  }

  /// A name as it is written; nil for none and for an empty one.
  func name(_ attribute: ODSAttribute?) -> String? {
    attribute.flatMap { $0.value.isEmpty ? nil : raw($0.value) }
  }
}
