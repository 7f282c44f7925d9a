import ExactNumbers

extension NewSheet {
  /// What a row without a stated height needs, in millimetres.
  struct FittingHeight: Hashable {
    /// For cells by themselves.
    var own: Double
    /// For cells that are merged with others of the row.
    var merged: Double

    var needed: Double { max(own, merged) }
  }

  /// - Parameter row: from 1, one of `rows`.
  func fittingHeight(_ row: Int) -> FittingHeight {
    var height = FittingHeight(own: Self.plainHeight, merged: 0)
    let merges = merges.filter { $0.first.row <= row && row <= $0.last.row }
    for (column, cell) in zip(1..., rows[row - 1].cells) {
      guard let text = cell.content.measured else { continue }
      let address = CellAddress(row: row, column: column)
      if let merge = merges.first(where: { $0.contains(address) }) {
        guard merge.first.row == merge.last.row, merge.first == address else { continue }
        let width = width(of: merge.first.column...merge.last.column)
        height.merged = max(height.merged, cell.style.height(of: text, in: width))
      } else {
        let width = width(of: column...column)
        height.own = max(height.own, cell.style.height(of: text, in: width))
      }
    }
    return height
  }

  /// Millimetres; columns that are not listed have the width that Excel gives them.
  private func width(of columns: ClosedRange<Int>) -> Double {
    columns.reduce(0) { sum, column in
      guard self.columns.indices.contains(column - 1) else { return sum + Self.usualWidth }
      let listed = self.columns[column - 1]
      return sum + (listed.isHidden ? 0 : listed.width)
    }
  }

  /// A row of letters of 11 points: 15 points, which libxlsxwriter writes for all rows.
  static let plainHeight = 15 * 25.4 / 72
  /// 64 pixels.
  private static let usualWidth = 64 * 25.4 / 96
}

extension NewCell.Content {
  /// The text that it takes room for.
  fileprivate var measured: String? {
    switch self {
    case .text(let text), .formula(_, shown: .text(let text)): NewText.clean(text)
    case .number(let number), .formula(_, shown: .number(let number)): number.description
    case .date(let day): day
    case .empty, .formula(_, shown: .flag): nil
    }
  }
}
