import Expressions
import Findings
import Monitoring
import Spreadsheets

/// What is to be said of the rows of a roster: numbers of rows and places, never what stands there.
struct RosterWords {
  let roster: Roster
  let form: FormSchema
  let place: RosterPlace
  let file: FormFile

  /// Rows that one finding names; a column that was left empty has hundreds.
  private static let namedRows = 20

  func findings(_ tally: RosterTally, _ rows: RosterRows) -> [Finding] {
    var findings: [Finding] = []
    if rows.persons.isEmpty { findings.append(finding("roster.empty", .error, rows: [])) }
    if !rows.merged.isEmpty {
      findings.append(finding("roster.row-merged", .error, rows: rows.merged))
    }
    findings += tally.doubts.sorted { order($0.key) < order($1.key) }.map(finding)
    findings += form.fields.compactMap { field in
      tally.broken[field.code].map { broken(field, $0) }
    }
    if !rows.skipped.isEmpty {
      findings.append(finding("roster.row-skipped", .notice, rows: rows.skipped))
    }
    return findings
  }

  func samePerson(_ rows: [Int]) -> Finding {
    finding("roster.same-person", .warning, rows: rows)
  }

  private func broken(_ field: FormField, _ error: ExpressionError) -> Finding {
    var finding = finding("roster.count-broken", .error, rows: [])
    finding.key.field = field.code.rawValue
    finding.arguments["label"] = .text(field.label)
    finding.arguments["detail"] = .text(error.description)
    return finding
  }

  private func order(_ doubt: RosterTally.Doubt) -> (Int, Int) {
    (roster.columns.firstIndex { $0.code == doubt.column } ?? 0, doubt.reason.rawValue)
  }

  private func finding(_ doubt: RosterTally.Doubt, _ found: RosterTally.Doubtful) -> Finding {
    let fields = form.fields.filter { found.fields.contains($0.code) }
    var finding = finding(doubt.reason.code, .error, rows: found.cells.map(\.row))
    finding.key.field = fields.first?.code.rawValue ?? ""
    finding.arguments["label"] = .text(roster.column(doubt.column)?.label ?? "")
    finding.arguments["from"] = .count(roster.ages.lowerBound)
    finding.arguments["to"] = .count(roster.ages.upperBound)
    finding.arguments["fields"] = .list(fields.map(\.label))
    finding.origins = found.cells.prefix(Self.namedRows).map {
      file.origin(of: $0, on: place.sheet, isPersonal: true)
    }
    return finding
  }

  private func finding(_ code: FindingCode, _ severity: Severity, rows: [Int]) -> Finding {
    Finding(
      code: code, severity: severity,
      arguments: [
        "sheet": .text(place.sheet.name), "count": .count(rows.count),
        "rows": .list(
          rows.prefix(Self.namedRows).map(String.init) + (rows.count > Self.namedRows ? ["…"] : [])),
      ], origins: [file.origin(of: place.sheet)])
  }
}

extension RosterTally.Doubt.Reason {
  fileprivate var code: FindingCode {
    switch self {
    case .missing: "roster.value-missing"
    case .unreadable: "roster.value-unreadable"
    case .oddAge: "roster.age-odd"
    case .futureDate: "roster.date-future"
    }
  }
}
