package import Findings
package import Spreadsheets

/// Reads a file of the inbox into a form to be bound, or says why it is none.
package struct FileIntake: Sendable {
  package struct Reading: Sendable {
    /// Nil when there is nothing to bind.
    package var form: FormFile?
    /// What the workbook says of itself.
    package var properties = WorkbookProperties()
    package var findings: [Finding] = []
    /// What the file is instead of a workbook; nil for a workbook and for what only its name tells.
    package var verdict: FileVerdict?
  }

  private let limits: SpreadsheetLimits

  package init(limits: SpreadsheetLimits = .form) { self.limits = limits }

  /// - Parameters:
  ///   - path: below the inbox, with "/".
  ///   - hash: SHA-256 of `bytes` in lower-case hexadecimal.
  package func read(path: String, hash: String, bytes: [UInt8]) -> Reading {
    let origin = Origin(file: path, hash: hash)
    if let kind = InboxName.service(path) { return beside("file.service", kind, origin) }
    var reading: Reading
    do {
      // Opened once: what the file is instead of a workbook comes with the error.
      let workbook = try Workbook(reading: bytes, limits: limits)
      let form = FormFile(
        path: origin.file, hash: origin.hash, sheets: workbook.sheets.map { Grid($0) })
      reading = Reading(
        form: form, properties: workbook.description.properties,
        findings: workbook.description.notices.map { Self.finding($0, origin) })
    } catch {
      reading = refusal(error, origin)
      guard reading.findings.contains(where: { $0.severity == .error }) else { return reading }
    }
    if let name = ReadableName.of(path) {
      reading.findings.append(
        Finding(
          code: "file.name-mangled", severity: .notice, arguments: ["name": .text(name)],
          origins: [origin]))
    }
    return reading
  }

  /// What is to be said of a file that is no workbook, or one that cannot be read.
  private func refusal(_ error: SpreadsheetError, _ origin: Origin) -> Reading {
    let path = origin.file
    // A ZIP that breaks off may have had forms in it.
    let isCutArchive = error.verdict == .truncated && InboxName.isOfArchive(path)
    if let verdict = error.verdict, !InboxName.isOfForm(path), !isCutArchive {
      let isPacked =
        verdict == .mail || verdict == .otherArchive || InboxName.isPacked(path)
      var reading = beside(
        isPacked ? "file.packed" : "file.foreign", InboxName.kind(path), origin)
      reading.verdict = verdict
      return reading
    }
    let detail = error.part.isEmpty ? error.detail : "\(error.part): \(error.detail)"
    var arguments: [String: FindingValue] = ["detail": .text(detail)]
    if !error.part.isEmpty { arguments["part"] = .text(error.part) }
    let finding = Finding(
      code: Self.code(of: error), severity: .error, arguments: arguments, origins: [origin])
    return Reading(findings: [finding], verdict: error.verdict)
  }

  /// What is to be said of a file that is read all the same.
  private static func finding(_ notice: Notice, _ origin: Origin) -> Finding {
    Finding(
      code: FindingCode(rawValue: notice.code.rawValue), severity: .notice, origins: [origin])
  }

  /// What is said of a file that lies beside the forms and is let be.
  package static let beside: Set<FindingCode> = ["file.foreign", "file.service", "file.packed"]

  private func beside(_ code: FindingCode, _ kind: String, _ origin: Origin) -> Reading {
    var arguments: [String: FindingValue] = ["kind": .text(kind)]
    arguments["name"] = ReadableName.of(origin.file).map { .text($0) }
    let finding = Finding(
      code: code, severity: FindingCatalogue[code]?.severity ?? .notice, arguments: arguments,
      origins: [origin])
    return Reading(findings: [finding])
  }

  private static func code(of error: SpreadsheetError) -> FindingCode {
    if let verdict = error.verdict { return code(of: verdict) }
    return switch error.code {
    case .encrypted: "file.password"
    case .notAWorkbook: "file.not-workbook"
    case .limit: "file.too-large"
    default: "file.unreadable"
    }
  }

  /// What is said of a file that is no workbook under a workbook's name.
  private static func code(of verdict: FileVerdict) -> FindingCode {
    switch verdict {
    case .passwordProtected: "file.password"
    case .oldXLS: "file.old-xls"
    case .xlsb: "file.xlsb"
    case .xml2003: "file.xml-2003"
    case .html: "file.html"
    case .mail: "file.mail"
    case .truncated: "file.truncated"
    case .empty: "file.empty"
    case .csv, .pdf, .picture, .document, .archive, .otherArchive, .unknown: "file.not-workbook"
    // These are read, or an error of their own says why not.
    case .xlsx, .ods, .fods: "file.unreadable"
    }
  }
}
