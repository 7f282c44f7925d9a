import Documents
import Monitoring
import Wording

extension ReportTables {
  /// How many proofs of a factor a table quotes before it only counts the rest.
  static let quotedProofs = 3

  /// The factors of the pack's closed list that were named, a table a kind, internal ones first,
  /// the most named first: described, never claimed as causes.
  func factors() -> [Table] {
    FactorKind.allCases.compactMap { kind in
      let counts = material.factors.filter { count in
        count.named > 0
          && pack.classifier(KnownClassifier.factors)?[count.factor]?.properties[
            KnownProperty.kind] == kind.rawValue
      }
      let rows = counts.enumerated().sorted {
        ($1.element.named, $0.offset) < ($0.element.named, $1.offset)
      }.map { row($0.element) }
      let isAnyHidden = counts.contains { isHidden($0) }
      return rows.isEmpty ? nil : table(kind, rows, notes: isAnyHidden ? [hiddenNote] : [])
    }
  }

  private func table(_ kind: FactorKind, _ rows: [Table.Row], notes: [String]) -> Table {
    var columns = [
      Table.Column("Фактор", width: 58), Table.Column("Направление мер", width: 40),
      Table.Column("Показатель", width: 26, alignment: .center),
      Table.Column("Названо", width: 24, alignment: .center),
    ]
    if !material.isPublic { columns.append(Table.Column("Чем подтверждается", width: 40)) }
    return Table(caption: kind.title, columns: columns, rows: rows, notes: notes)
  }

  private func isHidden(_ count: ReportMaterial.FactorCount) -> Bool {
    PublicCounts(material).mustHide(count.named, of: count.answered)
  }

  /// What stands below a table of organisations of which some numbers are left out.
  var hiddenNote: String {
    let limit = Language.ru.number(pack.smallCell)
    return "«\(Mark.dash)» \(Mark.dash) число не публикуется: оно или дополняющее его до целого "
      + "меньше\(Mark.noBreakSpace)\(limit)."
  }

  private func row(_ count: ReportMaterial.FactorCount) -> Table.Row {
    let member = pack.classifier(KnownClassifier.factors)?[count.factor]
    let direction = (member?.properties[KnownProperty.direction])
      .flatMap { pack.classifier(KnownClassifier.directions)?[MemberCode(rawValue: $0)] }
    let indicator = (member?.properties[KnownProperty.indicator])
      .flatMap { pack.indicator(IndicatorCode(rawValue: $0)) }
    var cells = [
      Table.Cell(member?.title ?? count.factor.rawValue),
      Table.Cell(direction?.word(KnownProperty.short) ?? Mark.dash),
      Table.Cell(indicator?.label ?? Mark.dash), Table.Cell(frequency(count)),
    ]
    if !material.isPublic { cells.append(Table.Cell(proofs(count.evidence))) }
    return Table.Row(cells)
  }

  /// «в 3 из 24 школ»: the noun follows the second number. A dash where it must not be told.
  private func frequency(_ count: ReportMaterial.FactorCount) -> String {
    if isHidden(count) { return Mark.dash }
    let schools = Language.ru.counted(count.answered, "школы", "школ", "школ")
    return "в\(Mark.noBreakSpace)\(count.named) из\(Mark.noBreakSpace)\(schools)"
  }

  private func proofs(_ evidence: [String]) -> String {
    var seen: [String] = []
    for proof in evidence where !proof.isEmpty && !seen.contains(proof) { seen.append(proof) }
    guard !seen.isEmpty else { return "не указано" }
    let quoted = seen.prefix(Self.quotedProofs).joined(separator: "; ")
    let rest = seen.count - Self.quotedProofs
    return rest > 0 ? "\(quoted) и\(Mark.noBreakSpace)ещё\(Mark.noBreakSpace)\(rest)" : quoted
  }
}

/// Where a factor lies; the raw value is the property `kind` of the pack's dictionary.
enum FactorKind: String, CaseIterable {
  case `internal`
  case external

  var title: String {
    switch self {
    case .internal: "Внутренние факторы, названные организациями"
    case .external: "Внешние факторы, названные организациями"
    }
  }
}
