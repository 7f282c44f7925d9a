package import ExactNumbers

/// One chart, which becomes an editable chart in ODT and a picture with its data in HTML.
package struct Chart: Sendable, Hashable {
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// Upright bars: few categories with short names.
    case columns
    /// Lying bars, the first category on top: many categories, or long names.
    case bars
    /// Values over years.
    case lines
  }

  package struct Series: Sendable, Hashable {
    package var name: String
    /// One a category, nil for no data: it is drawn as a gap, never as zero.
    package var values: [ExactNumber?]
    /// Addresses of the values, as `svodka trace` takes them; empty, or one a category.
    package var traces: [String?]

    package init(_ name: String, values: [ExactNumber?], traces: [String?] = []) {
      self.name = name
      self.values = values
      self.traces = traces
    }
  }

  /// A level to compare with, drawn as a line across: a target.
  package struct Reference: Sendable, Hashable {
    package var name: String
    package var value: ExactNumber

    package init(_ name: String, value: ExactNumber) {
      self.name = name
      self.value = value
    }
  }

  package var kind: Kind
  /// Without number: «Рисунок 1 – » is put before it in the order of appearance.
  package var title: String
  /// «%», «чел.»: at the axis and in the head of the data; empty for none.
  package var unit: String
  package var categories: [String]
  /// What the categories are: «Год»; heads the first column of the data.
  package var categoryTitle: String
  /// Up to `ChartPalette.limit` are told apart by more than colour.
  package var series: [Series]
  package var reference: Reference?
  /// Says in words what is to be seen, for those who do not see it.
  package var description: String

  package init(
    kind: Kind, title: String, unit: String, categories: [String], categoryTitle: String = "",
    series: [Series], reference: Reference? = nil, description: String
  ) {
    self.kind = kind
    self.title = title
    self.unit = unit
    self.categories = categories
    self.categoryTitle = categoryTitle
    self.series = series
    self.reference = reference
    self.description = description
  }
}
