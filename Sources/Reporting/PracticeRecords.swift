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
      let groups = groups(of: section.code)
      return [
        "number": .text(section.properties[KnownProperty.number] ?? ""),
        "title": .text(section.title),
        "practices": .list(groups.enumerated().map { record($0.element, $0.offset + 1) }),
        "has_practices": .flag(!groups.isEmpty),
      ]
    }
  }

  /// The practices of a section, those with the same title together.
  private func groups(of section: MemberCode) -> [[Practice]] {
    var groups: [[Practice]] = []
    for practice in material.practices where practice.section == section {
      if let index = groups.firstIndex(where: { key($0.first) == key(practice) }) {
        groups[index].append(practice)
      } else {
        groups.append([practice])
      }
    }
    return groups
  }

  /// The title without what does not tell two practices apart.
  private func key(_ practice: Practice?) -> String {
    let title = Typography.guillemets(practice?.title ?? "").lowercased()
    let words = title.split { $0.isWhitespace }.joined(separator: " ")
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }

  private func record(_ group: [Practice], _ number: Int) -> TemplateRecord {
    let units = unique(group.compactMap(\.unit))
    let names = units.map { material.register[$0]?.name(in: material.period).short ?? $0.rawValue }
    let outcomes = unique(group.map { Typography.guillemets($0.outcome) }.filter { !$0.isEmpty })
    let basis = basis(group, units)
    let isOpen = !material.isPublic
    return [
      "number": .count(number),
      "title": .text(title(group, isOpen ? units.count : 1)),
      "unit": .text(isOpen ? names.joined(separator: ", ") : ""),
      "has_unit": .flag(isOpen && !names.isEmpty),
      "outcome": .text(isOpen ? outcomes.joined(separator: "; ") : ""),
      "has_outcome": .flag(isOpen && !outcomes.isEmpty),
      "evidence": .text(isOpen ? basis : ""), "has_evidence": .flag(isOpen && !basis.isEmpty),
    ]
  }

  /// «Школа наставника (3 организации)»; without a number for one.
  private func title(_ group: [Practice], _ units: Int) -> String {
    let title = Typography.guillemets(group.first?.title ?? "")
    guard units > 1 else { return title }
    let counted = Language.ru.counted(units, "организация", "организации", "организаций")
    return "\(title) (\(counted))"
  }

  /// The values of the units, each named when there are several, then the municipality's.
  private func basis(_ group: [Practice], _ units: [UnitCode]) -> String {
    let root = material.register.root.code
    let evidence = EvidenceWords(material)
    let addresses = group.flatMap(\.evidence)
    guard units.count > 1 else { return evidence.phrase(addresses, about: units.first) }
    let ordered = addresses.filter { $0.unit != root } + addresses.filter { $0.unit == root }
    return evidence.phrase(unique(ordered), isWholeNamed: true)
  }

  private func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}
