import Findings
import Monitoring
import Store

/// What a store has of all forms, read in a few passes: asked of each unit by itself it costs a
/// dozen questions a unit, again and again.
struct StoredBook {
  /// Of which a form came, by unit and period.
  let places: [UnitPeriod]
  private let submissions: [UnitPeriod: [StoredSubmission]]
  /// With what was decided and explained.
  private let found: [UnitPeriod: [Finding]]
  /// Of the forms about which the office decided something.
  private let decided: [UnitPeriod: StoredForm]

  init(campaign: OpenCampaign, store: Store) throws {
    let stored = try storing { try store.submissions() }
    submissions = Dictionary(grouping: stored) { UnitPeriod($0.submission) }
    var places: [UnitPeriod] = []
    for place in stored.map({ UnitPeriod($0.submission) }) where places.last != place {
      places.append(place)
    }
    self.places = places
    let ofUnits = UnitFindings(campaign: campaign)
    found = try ofUnits.all(in: store)
    decided = try storing {
      Dictionary(
        uniqueKeysWithValues: try store.decidedPlaces().map {
          ($0, try StoredForm($0, in: store, findings: ofUnits))
        })
    }
  }

  /// A unit's form; an empty one where none came.
  func form(_ place: UnitPeriod) -> StoredForm {
    decided[place] ?? StoredForm(submissions: submissions(place), findings: findings(place))
  }

  /// Every version of a unit's forms.
  func submissions(_ place: UnitPeriod) -> [StoredSubmission] { submissions[place] ?? [] }

  /// All that is to be said of a unit's forms.
  func findings(_ place: UnitPeriod) -> [Finding] { found[place] ?? [] }
}

extension UnitPeriod {
  init(_ submission: Submission) {
    self.init(unit: submission.unit, period: submission.period)
  }
}
