/// What is to be said within a copy of somebody's workbook: a comment and a fill at cells, and one
/// more sheet that lists all of it with links.
///
/// Everything else of the file stays as it is: only the parts that these need are changed, and
/// within them only the places that are needed; the rest is copied byte by byte.
package struct WorkbookAnnotation: Sendable, Hashable {
  /// What a fill tells.
  package enum Level: Sendable, Hashable, CaseIterable {
    case error
    case warning
    case notice
  }

  /// A cell of the workbook by the name of its sheet.
  package struct Place: Sendable, Hashable {
    package var sheet: String
    package var cell: CellAddress

    package init(sheet: String, cell: CellAddress) {
      self.sheet = sheet
      self.cell = cell
    }
  }

  /// A cell that is filled, and what is said at it. One a cell: of two marks of one place the
  /// texts are joined and the graver level counts.
  package struct Mark: Sendable, Hashable {
    package var place: Place
    package var level: Level
    /// The comment, several lines; nil for a cell that is only filled.
    package var comment: String?

    package init(place: Place, level: Level, comment: String?) {
      self.place = place
      self.level = level
      self.comment = comment
    }
  }

  /// A line of the list.
  package struct Row: Sendable, Hashable {
    /// One for each heading.
    package var texts: [String]
    package var level: Level
    /// Where the text of the column `linkColumn` leads; nil for a line about the whole file.
    package var link: Place?

    package init(texts: [String], level: Level, link: Place?) {
      self.texts = texts
      self.level = level
      self.link = link
    }
  }

  /// The sheet that is added behind the others.
  package struct List: Sendable, Hashable {
    /// The sheet's name; where the workbook has such a sheet already, «name (2)», «name (3)», ….
    package var name: String
    /// Lines above the table; the first is its title.
    package var head: [String]
    /// The headings of the columns.
    package var titles: [String]
    /// Of the columns, in characters; as many as `titles`.
    package var widths: [Int]
    /// The column, from 0, whose texts are links.
    package var linkColumn: Int
    package var rows: [Row]

    package init(
      name: String, head: [String], titles: [String], widths: [Int], linkColumn: Int, rows: [Row]
    ) {
      self.name = name
      self.head = head
      self.titles = titles
      self.widths = widths
      self.linkColumn = linkColumn
      self.rows = rows
    }
  }

  /// Who is named as the author of comments: by it those of an earlier copy are known again, which
  /// are replaced when the same workbook comes back and is annotated anew.
  package var author: String
  /// ISO 8601 with "Z": the date of comments, where a format keeps one.
  package var date: String
  package var marks: [Mark]
  package var list: List

  package init(author: String, date: String, marks: [Mark], list: List) {
    self.author = author
    self.date = date
    self.marks = marks
    self.list = list
  }

  /// - Parameter bytes: an XLSX, XLSM or ODS file.
  /// - Returns: the annotated copy; the same input gives the same bytes.
  /// - Throws: `AnnotationRefusal` for a file that does not allow it.
  package func applied(
    to bytes: [UInt8], limits: SpreadsheetLimits = .form
  ) throws(AnnotationRefusal) -> AnnotatedWorkbook {
    let verdict = FileVerdict.of(bytes, limits: limits)
    switch verdict {
    case .xlsx: return try XLSXAnnotator(annotation: self, limits: limits).annotate(bytes)
    case .ods: return try ODSAnnotator(annotation: self, limits: limits).annotate(bytes)
    case .fods, .truncated, .archive, .otherArchive, .passwordProtected, .oldXLS, .xlsb, .xml2003,
      .html, .csv, .mail, .pdf, .picture, .empty, .document, .unknown:
      throw AnnotationRefusal(.notAWorkbook, detail: "the file is \(verdict.rawValue)")
    }
  }
}

/// A copy of a workbook with remarks in it.
package struct AnnotatedWorkbook: Sendable {
  package var bytes: [UInt8]
  /// Marks that found no place: a sheet that the workbook does not have, a cell that cannot carry a
  /// comment. They stand in the list all the same.
  package var unplaced: [WorkbookAnnotation.Mark]

  package init(bytes: [UInt8], unplaced: [WorkbookAnnotation.Mark]) {
    self.bytes = bytes
    self.unplaced = unplaced
  }
}
