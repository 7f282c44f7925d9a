package import Monitoring
import Reporting
package import Wording

/// Units and values by the names that people know them by, in place of their codes.
package struct CampaignNames: Sendable {
  private let register: UnitRegister
  let packs: [Period: SystemPack]
  /// The pack of periods that have none of their own.
  private let current: SystemPack

  package init(campaign: OpenCampaign) {
    register = campaign.register
    packs = campaign.packs
    current = campaign.pack
  }

  /// The short name that a unit had in a period; the code of one that the register does not have.
  package func unit(_ code: UnitCode, in period: Period) -> String {
    register[code]?.name(in: period).short ?? code.rawValue
  }

  /// What a result is of: «1.1 Сопровождение …, МБОУ «…», 2021».
  package func value(at address: ValueAddress) -> String {
    address.words(packs[address.period] ?? current, register)
  }

  /// What stands in a field, or counts there: «12», «да», «нет данных».
  package func state(
    _ state: Observation.State?, of field: FieldCode, in period: Period, _ language: Language
  ) -> String {
    StateWords(pack: packs[period]).words(state, of: field, language)
  }

  /// Whether a field is one that units explain in: what changed there is no value.
  package func isExplanation(_ code: FieldCode, in period: Period) -> Bool {
    packs[period]?.forms.contains { form in
      form.explanations.map { [$0.about, $0.text].contains(code) } ?? false
    } ?? false
  }

  /// Whether a field holds something that is collected: neither an explanation nor a person, who is
  /// named in no message and no count of what changed.
  package func isValue(_ code: FieldCode, in period: Period) -> Bool {
    !isExplanation(code, in: period) && packs[period]?.field(code)?.isPersonal != true
  }

  /// «стр. 13 «Педагоги, прошедшие повышение квалификации, всего»», «Астрономия, гр. 4 «…»»; the
  /// code of a field that the period's pack does not have.
  package func value(
    _ code: FieldCode, _ breakdown: Breakdown, in period: Period, _ language: Language
  ) -> String {
    guard let pack = packs[period], let field = pack.field(code),
      let section = pack.sections.first(where: { $0.fields.contains(field) })
    else { return breakdown.isWhole ? code.rawValue : "\(code) (\(breakdown))" }
    let number = field.number.map { language.numbered($0, in: section.layout) + " " } ?? ""
    let rows = breakdown.parts.map { part in
      pack.classifier(part.dimension)?[part.member]?.title
        ?? language.numbered(part.member.rawValue, in: .list)
    }
    return (rows + [number + language.quoted(field.label)]).joined(separator: ", ")
  }
}

extension Language {
  /// The number of a row in a list, of a column in a table: «стр. 13», «гр. 4».
  fileprivate func numbered(_ number: String, in layout: FormSection.Layout) -> String {
    let space = Mark.noBreakSpace
    return switch (self, layout) {
    case (.ru, .list): "стр.\(space)\(number)"
    case (.ru, .table), (.ru, .records): "гр.\(space)\(number)"
    case (.en, .list): "row\(space)\(number)"
    case (.en, .table), (.en, .records): "column\(space)\(number)"
    }
  }

  fileprivate func quoted(_ text: String) -> String {
    switch self {
    case .ru: "«\(text)»"
    case .en: "“\(text)”"
    }
  }
}
