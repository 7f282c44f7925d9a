/// A table with its caption, before it is ODT or HTML.
package struct Table: Sendable, Hashable {
  /// How the text of a column or a cell is set.
  package enum Alignment: Sendable, Hashable {
    /// Words.
    case start
    /// Marks and short codes.
    case center
    /// Numbers, so that their digits stand below one another.
    case end
  }

  package struct Column: Sendable, Hashable {
    package var title: String
    /// Share of the table's width, relative to the other columns; from 1 up.
    package var width: Int
    package var alignment: Alignment

    package init(_ title: String, width: Int = 1, alignment: Alignment = .start) {
      self.title = title
      self.width = max(1, width)
      self.alignment = alignment
    }
  }

  /// A cell of a head that has several rows.
  package struct HeaderCell: Sendable, Hashable {
    package var text: String
    package var columns: Int
    package var rows: Int

    /// Spans below 1 count as 1; what would leave the table is cut.
    package init(_ text: String, columns: Int = 1, rows: Int = 1) {
      self.text = text
      self.columns = max(1, columns)
      self.rows = max(1, rows)
    }
  }

  package struct Cell: Sendable, Hashable {
    package var text: String
    /// Address of the value that the cell shows, as `svodka trace` takes it. The HTML carries it;
    /// the first cell that shows a value is the target of links to it. Not seen in ODT.
    package var trace: String?
    /// What the HTML shows beside the pointer: the numerator and denominator, say.
    package var remark: String?
    /// Nil: as its column.
    package var alignment: Alignment?
    /// How many columns it takes. In a group row a single cell takes all.
    package var columns: Int

    package init(
      _ text: String, trace: String? = nil, remark: String? = nil, alignment: Alignment? = nil,
      columns: Int = 1
    ) {
      self.text = text
      self.trace = trace
      self.remark = remark
      self.alignment = alignment
      self.columns = max(1, columns)
    }
  }

  package struct Row: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case body
      /// A heading between rows; it stays with the row below it.
      case group
      /// Sums, set in bold.
      case total
    }

    package var kind: Kind
    /// From left to right; missing ones at the end are left empty.
    package var cells: [Cell]

    package init(_ cells: [Cell], kind: Kind = .body) {
      self.kind = kind
      self.cells = cells
    }
  }

  /// Without number: «Таблица 1 – » is put before it in the order of appearance. Empty: neither.
  package var caption: String
  package var columns: [Column]
  /// The rows of the head, where one row of titles is not enough. Empty: the columns' titles.
  /// Cells stand from left to right in the places that spans from above leave free.
  package var header: [[HeaderCell]]
  package var rows: [Row]
  /// The column whose cells name their row, for screen readers; nil for none.
  package var rowHeading: Int?
  /// Printed below the table in smaller type.
  package var notes: [String]
  /// On a page of its own that lies on its side.
  package var isLandscape: Bool

  package init(
    caption: String, columns: [Column], header: [[HeaderCell]] = [], rows: [Row],
    rowHeading: Int? = 0, notes: [String] = [], isLandscape: Bool = false
  ) {
    self.caption = caption
    self.columns = columns
    self.header = header
    self.rows = rows
    self.rowHeading = rowHeading
    self.notes = notes
    self.isLandscape = isLandscape
  }
}
