package import ExactNumbers

extension ForeignBinding {
  /// Where a coordinate comes from.
  package enum Source: Sendable, Hashable {
    /// The same for every value.
    case fixed(String)
    /// The name of the sheet.
    case sheet
    /// A column of keys.
    case column(Column)
    /// The headings over the values.
    case heading(Reach)
    /// A cell of the title: "A2".
    case cell(String)
    /// The next cell with something in it, to the right of the one with this label.
    case beside(String)
  }

  /// How far a key or a heading reaches.
  package enum Reach: String, Sendable, Hashable, CaseIterable {
    /// Its own row or column, or those that it is merged over.
    case own
    /// On to the next one: keys written once for several rows.
    case onward
  }

  /// A column of the sheet.
  package struct Column: Sendable, Hashable {
    package enum Place: Sendable, Hashable {
      /// "A", in Latin letters.
      case letter(String)
      /// The spellings of its heading.
      case headed([String])
    }

    package var place: Place
    package var reach: Reach

    package init(_ place: Place, reach: Reach = .own) {
      self.place = place
      self.reach = reach
    }
  }

  package struct Member: Sendable, Hashable {
    package var dimension: ClassifierCode
    package var source: Source

    package init(dimension: ClassifierCode, source: Source) {
      self.dimension = dimension
      self.source = source
    }
  }

  /// The sheets that hold the table, in some of the periods.
  package struct SheetChoice: Sendable, Hashable {
    /// Empty: any name.
    package var names: [String]
    /// Words that one of the first rows has, one after another; nil: whatever the title.
    package var title: String?
    package var span: Span

    package init(names: [String] = [], title: String? = nil, span: Span = Span()) {
      self.names = names
      self.title = title
      self.span = span
    }
  }

  /// The periods in which something holds.
  package struct Span: Sendable, Hashable {
    /// The first one; nil: from the beginning.
    package var since: Period?
    /// The last one, inclusive; nil: to this day.
    package var until: Period?

    package init(since: Period? = nil, until: Period? = nil) {
      self.since = since
      self.until = until
    }

    package func contains(_ period: Period) -> Bool {
      (since.map { $0 <= period } ?? true) && (until.map { period <= $0 } ?? true)
    }
  }

  /// The rows of the sheet among which the table is looked for.
  package struct Extent: Sendable, Hashable {
    /// The table begins below the cell with this text; nil: at the top.
    package var begins: String?
    /// It ends above the first row with one of these texts below its beginning.
    package var ends: [String]

    package init(begins: String? = nil, ends: [String] = []) {
      self.begins = begins
      self.ends = ends
    }
  }

  /// A row counts only where its column says one of `texts`.
  package struct Condition: Sendable, Hashable {
    package var column: Column
    package var texts: [String]

    package init(column: Column, texts: [String]) {
      self.column = column
      self.texts = texts
    }
  }

  /// What a field is in the table: one label, or several whose numbers are summed exactly. A part
  /// that is missing makes the sum missing.
  package struct Entry: Sendable, Hashable {
    package var field: FieldCode
    /// The spellings of each part.
    package var parts: [[String]]
    package var span: Span

    package init(field: FieldCode, parts: [[String]], span: Span = Span()) {
      self.field = field
      self.parts = parts
      self.span = span
    }
  }

  /// Rows or columns that hold published sums over the units: compared, never added.
  package struct Totals: Sendable, Hashable {
    package var labels: [String]
    /// The largest difference that agrees, inclusive; nil: half a unit of the last digit of the
    /// published number.
    package var tolerance: ExactNumber?
    /// Fields that do not add up: averages and ratios.
    package var except: [FieldCode]

    package init(labels: [String], tolerance: ExactNumber? = nil, except: [FieldCode] = []) {
      self.labels = labels
      self.tolerance = tolerance
      self.except = except
    }
  }

  /// What a mark in the place of a number says.
  package enum Marker: String, Sendable, Hashable, CaseIterable {
    case missing
    /// Known, and not shown by whoever published the workbook.
    case suppressed
    case notApplicable = "not_applicable"
    /// None at all.
    case zero
  }
}
