import Monitoring
package import Reporting
import Wording

extension FormRegister {
  /// The register as its page and its workbook print it, in Russian.
  ///
  /// - Parameter others: files that became no form, with what is said of them.
  package func material(
    of campaign: OpenCampaign, others: [SummaryMaterial.OtherFile] = []
  ) -> SummaryMaterial {
    let speaker = FindingSpeaker(packs: campaign.packs)
    return SummaryMaterial(
      organisation: campaign.settings.organisation,
      period: campaign.pack.periodKind.label(period),
      deadline: campaign.settings.deadline(of: period) ?? "",
      rows: rows.map { printed($0, speaker) }, parts: printedParts, others: others)
  }

  private var printedParts: [SummaryMaterial.Part] {
    let parts = nodes + groups(unnamed: "Без группы")
    guard !parts.isEmpty else { return [] }
    return parts.map(\.printed) + [Part(name: "Всего", totals: totals).printed]
  }

  private func printed(_ row: Row, _ speaker: FindingSpeaker) -> SummaryMaterial.Row {
    let standing = row.standing
    return SummaryMaterial.Row(
      number: standing.number, unit: standing.name, standing: standing.printed,
      file: standing.file, versions: standing.versions, errors: standing.errors,
      warnings: standing.warnings, explained: standing.explained, timing: row.timing.printed,
      accepted: standing.accepted, corrected: standing.corrected,
      ofOffice: standing.ofOffice, filledBy: row.filledBy ?? "",
      phone: row.phone ?? "", scan: row.scan,
      heading: row.path.map { names[$0] ?? $0.rawValue }.joined(separator: " / "),
      refused: standing.refused.map { file in
        let reasons = file.reasons { speaker.words($0, .ru) }
        return "\(file.name): \(reasons.joined(separator: " "))"
      }, late: standing.late, isUnmended: standing.unmended != nil,
      earlier: standing.earlier.map { "форма за \($0.period): \($0.file)" })
  }
}

extension FormRegister.Part {
  fileprivate var printed: SummaryMaterial.Part {
    SummaryMaterial.Part(
      name: name, expected: totals.expected, inTime: totals.inTime, late: totals.late,
      missing: totals.missing, withErrors: totals.withErrors, returned: totals.returned,
      accepted: totals.accepted, scans: totals.scans)
  }
}

extension FormRegister.Timing {
  /// As the register prints it.
  package var printed: SummaryMaterial.Timing {
    switch self {
    case .came(let day): .came(day)
    case .inTime(let day): .inTime(day)
    case .late(let day, let days): .late(day, days: days)
    case .awaited: .awaited
    case .overdue(let days): .overdue(days: days)
    }
  }
}

extension UnitStanding {
  /// As the register prints it: of a unit whose only file was refused nothing is there to count, and
  /// yet something came.
  package var printed: SummaryMaterial.Standing {
    switch state {
    case .missing: refused.isEmpty ? .missing : .refused
    case .undecided: .undecided
    case .returned: .returned
    case .withErrors: .withErrors
    case .withWarnings: .withWarnings
    case .clean: .clean
    case .afterClosing: .afterClosing
    }
  }
}
