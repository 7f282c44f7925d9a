import ExactNumbers
import Findings
import Intake
import Monitoring
import Spreadsheets
import Store

/// Makes of one file of the inbox what is stored of it: pure, so that many run at once.
struct FormReader: Sendable {
  private let intake = FileIntake()
  private let binders: [FormBinder]
  let mark: String

  init(campaign: OpenCampaign) {
    mark = campaign.readingMark
    // Periods of one form and one set of dictionaries are bound together, the newest first.
    var groups: [(pack: SystemPack, periods: [Period])] = []
    for period in campaign.settings.periods.reversed() {
      let pack = campaign.pack(of: period)
      let same = groups.firstIndex {
        $0.pack.form == pack.form && $0.pack.classifiers == pack.classifiers
      }
      if let same {
        groups[same].periods.insert(period, at: 0)
      } else {
        groups.append((pack, [period]))
      }
    }
    binders = groups.map { group in
      FormBinder(
        schema: group.pack.form, classifiers: group.pack.classifiers, register: campaign.register,
        periods: group.periods)
    }
  }

  func read(_ bytes: [UInt8], name: String, hash: String) -> FileReading {
    var reading = FileReading(
      name: name, hash: hash, size: bytes.count, verdict: "form", reader: mark)
    let read = intake.read(path: name, hash: hash, bytes: bytes)
    reading.findings = read.findings
    guard let form = read.form else {
      let isForeign = read.findings.allSatisfy { $0.code == "file.foreign" }
      reading.verdict = isForeign ? Self.foreign : read.findings.first?.code.rawValue ?? "unread"
      return reading
    }
    bind(form, read.properties, into: &reading)
    return reading
  }

  /// The verdict on what is no form and is left alone: it is not kept either.
  static let foreign = "foreign"

  private func bind(
    _ file: FormFile, _ properties: WorkbookProperties, into reading: inout FileReading
  ) {
    for (position, binder) in binders.enumerated() {
      let binding = binder.bind(file)
      guard let form = binding.form else {
        // What the newest form says of it is what its sender can use.
        if position == 0 {
          reading.verdict = "unbound"
          reading.findings += binding.findings
        }
        continue
      }
      let submission = Submission(
        unit: form.unit, period: form.period, form: form.form, formVersion: form.version,
        fileHash: reading.hash, fileName: reading.name, producer: properties.producer,
        modified: properties.modified)
      reading.verdict = "form"
      reading.findings = []
      reading.submissions = [
        SubmissionContents(
          submission: submission, observations: binding.observations, findings: binding.findings)
      ]
      return
    }
  }
}
