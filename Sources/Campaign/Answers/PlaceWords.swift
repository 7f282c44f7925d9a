import Findings
import Monitoring

/// What the forms of a pack call the places that findings are about.
struct PlaceWords: Sendable {
  let pack: SystemPack

  /// «строка 13»; «Астрономия, графа 4»; «запись 4, графа 2». Empty where the form has no name.
  /// - Parameter message: what is said there; what it names is not named twice.
  func spot(of key: FindingKey, message: String) -> String {
    let code = FieldCode(rawValue: key.field)
    guard !key.field.isEmpty, let section = section(of: code), let field = pack.field(code) else {
      return ""
    }
    let row = (Breakdown(key.breakdown)?.parts ?? []).map(self.row)
    return (row + [field.number.map { number($0, section.layout) }].compactMap { $0 })
      .filter { !message.contains($0) }.joined(separator: ", ")
  }

  /// Where a value stands in the forms, so that values can be put in that order.
  func position(of field: FieldCode, _ breakdown: Breakdown) -> [Int] {
    let section = pack.sections.firstIndex { $0.fields.contains { $0.code == field } }
    let column = section.flatMap { index in
      pack.sections[index].fields.firstIndex { $0.code == field }
    }
    let rows = breakdown.parts.map { part in
      pack.classifier(part.dimension)?.members.firstIndex { $0.code == part.member }
        ?? Int(part.member.rawValue) ?? 0
    }
    // A table is read by its rows, a list has its fields as rows.
    return [section ?? pack.sections.count] + rows + [column ?? 0]
  }

  /// The sheets in the order of the form, as the files call those on which something was found.
  func sheets(of findings: [Finding]) -> [String] {
    var places = Dictionary(
      pack.sections.enumerated().map { ($1.sheet, $0) }, uniquingKeysWith: { first, _ in first })
    for finding in findings {
      guard let origin = finding.origins.first, !origin.sheet.isEmpty,
        let section = section(of: FieldCode(rawValue: finding.key.field)),
        let position = pack.sections.firstIndex(where: { $0.code == section.code })
      else { continue }
      places[origin.sheet] = position
    }
    return places.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  /// The sheet on which warnings are explained; nil for forms without one.
  var explanationSheet: String? {
    pack.forms.lazy.compactMap { form in
      form.explanations.flatMap { form.section(of: $0.about)?.sheet }
    }.first
  }

  private func section(of field: FieldCode) -> FormSection? {
    pack.sections.first { section in section.fields.contains { $0.code == field } }
  }

  private func row(_ part: Breakdown.Part) -> String {
    pack.classifier(part.dimension)?[part.member]?.title ?? "запись \(part.member)"
  }

  private func number(_ number: String, _ layout: FormSection.Layout) -> String {
    switch layout {
    case .list: "строка \(number)"
    case .table, .records: "графа \(number)"
    }
  }
}
