/// What is to be done at a cell of one sheet.
struct ODSTarget {
  var place: CellAddress
  /// Nil for a cell that an earlier copy marked and that is in order now: its fill is taken away.
  var level: WorkbookAnnotation.Level?
  var comment: String?

  /// Of two for one place the graver level counts, and both comments are said.
  fileprivate mutating func join(_ other: ODSTarget) {
    level = [level, other.level].compactMap(\.self).min { $0.gravity < $1.gravity }
    let comments = [comment, other.comment].compactMap(\.self)
    comment =
      comments.isEmpty
      ? nil
      : ODSAnnotationLimits.shortened(
        comments.joined(separator: "\n"), to: ODSAnnotationLimits.comment)
  }
}

extension WorkbookAnnotation.Level {
  /// 0 for the gravest.
  fileprivate var gravity: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .notice: 2
    }
  }
}

extension [ODSTarget] {
  /// One for each place, by rows and columns.
  func joined() -> [ODSTarget] {
    var places: [CellAddress: Int] = [:]
    var joined: [ODSTarget] = []
    for target in self {
      if let place = places[target.place] {
        joined[place].join(target)
      } else {
        places[target.place] = joined.count
        joined.append(target)
      }
    }
    return joined.sorted { $0.place < $1.place }
  }

  /// What lies under a merge stands at its first cell.
  /// - Parameter table: where these are.
  func moved(
    outOfMergesOf table: ODSContentMap.Table, limits: SpreadsheetLimits
  ) throws(AnnotationRefusal) -> [ODSTarget] {
    var targets = joined()
    let places = targets.map(\.place)
    var walk = ODSRowWalk(table)
    var merges = 0
    while let row = try walk.next() {
      var cells = ODSCellWalk(row)
      while let cell = try cells.next() {
        guard let merge = ODSMerge(row, cell) else { continue }
        merges += 1
        guard merges <= limits.merges else {
          throw AnnotationRefusal(
            .limit, part: ODSAnnotator.part, detail: "more than \(limits.merges) merged ranges")
        }
        var index = places.firstPlace(inRow: row.first)
        while index < places.count, places[index].row <= merge.rows.upperBound {
          if let first = merge.first(of: places[index]) { targets[index].place = first }
          index += 1
        }
      }
    }
    return targets.joined()
  }
}

extension [CellAddress] {
  /// The first that is not above a row; they are sorted.
  fileprivate func firstPlace(inRow row: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Cells that one cell lies over.
private struct ODSMerge {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>
  /// Each of these rows has such a merge of its own.
  private let repeats: ClosedRange<Int>

  /// Nil for a cell that lies over none.
  init?(_ row: ODSRow, _ cell: ODSCellPlace) {
    guard cell.tag.name == .cell else { return nil }
    let across = min(
      cell.scanner.count(cell.attributes.first(.table, "number-columns-spanned")),
      SheetGrid.columns)
    let down = min(
      cell.scanner.count(cell.attributes.first(.table, "number-rows-spanned")), SheetGrid.rows)
    guard across > 1 || down > 1 else { return nil }
    repeats = row.first...row.first + min(row.repeats, SheetGrid.rows) - 1
    rows = row.first...repeats.upperBound + down - 1
    columns = cell.column...cell.column + across - 1
  }

  /// The cell that shows what one of these holds; nil for one that is not under the merge.
  func first(of place: CellAddress) -> CellAddress? {
    guard rows.contains(place.row), columns.contains(place.column) else { return nil }
    return CellAddress(
      row: min(place.row, repeats.upperBound), column: columns.lowerBound)
  }
}
