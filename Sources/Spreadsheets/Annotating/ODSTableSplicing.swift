import OpenDocument

/// Changes cells of one table, and of what is repeated only those that are meant.
struct ODSTableSplicing {
  let prefixes: ODSPrefixes
  let notes: ODSNoteSplicing
  /// Bytes that a part may have.
  let most: Int
  /// What cells were filled with before an earlier copy marked them.
  let former: [CellAddress: String?]
  var fills: ODSFillStyles
  /// Those of the whole part.
  var splices = ODSSplices()
  /// What was filled, with the fill before it, in the order of the cells.
  private(set) var filled: [(target: ODSTarget, before: String?)] = []
  /// What found no place.
  private(set) var unplaced: [CellAddress] = []
  var columnStyles: [ODSRowWalk.ColumnStyle] = []
  /// Bytes that rows which were repeated became.
  private var written = 0

  init(
    prefixes: ODSPrefixes, notes: ODSNoteSplicing, most: Int, former: [CellAddress: String?],
    fills: ODSFillStyles
  ) {
    self.prefixes = prefixes
    self.notes = notes
    self.most = most
    self.former = former
    self.fills = fills
  }

  /// - Parameter targets: by rows and columns, one for each place, within the grid.
  mutating func edit(
    _ table: ODSContentMap.Table, _ targets: [ODSTarget]
  ) throws(AnnotationRefusal) {
    var walk = ODSRowWalk(table)
    var rest = targets[...]
    while let row = try walk.next() {
      columnStyles = walk.columnStyles
      let own = rest.prefix { $0.place.row < row.first + min(row.repeats, SheetGrid.rows * 2) }
      rest = rest.dropFirst(own.count)
      if row.repeats > 1, !own.isEmpty {
        splices.replace(row.range, with: try parted(row, own))
      } else {
        splices.append(try cells(of: row, own))
      }
    }
    columnStyles = walk.columnStyles
    var added = try rows(from: walk.row, rest)
    guard !added.isEmpty else { return }
    if walk.row == 1, !walk.hasColumns {
      added = prefixes.bytes(of: Element("table:table-column")) + added
    }
    splices.insert(added, walk.end, of: table.scanner.bytes)
  }

  /// A row that stands for several, written as several.
  private mutating func parted(
    _ row: ODSRow, _ targets: ArraySlice<ODSTarget>
  ) throws(AnnotationRefusal) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = row.first
    var rest = targets
    while let number = rest.first?.place.row {
      let own = rest.prefix { $0.place.row == number }
      rest = rest.dropFirst(own.count)
      if number > next { bytes += try copy(of: row, [], times: number - next) }
      bytes += try copy(of: row, own, times: 1)
      next = number + 1
      guard written <= most else { throw ODSSplices.tooLong(most) }
    }
    let left = row.repeats - (next - row.first)
    if left > 0 { bytes += try copy(of: row, [], times: left) }
    return bytes
  }

  private mutating func copy(
    of row: ODSRow, _ targets: ArraySlice<ODSTarget>, times: Int
  ) throws(AnnotationRefusal) -> [UInt8] {
    var own = ODSSplices()
    own.set(
      .table, "number-rows-repeated", to: times > 1 ? String(times) : nil, in: row.tag,
      row.attributes, prefixes)
    own.append(try cells(of: row, targets))
    let bytes = try own.applied(to: row.scanner.bytes, within: row.range, most: most)
    written += bytes.count
    return bytes
  }

  /// Rows behind those that the table has.
  private mutating func rows(
    from first: Int, _ targets: ArraySlice<ODSTarget>
  ) throws(AnnotationRefusal) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = first
    var rest = targets.filter { $0.level != nil }[...]
    while let number = rest.first?.place.row {
      let own = rest.prefix { $0.place.row == number }
      rest = rest.dropFirst(own.count)
      if number > next {
        let gap = Element("table:table-row", elements: [Element("table:table-cell")])
          .repeated("table:number-rows-repeated", number - next)
        bytes += prefixes.bytes(of: gap)
      }
      let row = Element("table:table-row", elements: try newCells(from: 1, own, rowStyle: nil))
      bytes += prefixes.bytes(of: row)
      next = number + 1
    }
    return bytes
  }
}

extension ODSTableSplicing {
  /// Changes within one row.
  private mutating func cells(
    of row: ODSRow, _ targets: ArraySlice<ODSTarget>
  ) throws(AnnotationRefusal) -> ODSSplices {
    var own = ODSSplices()
    var walk = ODSCellWalk(row)
    var rest = targets
    while let cell = try walk.next() {
      let last = cell.column + min(cell.repeats, SheetGrid.columns * 2)
      let meant = rest.prefix { $0.place.column < last }
      rest = rest.dropFirst(meant.count)
      let style = effective(cell.style, row.cellStyle, column: cell.column)
      let wanted = try possible(meant, in: cell, row)
      if cell.repeats > 1, !wanted.isEmpty {
        own.replace(cell.range, with: try parted(cell, in: row, wanted))
      } else {
        try edit(cell, wanted.first, style, &own)
      }
    }
    let added = try newCells(from: walk.column, rest, rowStyle: row.cellStyle)
      .flatMap(prefixes.bytes(of:))
    if !added.isEmpty {
      own.insert(
        added, row.tag.shape == .alone ? .into(row.tag) : .at(row.closing),
        of: row.scanner.bytes)
    }
    return own
  }

  /// What can be done in a cell: what lies under a merge shows nothing, and of a fill that is not
  /// ours nothing is taken away.
  private mutating func possible(
    _ targets: ArraySlice<ODSTarget>, in cell: ODSCellPlace, _ row: ODSRow
  ) throws(AnnotationRefusal) -> [ODSTarget] {
    if cell.tag.name == .coveredCell {
      unplaced += targets.filter { $0.level != nil }.map(\.place)
      return []
    }
    var possible: [ODSTarget] = []
    for target in targets {
      let style = effective(cell.style, row.cellStyle, column: target.place.column)
      let isOurs = isOurs(try fills.fill(of: style))
      if target.level != nil || isOurs { possible.append(target) }
    }
    return possible
  }

  private func isOurs(_ fill: String?) -> Bool {
    guard let fill else { return false }
    return WorkbookAnnotation.Level.allCases.contains {
      fill.uppercased() == "#" + $0.fillColour
    }
  }

  /// A cell that stands for several, written as several.
  private mutating func parted(
    _ cell: ODSCellPlace, in row: ODSRow, _ targets: [ODSTarget]
  ) throws(AnnotationRefusal) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = cell.column
    for target in targets {
      let column = target.place.column
      if column > next {
        bytes += try copy(of: cell, in: row, nil, times: column - next)
      }
      bytes += try copy(of: cell, in: row, target, times: 1)
      next = column + 1
    }
    let left = cell.repeats - (next - cell.column)
    if left > 0 { bytes += try copy(of: cell, in: row, nil, times: left) }
    return bytes
  }

  private mutating func copy(
    of cell: ODSCellPlace, in row: ODSRow, _ target: ODSTarget?, times: Int
  ) throws(AnnotationRefusal) -> [UInt8] {
    var own = ODSSplices()
    own.set(
      .table, "number-columns-repeated", to: times > 1 ? String(times) : nil, in: cell.tag,
      cell.attributes, prefixes)
    let style = effective(
      cell.style, row.cellStyle, column: target?.place.column ?? cell.column)
    try edit(cell, target, style, &own)
    let bytes = try own.applied(to: cell.scanner.bytes, within: cell.range, most: most)
    written += bytes.count
    guard written <= most else { throw ODSSplices.tooLong(most) }
    return bytes
  }

  private mutating func edit(
    _ cell: ODSCellPlace, _ target: ODSTarget?, _ style: String?, _ own: inout ODSSplices
  ) throws(AnnotationRefusal) {
    if let target {
      let name = try styleName(target, over: style)
      own.set(.table, "style-name", to: name, in: cell.tag, cell.attributes, prefixes)
    }
    try notes.edit(cell, saying: target?.comment, &own)
  }

  /// Cells behind those that a row has.
  private mutating func newCells(
    from first: Int, _ targets: ArraySlice<ODSTarget>, rowStyle: String?
  ) throws(AnnotationRefusal) -> [Element] {
    var cells: [Element] = []
    var next = first
    for target in targets where target.level != nil {
      let column = target.place.column
      if column > next {
        let gap = Element("table:table-cell")
        cells.append(gap.repeated("table:number-columns-repeated", column - next))
      }
      let name = try styleName(target, over: effective(nil, rowStyle, column: column))
      let note = target.comment.map(notes.note(saying:))
      cells.append(
        Element(
          "table:table-cell", ["table:style-name": name], elements: [note].compactMap(\.self)))
      next = column + 1
    }
    return cells
  }

  /// The style that a cell has after all: its own, that of its row, or that of its column
  /// (OpenDocument 1.3, part 3, 19.615).
  private func effective(_ own: String?, _ row: String?, column: Int) -> String? {
    own ?? row ?? columnStyles.first { $0.columns.contains(column) }?.style
  }

  private mutating func styleName(
    _ target: ODSTarget, over style: String?
  ) throws(AnnotationRefusal) -> String {
    let own = try fills.fill(of: style)
    let before = isOurs(own) ? former[target.place] ?? nil : own
    guard let level = target.level else { return try fills.name(.former(before), over: style) }
    filled.append((target, before))
    return try fills.name(.level(level), over: style)
  }
}
