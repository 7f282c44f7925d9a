import Documents
import Monitoring
import Wording

/// Addressed recommendations as documents print them: by addressee, unit, subject and section.
struct RecommendationRecords {
  private let material: ReportMaterial
  private let evidence: EvidenceWords
  /// What this edition may print, by unit: a public one has nothing that is addressed to a unit.
  private let byUnit: [UnitCode: [Recommendation]]
  private let shared: [Recommendation]

  init(_ material: ReportMaterial) {
    self.material = material
    evidence = EvidenceWords(material)
    shared = material.recommendations.filter { $0.unit == nil }
    var byUnit: [UnitCode: [Recommendation]] = [:]
    if !material.isPublic {
      for one in material.recommendations {
        if let unit = one.unit { byUnit[unit, default: []].append(one) }
      }
    }
    self.byUnit = byUnit
  }

  /// A group of addressees: its words, what concerns the group as a whole (`sections`,
  /// `breakdowns`) and, in an internal edition, what concerns single units (`units`).
  func addressee(_ member: Classifier.Member) -> TemplateRecord {
    let shared = shared.filter { $0.addressee == member.code }
    let units = material.register.units.compactMap { unit -> TemplateRecord? in
      let own = (byUnit[unit.code] ?? []).filter { $0.addressee == member.code }
      return own.isEmpty ? nil : self.unit(unit, own)
    }
    var record = grouped(shared, about: nil)
    record["code"] = .text(member.code.rawValue)
    record["title"] = .text(member.title)
    record["short"] = .text(member.word(KnownProperty.short))
    record["dative"] = .text(member.word(KnownProperty.dative))
    record["genitive"] = .text(member.word(KnownProperty.genitive))
    record["post"] = .text(member.word(KnownProperty.post))
    record["units"] = .list(units)
    record["has_units"] = .flag(!units.isEmpty)
    record["has_any"] = .flag(!shared.isEmpty || !units.isEmpty)
    record["practice_advice"] = Paragraphs.block(
      material.pack.texts["practices_\(member.code)"] ?? [])
    return record
  }

  /// One unit: its words, and what is recommended to these of its addressees; all when empty.
  func unit(_ unit: Unit, for addressees: [MemberCode]) -> TemplateRecord {
    self.unit(
      unit,
      (byUnit[unit.code] ?? []).filter {
        addressees.isEmpty || addressees.contains($0.addressee)
      })
  }

  private func unit(_ unit: Unit, _ own: [Recommendation]) -> TemplateRecord {
    let name = unit.name(in: material.period)
    var record = grouped(own, about: unit.code)
    record["code"] = .text(unit.code.rawValue)
    record["name"] = .text(name.full)
    record["short"] = .text(name.short)
    record["head_dative"] = .text(unit.headDative ?? "Руководителю")
    record["has_any"] = .flag(!own.isEmpty)
    return record
  }

  /// `sections` (what is about no subject), `breakdowns` (by subject) and `count`; numbered
  /// through in the order in which they stand.
  private func grouped(_ own: [Recommendation], about unit: UnitCode?) -> TemplateRecord {
    var number = 0
    let sections = sections(own.filter(\.breakdown.isWhole), unit, &number)
    let breakdowns = breakdowns(own, unit, &number)
    return [
      "sections": .list(sections), "has_sections": .flag(!sections.isEmpty),
      "breakdowns": .list(breakdowns), "has_breakdowns": .flag(!breakdowns.isEmpty),
      "count": .count(number),
    ]
  }

  private func sections(
    _ own: [Recommendation], _ unit: UnitCode?, _ number: inout Int
  ) -> [TemplateRecord] {
    material.pack.members(of: KnownClassifier.sections).compactMap { section in
      let members = own.filter { $0.section == section.code }
      guard !members.isEmpty else { return nil }
      return [
        "code": .text(section.code.rawValue), "title": .text(section.title),
        "number": .text(section.properties[KnownProperty.number] ?? ""),
        "recommendations": .list(members.map { record($0, unit, &number) }),
      ]
    }
  }

  private func breakdowns(
    _ own: [Recommendation], _ unit: UnitCode?, _ number: inout Int
  ) -> [TemplateRecord] {
    var records: [TemplateRecord] = []
    for classifier in material.pack.classifiers {
      for member in classifier.members {
        let members = own.filter { $0.breakdown.member(of: classifier.code) == member.code }
        guard !members.isEmpty else { continue }
        records.append([
          "title": .text(member.title), "dative": .text(member.word(KnownProperty.dative)),
          "genitive": .text(member.word(KnownProperty.genitive)),
          "recommendations": .list(members.map { record($0, unit, &number) }),
        ])
      }
    }
    return records
  }

  private func record(
    _ recommendation: Recommendation, _ unit: UnitCode?, _ number: inout Int
  ) -> TemplateRecord {
    number += 1
    let direction = material.pack.classifier(KnownClassifier.directions)?[recommendation.direction]
    let basis = evidence.phrase(recommendation.evidence, about: unit)
    return [
      "number": .count(number), "text": .text(recommendation.text),
      "term": .text(recommendation.term),
      "direction": .text(
        direction?.word(KnownProperty.short) ?? recommendation.direction.rawValue),
      "section": .text(
        material.pack.title(of: recommendation.section, in: KnownClassifier.sections)),
      "evidence": .text(basis), "has_evidence": .flag(!basis.isEmpty),
      "address": .text(evidence.trace(recommendation.evidence)),
    ]
  }
}
