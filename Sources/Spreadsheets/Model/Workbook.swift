/// A sheet of a workbook, sparse.
public struct Sheet: Hashable, Sendable {
  public var name: String
  public var isHidden: Bool
  /// By rows, then by columns; no address twice.
  public private(set) var cells: [Cell] = []
  public private(set) var merges: [CellRange] = []
  public private(set) var hiddenRows: [ClosedRange<Int>] = []
  public private(set) var hiddenColumns: [ClosedRange<Int>] = []
  public private(set) var notices: [Notice] = []

  public init(name: String, isHidden: Bool = false) {
    self.name = name
    self.isHidden = isHidden
  }

  /// The cell at an address; nil when the file has none there.
  public func cell(at address: CellAddress) -> Cell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].address < address {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < cells.count && cells[low].address == address ? cells[low] : nil
  }
}

extension Sheet {
  fileprivate mutating func append(_ more: Span<Cell>) {
    for index in more.indices { cells.append(more[index]) }
  }
  fileprivate mutating func append(_ range: CellRange) { merges.append(range) }
  fileprivate mutating func hide(rows: ClosedRange<Int>) { hiddenRows.append(rows) }
  fileprivate mutating func hide(columns: ClosedRange<Int>) { hiddenColumns.append(columns) }
  fileprivate mutating func append(_ notice: Notice) { notices.append(notice) }

  /// Puts the cells in order; of two at one address the later one counts, with a notice.
  fileprivate mutating func settle() {
    var isOrdered = true
    for index in cells.indices.dropFirst() where !(cells[index - 1].address < cells[index].address)
    {
      isOrdered = false
      break
    }
    if !isOrdered {
      // A stable sort: the order of the file decides between two at one address.
      let order = cells.indices.sorted {
        (cells[$0].address, $0) < (cells[$1].address, $1)
      }
      var settled: [Cell] = []
      settled.reserveCapacity(cells.count)
      for index in order {
        if settled.last?.address == cells[index].address {
          settled.removeLast()
          notices.append(Notice(.twice, at: cells[index].address))
        }
        settled.append(cells[index])
      }
      cells = settled
    }
    guard !merges.isEmpty else { return }
    noticeCovered()
  }

  /// Comparisons that a cell or a merge may cost on the average, and those that are always free:
  /// a form has a few merges beside one another, a file with more of them than this is made to
  /// be slow.
  private static let comparisonsEach = 32
  private static let freeComparisons = 1 << 20

  /// Cells and merges are walked down the rows side by side. Where so many merges lie over one
  /// another that this costs too much, one notice about the whole sheet stands for the rest.
  private mutating func noticeCovered() {
    let byRow = merges.sorted { $0.first < $1.first }
    var next = 0
    var open: [CellRange] = []
    var row = 0
    var budget = Self.freeComparisons + (cells.count + merges.count) * Self.comparisonsEach
    for cell in cells where !cell.isEmpty {
      let address = cell.address
      if address.row > row {
        row = address.row
        budget -= open.count
        open.removeAll { $0.last.row < row }
        while next < byRow.count, byRow[next].first.row <= row {
          if byRow[next].last.row >= row { open.append(byRow[next]) }
          next += 1
        }
      }
      budget -= open.count
      guard budget >= 0 else {
        notices.append(Notice(.underMerge, at: nil))
        return
      }
      guard open.contains(where: { $0.contains(address) && $0.first != address }) else { continue }
      notices.append(Notice(.underMerge, at: address))
    }
  }
}

/// A whole workbook in memory: what a form is read from.
public struct Workbook: Hashable, Sendable {
  public var sheets: [Sheet]
  public var properties: WorkbookProperties

  public init(sheets: [Sheet], properties: WorkbookProperties = WorkbookProperties()) {
    self.sheets = sheets
    self.properties = properties
  }

  /// Reads a workbook of any format that is known.
  /// - Throws: `.notAWorkbook` where `FileVerdict.of(bytes)` is no workbook; `.damaged`,
  ///   `.limit` with part and place.
  public init(
    reading bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws(SpreadsheetError) {
    var collector = Collector()
    let properties = try WorkbookReader.read(bytes, limits: limits, into: &collector)
    collector.close()
    self.init(sheets: collector.sheets, properties: properties)
  }

  /// Reads a workbook from disk, without holding the file in memory.
  /// - Throws: as for bytes, and `.unreadable`.
  public init(
    readingFileAt path: String, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws(SpreadsheetError) {
    var collector = Collector()
    let properties = try WorkbookReader.read(path: path, limits: limits, into: &collector)
    collector.close()
    self.init(sheets: collector.sheets, properties: properties)
  }

  public func sheet(named name: String) -> Sheet? { sheets.first { $0.name == name } }
}

/// Keeps every sheet whole.
private struct Collector: CellReceiver {
  var sheets: [Sheet] = []
  private var current: Sheet?

  mutating func sheet(_ name: String, isHidden: Bool) -> Bool {
    close()
    current = Sheet(name: name, isHidden: isHidden)
    return true
  }

  mutating func close() {
    guard var done = current.take() else { return }
    done.settle()
    sheets.append(done)
  }

  mutating func cells(_ cells: Span<Cell>) { current?.append(cells) }
  mutating func merge(_ range: CellRange) { current?.append(range) }
  mutating func hiddenRows(_ rows: ClosedRange<Int>) { current?.hide(rows: rows) }
  mutating func hiddenColumns(_ columns: ClosedRange<Int>) { current?.hide(columns: columns) }
  mutating func notice(_ notice: Notice) { current?.append(notice) }
}
