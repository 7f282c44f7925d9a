import Documents
import Monitoring
import Wording

/// The conclusions of a report: statements by weight, the steady ones folded into one line.
struct Conclusions {
  let material: ReportMaterial
  private let evidence: EvidenceWords

  init(_ material: ReportMaterial) {
    self.material = material
    evidence = EvidenceWords(material)
  }

  /// `conclusions` (a list of groups with `title`, `statements` and
  /// `paragraphs`, the same as a block), `steady` (texts),
  /// `steady_labels` («1.1, 2.3 и 4.2»), `steady_count`, `has_conclusions`.
  var record: TemplateRecord {
    // Whose target was missed or met is spoken of already: it is not without news.
    let spoken = Set((statements(.targetMissed) + statements(.targetMet)).map(\.indicator))
    let steady = statements(.steady).filter { !spoken.contains($0.indicator) }
    let labels = steady.compactMap { material.pack.indicator($0.indicator)?.label }
    let groups = Trigger.allCases.filter { $0 != .steady }
      .sorted { $0.weight < $1.weight }
      .compactMap(group)
    return [
      "conclusions": .list(groups),
      "has_conclusions": .flag(!groups.isEmpty || !steady.isEmpty),
      "steady": .list(steady.map(record)),
      "steady_labels": .text(Language.ru.list(unique(labels))),
      "steady_count": .count(unique(labels).count),
      "steady_paragraphs": block(steady), "has_steady": .flag(!steady.isEmpty),
    ]
  }

  private func statements(_ trigger: Trigger) -> [Statement] {
    material.statements.filter { $0.trigger == trigger && isAboutTheWhole($0) }
  }

  /// A report speaks of the municipality; what concerns one unit stands in its own documents.
  private func isAboutTheWhole(_ statement: Statement) -> Bool {
    statement.evidence.first.map { $0.unit == material.register.root.code } ?? true
  }

  private func group(_ trigger: Trigger) -> TemplateRecord? {
    let members = statements(trigger)
    guard !members.isEmpty else { return nil }
    return [
      "title": .text(heading(trigger)), "statements": .list(members.map(record)),
      "paragraphs": block(members),
    ]
  }

  /// Differences are looked for among units whose share means something.
  private func heading(_ trigger: Trigger) -> String {
    guard trigger == .gap else { return trigger.heading }
    let least = material.pack.thresholds.gapPersons
    let persons = Language.ru.plural(least, "работнику", "работникам", "работникам")
    return "\(trigger.heading) (среди организаций, где доля рассчитана не менее чем по "
      + "\(Language.ru.number(least))\(Mark.noBreakSpace)\(persons))"
  }

  /// The statements with the addresses of what they name, which HTML makes links of.
  private func block(_ statements: [Statement]) -> TemplateValue {
    .block(
      .paragraphs(
        statements.map { Paragraph($0.text, evidence: $0.evidence.map(\.description)) }))
  }

  private func record(_ statement: Statement) -> TemplateRecord {
    [
      "text": .text(statement.text),
      "evidence": .text(evidence.phrase(statement.evidence)),
      "address": .text(evidence.trace(statement.evidence)),
    ]
  }

  private func unique(_ labels: [String]) -> [String] {
    var seen: [String] = []
    for label in labels where !seen.contains(label) { seen.append(label) }
    return seen
  }
}

extension Trigger {
  /// The heading of its statements in a report.
  var heading: String {
    switch self {
    case .targetMissed: "Цель не достигнута"
    case .decline: "Показатели, которые снизились"
    case .gap: "Различия между организациями"
    case .noData: "Недостаток данных"
    case .growth: "Показатели, которые выросли"
    case .targetMet: "Цель достигнута"
    case .steady: "Без заметных изменений"
    }
  }
}
