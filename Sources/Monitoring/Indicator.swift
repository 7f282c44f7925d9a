package import ExactNumbers

/// An indicator of a regulation, as a pack declares it.
package struct Indicator: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Σ numerators / Σ denominators, printed in percent.
    case share
    /// Σ of one field.
    case count
  }

  /// Which way is good.
  package enum Direction: String, Sendable, Hashable, CaseIterable {
    case up
    case down
    /// Describes the circumstances; neither way is good or bad.
    case context
  }

  /// One side of a share, or the whole of a count: a field summed over units.
  package struct Term: Sendable, Hashable {
    package var field: FieldCode
    /// What is counted, in words: «педагоги, прошедшие диагностику».
    package var description: String

    package init(field: FieldCode, description: String) {
      self.field = field
      self.description = description
    }
  }

  /// How the indicator is reckoned for one breakdown: subjects and a school's total are
  /// collected apart, because one teacher may teach several subjects.
  package struct Formula: Sendable, Hashable {
    /// Nil: the value of the whole unit.
    package var dimension: ClassifierCode?
    package var numerator: Term
    /// Nil for a count.
    package var denominator: Term?

    package init(dimension: ClassifierCode?, numerator: Term, denominator: Term?) {
      self.dimension = dimension
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  package struct Target: Sendable, Hashable {
    /// At least this many percent (of a share) or pieces (of a count).
    package var atLeast: ExactNumber
    /// The clause that sets it: «п. 1.1».
    package var source: String

    package init(atLeast: ExactNumber, source: String) {
      self.atLeast = atLeast
      self.source = source
    }
  }

  package var code: IndicatorCode
  /// As it is printed: «3.3», «Ц.1».
  package var label: String
  /// Word for word as in the regulation.
  package var title: String
  /// A few words for headings of charts and columns.
  package var shortTitle: String
  /// The section of the regulation's list that it belongs to; a member of `sections`.
  package var section: MemberCode?
  /// The clause that it stands in: «п. 1.2, 3)».
  package var source: String
  package var kind: Kind
  /// «%», «ед.», «чел.».
  package var unit: String
  package var formulas: [Formula]
  /// True when it is shown for the municipality only, never for a single unit.
  package var isMunicipalOnly: Bool
  package var direction: Direction
  /// The clause that says which way is good; nil: assumed, and sentences stay neutral.
  package var directionSource: String?
  package var target: Target?
  /// Method and source of collection (§1.3 of the regulation).
  package var method: String
  package var referenceDate: String
  /// The declared readings of what the text leaves open.
  package var readings: [String]
  /// Periods in which the definition changed: not comparable with the one before.
  package var breaks: [Period]

  package init(
    code: IndicatorCode, label: String, title: String, shortTitle: String, section: MemberCode?,
    source: String, kind: Kind, unit: String, formulas: [Formula], isMunicipalOnly: Bool = false,
    direction: Direction, directionSource: String? = nil, target: Target? = nil, method: String,
    referenceDate: String, readings: [String] = [], breaks: [Period] = []
  ) {
    self.code = code
    self.label = label
    self.title = title
    self.shortTitle = shortTitle
    self.section = section
    self.source = source
    self.kind = kind
    self.unit = unit
    self.formulas = formulas
    self.isMunicipalOnly = isMunicipalOnly
    self.direction = direction
    self.directionSource = directionSource
    self.target = target
    self.method = method
    self.referenceDate = referenceDate
    self.readings = readings
    self.breaks = breaks
  }

  /// The formula of a breakdown by `dimension`, nil when it is not broken down so.
  package func formula(by dimension: ClassifierCode?) -> Formula? {
    formulas.first { $0.dimension == dimension }
  }
}
