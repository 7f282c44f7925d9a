import Documents
import Monitoring
import Wording

/// Successful practices by section. A public edition names no unit and quotes no free text but
/// the practice's title.
struct PracticeRecords {
  let material: ReportMaterial

  /// All sections of the pack, those without a practice with `has_practices` false.
  var sections: [TemplateRecord] {
    material.pack.members(of: KnownClassifier.sections).map { section in
      let members = material.practices.filter { $0.section == section.code }
      return [
        "number": .text(section.properties[KnownProperty.number] ?? ""),
        "title": .text(section.title),
        "practices": .list(members.enumerated().map { record($0.element, $0.offset + 1) }),
        "has_practices": .flag(!members.isEmpty),
      ]
    }
  }

  private func record(_ practice: ReportMaterial.Practice, _ number: Int) -> TemplateRecord {
    let unit = material.register[practice.unit]
    let name = unit?.name(in: material.period).short ?? practice.unit.rawValue
    let evidence = EvidenceWords(material)
    let basis = evidence.phrase(practice.evidence, about: practice.unit)
    let isOpen = !material.isPublic
    return [
      "number": .count(number),
      "title": .text(Typography.guillemets(practice.title)),
      "unit": .text(isOpen ? name : ""), "has_unit": .flag(isOpen),
      "outcome": .text(isOpen ? Typography.guillemets(practice.outcome) : ""),
      "has_outcome": .flag(isOpen && !practice.outcome.isEmpty),
      "evidence": .text(isOpen ? basis : ""), "has_evidence": .flag(isOpen && !basis.isEmpty),
    ]
  }
}
