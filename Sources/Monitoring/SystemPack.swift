package import ExactNumbers

/// One district's system as data: what a folder under `Templates/` holds.
package struct SystemPack: Sendable {
  /// The act that the pack follows.
  package struct Regulation: Sendable, Hashable {
    package var title: String
    /// «приказ № … от …», as preambles quote it.
    package var requisites: String
    /// The regulation's goal and tasks, word for word.
    package var goal: String
    package var tasks: [String]

    package init(title: String, requisites: String, goal: String, tasks: [String]) {
      self.title = title
      self.requisites = requisites
      self.goal = goal
      self.tasks = tasks
    }
  }

  /// When a difference is worth a word. All are inclusive: a difference of exactly this much counts.
  package struct Thresholds: Sendable, Hashable {
    /// Percentage points by which a share must change.
    package var sharePoints: ExactNumber
    /// Persons (or pieces) by which the numerator must change with it.
    package var persons: ExactNumber
    /// Percent by which a count must change.
    package var countPercent: ExactNumber
    /// Percentage points between the lowest and the highest unit.
    package var gapPoints: ExactNumber
    /// Units with a smaller denominator are left out of the gap.
    package var gapPersons: ExactNumber

    package init(
      sharePoints: ExactNumber, persons: ExactNumber, countPercent: ExactNumber,
      gapPoints: ExactNumber, gapPersons: ExactNumber
    ) {
      self.sharePoints = sharePoints
      self.persons = persons
      self.countPercent = countPercent
      self.gapPoints = gapPoints
      self.gapPersons = gapPersons
    }
  }

  /// A level of the organisation tree.
  package struct Level: Sendable, Hashable {
    package var code: MemberCode
    /// «муниципалитет».
    package var title: String
    /// «муниципалитеты», as headings have it.
    package var plural: String
    /// «муниципалитета», for sums of one.
    package var genitive: String
    /// Whether its units hand in forms of their own.
    package var handsIn: Bool

    package init(
      code: MemberCode, title: String, plural: String, genitive: String, handsIn: Bool
    ) {
      self.code = code
      self.title = title
      self.plural = plural
      self.genitive = genitive
      self.handsIn = handsIn
    }
  }

  /// A document that the pack makes.
  package struct DocumentPlan: Sendable, Hashable {
    /// How often it is made.
    package enum Cardinality: String, Sendable, Hashable, CaseIterable {
      case once
      /// One for each unit that is expected in the period.
      case perUnit = "unit"
    }

    package var code: String
    package var title: String
    /// Path of the template below the pack's folder: "documents/report.fodt".
    package var template: String
    /// File name without extension; may hold `{unit}`.
    package var fileName: String
    package var cardinality: Cardinality
    package var audiences: [Edition.Audience]
    /// The addressees that it is for; empty: for everybody.
    package var addressees: [MemberCode]

    package init(
      code: String, title: String, template: String, fileName: String, cardinality: Cardinality,
      audiences: [Edition.Audience], addressees: [MemberCode]
    ) {
      self.code = code
      self.title = title
      self.template = template
      self.fileName = fileName
      self.cardinality = cardinality
      self.audiences = audiences
      self.addressees = addressees
    }
  }

  package var code: String
  package var version: Int
  package var title: String
  package var regulation: Regulation
  package var periodKind: PeriodKind
  package var thresholds: Thresholds
  /// Counts from 1 to this less 1 are not shown in the public edition.
  package var smallCell: ExactNumber
  /// In the order of the file.
  package var classifiers: [Classifier]
  package var indicators: [Indicator]
  package var forms: [FormSchema]
  /// What people may type in those forms in place of a plain number or answer.
  package var readings: Readings
  /// How workbooks that nobody made for the pack fill its forms; usually none.
  package var bindings: [ForeignBinding]
  package var rules: [Rule]
  package var sentences: [Sentence]
  package var advice: [AdviceTemplate]
  package var measures: [MeasureTemplate]
  package var documents: [DocumentPlan]
  /// Fixed paragraphs that templates print by name, each a list of paragraphs.
  package var texts: [String: [String]]
  /// The sheets with a row a person that are counted; a form that one of them fills is typed
  /// nowhere.
  package var rosters: [Roster]
  /// The levels of the organisation tree, the root's first; empty for a pack that knows a root and
  /// the units that hand in, and no more.
  package var levels: [Level]

  package init(
    code: String, version: Int, title: String, regulation: Regulation, periodKind: PeriodKind,
    thresholds: Thresholds, smallCell: ExactNumber, classifiers: [Classifier],
    indicators: [Indicator], forms: [FormSchema], rules: [Rule], sentences: [Sentence],
    advice: [AdviceTemplate], measures: [MeasureTemplate], documents: [DocumentPlan],
    texts: [String: [String]], readings: Readings = Readings(), rosters: [Roster] = [],
    bindings: [ForeignBinding] = [], levels: [Level] = []
  ) {
    self.code = code
    self.version = version
    self.title = title
    self.regulation = regulation
    self.periodKind = periodKind
    self.thresholds = thresholds
    self.smallCell = smallCell
    self.classifiers = classifiers
    self.indicators = indicators
    self.forms = forms
    self.readings = readings
    self.bindings = bindings
    self.rules = rules
    self.sentences = sentences
    self.advice = advice
    self.measures = measures
    self.documents = documents
    self.texts = texts
    self.rosters = rosters
    self.levels = levels
  }

  package func level(_ code: MemberCode) -> Level? { levels.first { $0.code == code } }

  /// All sections of all forms, in the order of the pack. Codes of sections and fields are unique
  /// in a pack, so that rules may compare one form with another.
  package var sections: [FormSection] { forms.flatMap(\.sections) }

  package func field(_ code: FieldCode) -> FormField? {
    forms.lazy.compactMap { $0.field(code) }.first
  }

  /// The roster that a form is counted from; nil for a form that people type.
  package func roster(of form: FormCode) -> Roster? { rosters.first { $0.form == form } }

  package func classifier(_ code: ClassifierCode) -> Classifier? {
    classifiers.first { $0.code == code }
  }

  package func indicator(_ code: IndicatorCode) -> Indicator? {
    indicators.first { $0.code == code }
  }
}
