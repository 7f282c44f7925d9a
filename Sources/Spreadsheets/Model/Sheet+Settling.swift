extension Sheet {
  /// Takes cells in. Texts that the file holds once are kept once: a file may repeat one of 1 MB a
  /// million times.
  mutating func append(_ batch: borrowing CellBatch, _ texts: inout KeptTexts) {
    if batch.shift > 0, cells.count >= batch.count {
      // The cells of a row that is repeated: those of the row above came last.
      for index in cells.count - batch.count..<cells.count {
        var cell = cells[index]
        cell.address.row += 1
        cells.append(cell)
      }
      return
    }
    for index in 0..<batch.count {
      if batch.repeatsText(at: index), var cell = cells.last {
        cell.address = batch.address(at: index)
        cells.append(cell)
      } else if let text = texts.text(at: index, in: batch) {
        var cell = batch.cell(at: index, .text(text))
        if cell.shown == text { cell.shown = text }
        cells.append(cell)
      } else {
        cells.append(batch[index])
      }
    }
  }

  mutating func append(_ fact: SheetFact) {
    switch fact {
    case .merge(let range): merges.append(range)
    case .hiddenRows(let rows): hiddenRows.append(rows)
    case .hiddenColumns(let columns): hiddenColumns.append(columns)
    case .notice(let notice): notices.append(notice)
    case .comment(let comment): comments.append(comment)
    case .validation(let validation): validations.append(validation)
    case .protection(let kind): protection = kind
    }
  }

  /// Puts the cells in order; of two at one address the later one counts, with a notice.
  mutating func settle() {
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
