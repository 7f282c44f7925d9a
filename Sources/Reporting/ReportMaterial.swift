package import Monitoring

/// Everything that the documents of one period and one edition are made of.
///
/// What `Analysis` and `Advice` made comes in as values, so that nothing here reads a store. What
/// the edition does not hold cannot be printed: there are no raw values beside it.
package struct ReportMaterial: Sendable {
  package var pack: SystemPack
  package var settings: CampaignSettings
  package var register: UnitRegister
  package var edition: Edition
  /// The period that the documents are about; one of the edition's.
  package var period: Period
  /// In the order in which the report speaks of them.
  package var statements: [Statement]
  package var recommendations: [Recommendation]
  package var measures: [Measure]
  package var practices: [Practice]
  package var factors: [FactorCount]
  package var measureStatuses: [StatusCount]
  /// Units that handed in a form for the period, and units that were expected to.
  package var arrived: Int
  package var expected: Int
  /// Values of the period that people decided about; a public edition holds only how many.
  package private(set) var decisions: [DecidedValue]
  package private(set) var decisionCount: Int

  package init(
    pack: SystemPack, settings: CampaignSettings, register: UnitRegister, edition: Edition,
    period: Period, statements: [Statement] = [], recommendations: [Recommendation] = [],
    measures: [Measure] = [], practices: [Practice] = [], factors: [FactorCount] = [],
    measureStatuses: [StatusCount] = [], arrived: Int, expected: Int,
    decisions: [DecidedValue] = []
  ) {
    self.pack = pack
    self.settings = settings
    self.register = register
    self.edition = edition
    self.period = period
    self.statements = statements
    self.recommendations = recommendations
    self.measures = measures
    let isPublic = edition.audience == .public
    // Nothing of a single unit is handed on to a public edition.
    self.practices = isPublic ? practices.map(\.anonymous) : practices
    self.factors = isPublic ? factors.map(\.withoutProofs) : factors
    self.measureStatuses = measureStatuses
    self.arrived = arrived
    self.expected = expected
    self.decisions = isPublic ? [] : decisions
    decisionCount = decisions.count
  }

  /// Documents of a period that is not locked say «ПРОЕКТ».
  package var isDraft: Bool { !settings.locked.contains(period) }
  package var isPublic: Bool { edition.audience == .public }
}

extension ReportMaterial {
  /// How often a factor of the pack's closed list was named: «названо в 3 из 24 школ».
  package struct FactorCount: Sendable, Hashable {
    /// A member of `factors`.
    package var factor: MemberCode
    package var named: Int
    /// Units that answered at all.
    package var answered: Int
    /// What units put down as proof, in the order of the register; a public edition leaves it out.
    package var evidence: [String]

    package init(factor: MemberCode, named: Int, answered: Int, evidence: [String] = []) {
      self.factor = factor
      self.named = named
      self.answered = answered
      self.evidence = evidence
    }

    /// The counts alone.
    var withoutProofs: FactorCount {
      FactorCount(factor: factor, named: named, answered: answered)
    }
  }

  /// How many units reported this status for the measures of one direction.
  package struct StatusCount: Sendable, Hashable {
    /// A member of `directions`.
    package var direction: MemberCode
    /// A member of `statuses`.
    package var status: MemberCode
    package var units: Int

    package init(direction: MemberCode, status: MemberCode, units: Int) {
      self.direction = direction
      self.status = status
      self.units = units
    }
  }
}
