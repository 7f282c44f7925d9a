package import Findings
package import Monitoring
import Store

/// What a run of `collect` did and found.
package struct CollectSummary: Sendable {
  /// A form that is a new version of one that was there, with its difference.
  package struct Correction: Sendable, Hashable {
    package var file: String
    package var unit: UnitCode
    package var period: Period
    package var version: Int
    /// Values that it changed.
    package var changes: Int
  }

  /// Files that lay in the inbox.
  package private(set) var files = 0
  /// Forms that were new.
  package private(set) var arrived = 0
  /// Files that were stored before.
  package private(set) var known = 0
  package private(set) var corrections: [Correction] = []
  /// Findings of files that are bound to no unit: what lies beside forms, and what cannot be read.
  package private(set) var fileFindings: [Finding] = []
  /// All findings of forms: of all forms after a run, of those just read after a dry run.
  package private(set) var findings: [Finding] = []
  /// Forms handed in, with errors, and missing, by period.
  package private(set) var standings: [Period: [UnitStanding]] = [:]
  /// Where the protocols are.
  package private(set) var protocols: [String] = []
  package let speaker: FindingSpeaker

  init(campaign: OpenCampaign) {
    speaker = FindingSpeaker(packs: campaign.packs)
    fileFindings = campaign.registerFindings
  }

  /// Whether anything has error severity.
  package var hasErrors: Bool {
    (findings + fileFindings).contains { $0.severity == .error }
  }

  mutating func unchanged() {
    files += 1
    known += 1
  }

  mutating func unreadable(_ file: String, _ reason: String) {
    files += 1
    fileFindings.append(
      Finding(
        code: "file.unreadable", severity: .error, arguments: ["detail": .text(reason)],
        origins: [Origin(file: file)]))
  }

  mutating func take(_ reading: FileReading, outcomes: [Outcome]) {
    files += 1
    fileFindings += reading.findings
    findings += reading.submissions.flatMap(\.findings)
    if outcomes.isEmpty { arrived += reading.submissions.count }
    for (contents, outcome) in zip(reading.submissions, outcomes) {
      let submission = contents.submission
      switch outcome {
      case .new: arrived += 1
      case .unchanged: known += 1
      case .newVersion(let diff), .reread(let diff):
        corrections.append(
          Correction(
            file: reading.name, unit: submission.unit, period: submission.period,
            version: diff.version, changes: diff.changes.count))
      case .older(let version), .undecided(let version):
        corrections.append(
          Correction(
            file: reading.name, unit: submission.unit, period: submission.period,
            version: version, changes: 0))
      }
    }
  }

  mutating func take(_ checked: CheckSummary) {
    findings = checked.findings.filter { !$0.key.unit.isEmpty }
    // Those of files that were read in earlier runs belong to the campaign too.
    fileFindings += checked.findings.filter { finding in
      finding.key.unit.isEmpty && !fileFindings.contains(finding)
    }
    standings = checked.standings
    protocols = checked.protocols
  }
}
