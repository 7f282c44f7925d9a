import ExactNumbers
import Findings
import Intake
import Monitoring
import Spreadsheets
import Store

/// Makes of one file of the inbox what is stored of it: pure, so that many run at once.
struct FormReader: Sendable {
  private let intake = FileIntake()
  /// What one pack reads a workbook with.
  private struct Binders: Sendable {
    var forms: [FormBinder]
    var rosters: RosterBinder
  }

  /// The newest pack first.
  private let binders: [Binders]
  /// What reads workbooks that nobody made for the packs.
  private let foreign: ForeignFiles
  /// What becomes of a file with rows of persons.
  private let rosterCustody: Custody
  /// What becomes of a file that nobody could look into.
  private let unreadCustody: Custody
  let mark: String

  init(campaign: OpenCampaign) {
    mark = campaign.readingMark
    // Periods of the same forms and one set of dictionaries are bound together, the newest first.
    var groups: [(pack: SystemPack, periods: [Period])] = []
    for period in campaign.settings.periods.reversed() {
      let pack = campaign.pack(of: period)
      let same = groups.firstIndex {
        $0.pack.forms == pack.forms && $0.pack.classifiers == pack.classifiers
          && $0.pack.readings == pack.readings
          && $0.pack.rosters == pack.rosters
          && $0.pack.bindings == pack.bindings
      }
      if let same {
        groups[same].periods.insert(period, at: 0)
      } else {
        groups.append((pack, [period]))
      }
    }
    foreign = ForeignFiles(
      groups: groups, register: campaign.register, campaign: campaign.settings.periods)
    binders = groups.map { group in
      let pack = group.pack
      let typed = pack.forms.filter { pack.roster(of: $0.code) == nil }
      return Binders(
        forms: typed.map { form in
          FormBinder(
            schema: form, among: pack.forms, classifiers: pack.classifiers,
            readings: pack.readings, register: campaign.register, periods: group.periods)
        },
        rosters: RosterBinder(
          rosters: pack.rosters, forms: pack.forms, classifiers: pack.classifiers,
          readings: pack.readings, register: campaign.register, periods: group.periods))
    }
    rosterCustody = campaign.settings.rostersKeptUntil == nil ? .counted : .keptForTerm
    unreadCustody = groups.allSatisfy(\.pack.rosters.isEmpty) ? .kept : .left
  }

  func read(_ bytes: [UInt8], name: String, hash: String) -> FileReading {
    readOrVerdict(bytes, name: name, hash: hash).reading
  }

  /// - Returns: also what the file is instead of a workbook, where its content told.
  func readOrVerdict(
    _ bytes: [UInt8], name: String, hash: String
  ) -> (reading: FileReading, verdict: FileVerdict?) {
    let read = intake.read(path: name, hash: hash, bytes: bytes)
    return (stored(read, bytes.count, name: name, hash: hash), read.verdict)
  }

  /// What is stored of an archive that was taken apart: nothing but what is to be said of it.
  func read(_ packed: PackedFiles, name: String, hash: String, size: Int) -> FileReading {
    var reading = FileReading(
      name: name, hash: hash, size: size, verdict: Self.archive, reader: mark,
      custody: unreadCustody)
    reading.findings = packed.findings
    return reading
  }

  /// The mark of what was read from an XLSX that LibreOffice made of an old XLS: such a file is not
  /// read anew where nobody asks for it to be converted.
  var convertedMark: String { mark + "+converted" }

  /// What is stored of an old XLS, converted: its origin is the file that came.
  func read(
    _ outcome: OldWorkbookConverter.Outcome, of refusal: FileReading, size: Int
  ) -> FileReading {
    let origin = Origin(file: refusal.name, hash: refusal.hash)
    switch outcome {
    case .converted(let bytes):
      let read = intake.read(path: refusal.name, hash: refusal.hash, bytes: bytes)
      var reading = stored(read, size, name: refusal.name, hash: refusal.hash)
      reading.reader = convertedMark
      let converted = Finding(
        code: Self.converted, severity: .notice,
        origins: [Origin(file: reading.name, hash: reading.hash)])
      for index in reading.submissions.indices {
        let submission = reading.submissions[index].submission
        reading.submissions[index].findings.append(converted.keyed(to: submission))
      }
      return reading
    case .failed(let reason):
      var reading = refusal
      // Under a mark of its own, so that the next run tries again.
      reading.reader = mark + "+unconverted"
      reading.verdict = "file.old-xls-unconverted"
      reading.findings = [
        Finding(
          code: "file.old-xls-unconverted", severity: .error,
          arguments: ["detail": .text(reason)], origins: [origin])
      ]
      return reading
    }
  }

  /// Said of a form that was read from what LibreOffice made of it.
  static let converted: FindingCode = "file.old-xls-converted"

  /// What is stored of an archive within an archive.
  func refuse(_ packed: PackedFiles, name: String, hash: String, size: Int) -> FileReading {
    let finding = PackedFiles.unread(
      nil, "an archive within an archive is not opened", Origin(file: name, hash: hash))
    var reading = read(packed, name: name, hash: hash, size: size)
    reading.verdict = finding.code.rawValue
    reading.findings = [finding]
    return reading
  }

  private func stored(
    _ read: FileIntake.Reading, _ size: Int, name: String, hash: String
  ) -> FileReading {
    var reading = FileReading(name: name, hash: hash, size: size, verdict: "form", reader: mark)
    reading.findings = read.findings
    reading.custody = unreadCustody
    guard let form = read.form else {
      let isForeign = read.findings.allSatisfy { FileIntake.beside.contains($0.code) }
      reading.verdict = isForeign ? Self.foreign : read.findings.first?.code.rawValue ?? "unread"
      return reading
    }
    bind(form, read.properties, into: &reading)
    return reading
  }

  /// The verdict on what is no form and is left alone: it is not kept either.
  static let foreign = "foreign"
  /// The verdict on a ZIP whose files were taken as forms of their own.
  static let archive = "archive"

  private func bind(
    _ file: FormFile, _ properties: WorkbookProperties, into reading: inout FileReading
  ) {
    var file = file.withoutRemarkLists
    if let neutral = binders.lazy.compactMap({ $0.rosters.neutral(of: file) }).first {
      reading.rename(to: neutral.path)
      file = neutral
    }
    // Said of the file as a whole: macros that it holds.
    let ofFile = reading.findings
    let rosters = binders.map { $0.rosters.bind(file) }
    // What any pack knows as rows of persons is read by nothing but its roster.
    let persons = rosters.reduce(into: Set<Int>()) { $0.formUnion($1.sheets) }
    let typed = persons.isEmpty ? file : file.without(persons)
    if !persons.isEmpty { reading.custody = rosterCustody }
    var refusals: [[Finding]] = []
    for (binders, roster) in zip(self.binders, rosters) {
      let bound = binders.forms.map { $0.bind(typed) } + [roster.bindings]
      let bindings = bound.flatMap { $0 }
      let refused = bindings.filter { $0.form == nil }.map(\.findings)
      refusals += refused
      var submissions = bindings.compactMap { binding in
        binding.form.map { contents(of: binding, $0, reading, properties, ofFile) }
      }
      guard !submissions.isEmpty else { continue }
      if persons.isEmpty {
        reading.custody = .kept
      } else {
        submissions[0].take(refused.filter { !$0.isNotRecognised }.flatMap { $0 })
      }
      reading.verdict = "form"
      // A form beside those that were read, of which nobody can tell whose it is.
      reading.findings =
        persons.isEmpty
        ? bound.filter { $0.contains { $0.form != nil } }
          .flatMap { $0.filter { $0.form == nil }.flatMap(\.findings) }.map(\.ofFile) : []
      reading.submissions = submissions
      return
    }
    let read = foreign.read(typed)
    guard read.forms.isEmpty else {
      if persons.isEmpty { reading.custody = .kept }
      reading.submissions = read.forms.compactMap { binding in
        binding.form.map { contents(of: binding, $0, reading, properties, []) }
      }
      reading.findings += read.findings
      return
    }
    // What the newest form that knows the file says of it is what its sender can use.
    let known = refusals.first { !$0.isNotRecognised }
    reading.verdict = "unbound"
    reading.findings += known ?? read.why ?? refusals.first ?? []
  }

  private func contents(
    of binding: FormBinding, _ form: BoundForm, _ reading: FileReading,
    _ properties: WorkbookProperties, _ ofFile: [Finding]
  ) -> SubmissionContents {
    let submission = Submission(
      unit: form.unit, period: form.period, form: form.form, formVersion: form.version,
      fileHash: reading.hash, fileName: reading.name, producer: properties.producer,
      modified: properties.modified)
    return SubmissionContents(
      submission: submission, observations: binding.observations,
      findings: binding.findings + ofFile.map { $0.keyed(to: submission) })
  }
}

extension Finding {
  /// What is said of a form that is bound to nothing, said of its file.
  fileprivate var ofFile: Finding {
    var finding = self
    finding.key = FindingKey(form: key.form)
    return finding
  }

  /// What is said of a file, said of the form that was read from it.
  fileprivate func keyed(to submission: Submission) -> Finding {
    var finding = self
    finding.key = FindingKey(
      unit: submission.unit.rawValue, period: submission.period.description,
      form: submission.form.rawValue)
    return finding
  }
}

extension [Finding] {
  /// Whether a form said no more than that the file is none of its kind.
  fileprivate var isNotRecognised: Bool { contains { $0.code == FormBinder.notRecognised } }
}

extension SubmissionContents {
  /// Adds what is said of other sheets of the workbook.
  fileprivate mutating func take(_ others: [Finding]) {
    findings += others.map { $0.keyed(to: submission) }
  }
}

extension FileReading {
  /// Calls the file by another name, and says so.
  fileprivate mutating func rename(to name: String) {
    self.name = name
    for index in findings.indices {
      for origin in findings[index].origins.indices { findings[index].origins[origin].file = name }
    }
    findings.append(
      Finding(
        code: "roster.name-hidden", severity: .notice, origins: [Origin(file: name, hash: hash)]))
  }
}
