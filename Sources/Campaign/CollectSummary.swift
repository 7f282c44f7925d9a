package import Findings
package import Monitoring
import Store

/// What a run of `collect` did and found.
package struct CollectSummary: Sendable {
  /// A form that came when its unit had handed one in before.
  package struct Version: Sendable, Hashable {
    package enum Standing: Sendable, Hashable {
      /// It counts from now on.
      case counts(SubmissionDiff)
      /// A newer file was there already and goes on to count.
      case older
      /// It is not known which of several files is the newest.
      case undecided
    }

    package var file: String
    package var unit: UnitCode
    package var period: Period
    package var version: Int
    package var standing: Standing
  }

  /// Files that lay in the inbox.
  package private(set) var files = 0
  /// Forms that were new.
  package private(set) var arrived = 0
  /// Files that were stored before.
  package private(set) var known = 0
  /// Files of this run that became no form and are none of those that lie beside forms.
  package private(set) var refused = 0
  package private(set) var versions: [Version] = []
  /// Files that count because they are the only ones left in the inbox.
  package private(set) var choices: [Submission] = []
  /// Forms of this run whose period is closed: they are kept and do not count.
  package private(set) var late: [Submission] = []
  /// Findings of files that are bound to no unit: what lies beside forms, and what cannot be read.
  package private(set) var fileFindings: [Finding] = []
  /// Forms of this run that a person should look at, though they were taken.
  package private(set) var strays: [StrayForm] = []
  /// All findings of forms: of all forms after a run, of those just read after a dry run.
  package private(set) var findings: [Finding] = []
  /// Forms handed in, with errors, and missing, by period.
  package private(set) var standings: [Period: [UnitStanding]] = [:]
  /// Where the summaries are.
  package private(set) var summaries: [String] = []
  package let speaker: FindingSpeaker
  package let names: CampaignNames

  /// What a dry run read, for its rules.
  private(set) var readings: [SubmissionContents] = []
  /// Findings that no store holds: of the register, and of files that could not be read at all.
  private var ownFindings: [Finding]
  /// Whether anything lay in the inbox that might be a form and could not be read: what is not seen
  /// in this run may lie there, and was taken away by nobody.
  private(set) var hasUnreadFiles = false

  init(campaign: OpenCampaign) {
    speaker = FindingSpeaker(packs: campaign.packs)
    names = CampaignNames(campaign: campaign)
    ownFindings = campaign.registerFindings
    fileFindings = ownFindings
  }

  /// Whether anything has error severity.
  package var hasErrors: Bool {
    (findings + fileFindings).contains { $0.severity == .error && $0.isOpen }
  }

  mutating func unchanged() {
    files += 1
    known += 1
  }

  mutating func unread(_ entry: Inbox.Entry, _ failure: InboxReader.Failure) {
    files += 1
    let origins = [Origin(file: entry.name)]
    let finding =
      switch failure {
      case .link:
        Finding(
          code: "file.foreign", severity: .notice, arguments: ["kind": .text("→")],
          origins: origins)
      case .folder:
        Finding(code: "file.folder-unread", severity: .error, origins: origins)
      case .tooLarge:
        Finding(
          code: "file.too-large", severity: .error,
          arguments: ["detail": .text("\(entry.size >> 20) MB")], origins: origins)
      case .unnamed:
        Finding(code: "file.name-bytes", severity: .error, origins: origins)
      case .gone:
        Finding(code: "file.gone", severity: .warning, origins: origins)
      case .changing:
        Finding(code: "file.changing", severity: .error, origins: origins)
      case .unreadable(let reason):
        Finding(
          code: "file.unreadable", severity: .error, arguments: ["detail": .text(reason)],
          origins: origins)
      }
    if finding.severity != .notice { hasUnreadFiles = true }
    if finding.severity == .error { refused += 1 }
    ownFindings.append(finding)
    fileFindings.append(finding)
  }

  /// Of an archive: what is to be said of it stands in its own findings.
  mutating func leftPartsUnread() { hasUnreadFiles = true }

  /// Forms that are open in an office program: said beside what the store says.
  mutating func open(_ findings: [Finding]) {
    ownFindings += findings
    fileFindings += findings
  }

  mutating func take(_ odd: [StrayForm]) { strays = odd }

  mutating func chose(_ submission: Submission) { choices.append(submission) }

  /// What a dry run found in a unit's forms.
  mutating func take(_ found: [Finding]) { findings += found }

  /// - Parameter outcomes: what the store made of it; empty for a dry run.
  mutating func take(_ reading: FileReading, outcomes: [Outcome]) {
    files += 1
    fileFindings += reading.findings
    let isNoForm = [FormReader.foreign, FormReader.archive].contains(reading.verdict)
    if reading.submissions.isEmpty, !isNoForm { refused += 1 }
    if outcomes.isEmpty {
      arrived += reading.submissions.count
      // What is stored is checked from there: thousands of forms are not held.
      readings += reading.submissions
    }
    for (contents, outcome) in zip(reading.submissions, outcomes) {
      let submission = contents.submission
      switch outcome {
      case .new: arrived += 1
      case .afterClosing: late.append(submission)
      case .unchanged: known += 1
      case .newVersion(let diff), .reread(let diff):
        add(submission, diff.version, .counts(diff))
      case .older(let version): add(submission, version, .older)
      case .undecided(let version): add(submission, version, .undecided)
      }
    }
  }

  private mutating func add(
    _ submission: Submission, _ version: Int, _ standing: Version.Standing
  ) {
    versions.append(
      Version(
        file: submission.fileName, unit: submission.unit, period: submission.period,
        version: version, standing: standing))
  }

  /// The store now knows everything but what it never saw.
  mutating func take(_ checked: CheckSummary) {
    findings = checked.formFindings
    fileFindings = ownFindings + checked.fileFindings
    standings = checked.standings
    summaries = checked.summaries
    readings = []
  }
}
