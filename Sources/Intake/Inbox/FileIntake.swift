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
  }

  private let limits: SpreadsheetLimits

  package init(limits: SpreadsheetLimits = .form) { self.limits = limits }

  /// - Parameters:
  ///   - path: below the inbox, with "/".
  ///   - hash: SHA-256 of `bytes` in lower-case hexadecimal.
  package func read(path: String, hash: String, bytes: [UInt8]) -> Reading {
    let origin = Origin(file: path, hash: hash)
    switch InboxEntry(path: path, bytes: bytes, limits: limits).kind {
    case .foreign(let kind):
      let finding = Finding(
        code: "file.foreign", severity: .notice, arguments: ["kind": .text(kind)],
        origins: [origin])
      return Reading(findings: [finding])
    case .form(let verdict):
      if let code = Self.code(of: verdict) {
        return Reading(findings: [Finding(code: code, severity: .error, origins: [origin])])
      }
      return workbook(bytes, origin)
    }
  }

  private func workbook(_ bytes: [UInt8], _ origin: Origin) -> Reading {
    do {
      let workbook = try Workbook(reading: bytes, limits: limits)
      let form = FormFile(
        path: origin.file, hash: origin.hash, sheets: workbook.sheets.map { Grid($0) })
      return Reading(form: form, properties: workbook.properties)
    } catch {
      let code: FindingCode =
        switch error.code {
        case .encrypted: "file.password"
        case .notAWorkbook: "file.not-workbook"
        case .limit: "file.too-large"
        default: "file.unreadable"
        }
      let detail = error.part.isEmpty ? error.detail : "\(error.part): \(error.detail)"
      return Reading(
        findings: [
          Finding(
            code: code, severity: .error, arguments: ["detail": .text(detail)], origins: [origin])
        ])
    }
  }

  /// What is said of a file that is no workbook under a workbook's name; nil for a workbook.
  private static func code(of verdict: FileVerdict) -> FindingCode? {
    switch verdict {
    case .xlsx, .ods, .fods: nil
    case .passwordProtected: "file.password"
    case .oldXLS: "file.old-xls"
    case .html: "file.html"
    case .truncated: "file.truncated"
    case .empty: "file.empty"
    case .csv, .pdf, .picture, .document, .archive, .unknown: "file.not-workbook"
    }
  }
}
