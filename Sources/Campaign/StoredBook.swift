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

  init(campaign: OpenCampaign, store: Store) throws {
    let stored = try storing { try store.submissions() }
    submissions = Dictionary(grouping: stored) { UnitPeriod($0.submission) }
    var places: [UnitPeriod] = []
    for place in stored.map({ UnitPeriod($0.submission) }) where places.last != place {
      places.append(place)
    }
    self.places = places
    found = try UnitFindings(campaign: campaign).all(in: store)
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
