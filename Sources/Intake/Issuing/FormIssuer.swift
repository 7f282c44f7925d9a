package import Monitoring
package import Spreadsheets

/// A form as it goes out to one unit.
package struct IssuedForm: Sendable {
  package var workbook: NewWorkbook
  /// Where its fields stand.
  package var places: FormPlaces
}

/// Makes the blank form of each unit from a pack's schema: the same workbook value for the same
/// arguments. What it makes is bound by `FormBinder` without a finding.
///
/// One issuer for all units of a form is much the fastest: it compiles the pack's rules once for
/// all forms that have the same cells.
package struct FormIssuer: Sendable {
  private let schema: FormSchema
  private let pack: SystemPack
  private let settings: CampaignSettings
  private let checks = CheckShelf()

  package init(schema: FormSchema, pack: SystemPack, settings: CampaignSettings) {
    self.schema = schema
    self.pack = pack
    self.settings = settings
  }

  /// - Parameter last: what the unit, or what it continues, gave in the period before; shown beside
  ///   the cells to fill in. Empty: no column is shown for it.
  package func issue(
    to unit: Unit, for period: Period, last observations: [Observation] = []
  ) -> IssuedForm {
    let names = SheetNames(schema, reserved: CheckSheet.names)
    let choices = ChoiceLists(
      of: schema, classifiers: pack.classifiers, named: names.choices)
    let occasion = FormOccasion(
      pack: pack, settings: settings, schema: schema, unit: unit, period: period,
      last: period.previous.map { LastYear(observations, of: $0, pack: pack) } ?? .unknown,
      inputs: InputCells(choices: choices, readings: pack.readings), names: names)
    var places = FormPlaces()
    var sheets = schema.sections.filter { !$0.isCounted }.map {
      sheet(of: $0, occasion, &places)
    }
    let check = checks.sheet(for: .init(places: places, unitType: unit.type)) {
      CheckSheet(
        rules: pack.rules, forms: pack.forms, form: schema, classifiers: pack.classifiers,
        readings: pack.readings, places: places, unitType: unit.type)
    }.sheets(over: sheets)
    sheets += check.filter { !$0.isHidden }
    sheets.append(instruction(occasion, places).make())
    sheets += check.filter(\.isHidden)
    if let lists = choices.sheet { sheets.append(lists) }
    let mark = FormMark(
      form: schema.code, version: schema.version, unit: unit.code, period: period)
    sheets.append(mark.sheet(named: names.mark))
    let workbook = NewWorkbook(
      title: "\(schema.title) – \(pack.periodKind.label(period))", created: Self.created(period),
      sheets: sheets)
    return IssuedForm(workbook: workbook, places: places)
  }

  private func sheet(
    of section: FormSection, _ occasion: FormOccasion, _ places: inout FormPlaces
  ) -> NewSheet {
    switch section.layout {
    case .list where section.valueHeading.isEmpty:
      CardSheet(section: section, occasion: occasion).make(&places)
    case .list:
      ListSheet(section: section, occasion: occasion).make(&places)
    case .table(let dimension):
      TableSheet(section: section, dimension: dimension, occasion: occasion).make(&places)
    case .records:
      RecordsSheet(section: section, occasion: occasion).make(&places)
    }
  }

  private func instruction(
    _ occasion: FormOccasion, _ places: FormPlaces
  ) -> InstructionSheet {
    let explanations = schema.explanations.flatMap { schema.section(of: $0.about) }
    let texts = InstructionTexts(
      occasion: occasion, checkSheet: CheckSheet.name,
      explanationSheet: explanations.map { occasion.names.name(of: $0) }, places: places)
    return InstructionSheet(chapters: texts.chapters, occasion: occasion)
  }

  /// The beginning of the period's year: a form that is issued anew has the same bytes, and any
  /// save by a school is later.
  private static func created(_ period: Period) -> String { "\(period)-01-01T00:00:00Z" }
}
