/// A rectangle of cells, rows and columns from 1, both ends in.
package struct XLSXArea: Sendable, Hashable {
  package var rows: ClosedRange<Int>
  package var columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

/// What a cell is written with.
package enum XLSXContent: Sendable, Hashable {
  case blank
  case text(String)
  /// Of more than 16 significant digits the rest is rounded.
  case number(Double)
  /// A formula in English without "=", and the result that is shown until it is reckoned anew.
  case formula(String, shown: XLSXResult)
}

/// The result of a formula. libxlsxwriter stores no truth values as such: write 1 or 0.
package enum XLSXResult: Sendable, Hashable {
  case text(String)
  case number(Double)
}
