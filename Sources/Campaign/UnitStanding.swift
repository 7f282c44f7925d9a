import Findings
import Foundation
package import Monitoring
import Store

/// How far one unit's form of one period has come.
package struct UnitStanding: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    case missing
    /// Several files, and it is not known which of them counts.
    case undecided
    case withErrors = "with_errors"
    case withWarnings = "with_warnings"
    case clean
  }

  package var unit: UnitCode
  package var number: Int
  /// As tables print it.
  package var name: String
  package var period: Period
  package var state: State
  /// The file that counts; all that could, joined with "; ", while none does.
  package var file: String
  /// The number of the version that counts; nil while none does.
  package var version: Int?
  /// How many versions have come.
  package var versions: Int
  package var errors: Int
  /// Open ones.
  package var warnings: Int
  /// Warnings that the unit explained.
  package var explained: Int
  /// When the version that counts came; nil while none does.
  package var received: String?

  /// - Parameter required: the forms without which the unit's own is missing.
  init(
    unit: Monitoring.Unit, period: Period, required: [FormCode], submissions: [StoredSubmission],
    findings: [Finding]
  ) {
    self.unit = unit.code
    number = unit.number
    name = unit.name(in: period).short
    self.period = period
    let main = submissions.filter { required.isEmpty || required.contains($0.submission.form) }
    let current = main.first { $0.standing == .current }
    file =
      current?.submission.fileName
      ?? main.filter { $0.standing == .undecided }.map(\.submission.fileName)
      .joined(separator: "; ")
    version = current?.version
    received = current?.received
    versions = main.count
    let isComplete = required.allSatisfy { form in main.contains { $0.submission.form == form } }
    errors = findings.count { $0.severity == .error && $0.isOpen }
    warnings = findings.count { $0.severity == .warning && $0.isOpen }
    explained = findings.count { $0.explanation != nil }
    state =
      if main.isEmpty || !isComplete { .missing } else if current == nil {
        .undecided
      } else if errors > 0 {
        .withErrors
      } else if warnings > 0 { .withWarnings } else { .clean }
  }
}

/// The step that says who handed in, who has errors and who is missing.
package struct CampaignStatus: Sendable {
  private let campaign: OpenCampaign

  package init(campaign: OpenCampaign) { self.campaign = campaign }

  /// Standings by period, in the order of the register.
  package func run() throws -> [Period: [UnitStanding]] {
    guard Store.exists(in: campaign.folder.root.path) else {
      return try standings { _, _ in ([], []) }
    }
    return try run(StoredBook(campaign: campaign, store: campaign.store()))
  }

  /// The same of what was read from the store.
  func run(_ book: StoredBook) throws -> [Period: [UnitStanding]] {
    try standings { unit, period in
      let place = UnitPeriod(unit: unit.code, period: period)
      return (book.submissions(place), book.findings(place))
    }
  }

  private func standings(
    _ look: (Monitoring.Unit, Period) throws -> ([StoredSubmission], [Finding])
  ) throws -> [Period: [UnitStanding]] {
    var standings: [Period: [UnitStanding]] = [:]
    for period in campaign.settings.periods {
      standings[period] = try campaign.register.expected(in: period).map { unit in
        let (submissions, findings) = try look(unit, period)
        return UnitStanding(
          unit: unit, period: period,
          required: campaign.pack(of: period).forms.filter { !$0.isOptional }.map(\.code),
          submissions: submissions, findings: findings)
      }
    }
    return standings
  }
}
