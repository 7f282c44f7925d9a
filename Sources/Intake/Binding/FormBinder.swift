package import Findings
package import Monitoring

/// Binds workbooks to the form of a pack: whose form it is, where its fields stand, what they say.
///
/// It knows labels, not cells: inserted, deleted and moved rows and columns, renamed sheets and
/// moved tables are understood; what cannot be told with certainty is a finding with the
/// candidates, never a guess and never a zero.
package struct FormBinder: Sendable {
  private let schema: FormSchema
  private let locator: SectionLocator
  private let values: ValueReader
  private let titles: TitleReader
  private let dictionaries: [ClassifierCode: [Classifier.Member]]

  /// - Parameters:
  ///   - readings: what is understood besides plain digits; nothing where they are left out.
  ///   - periods: those of the campaign; a form of another year is not taken.
  package init(
    schema: FormSchema, classifiers: [Classifier], readings: Readings = Readings(),
    register: UnitRegister, periods: [Period]
  ) {
    self.schema = schema
    locator = SectionLocator(schema: schema, classifiers: classifiers)
    values = ValueReader(classifiers: classifiers, readings: readings)
    titles = TitleReader(
      schema: schema, units: UnitFinder(register), register: register, periods: periods)
    dictionaries = Dictionary(
      classifiers.map { ($0.code, $0.members) }, uniquingKeysWith: { first, _ in first })
  }

  /// Said of a workbook that has nothing of the form in it.
  package static let notRecognised: FindingCode = "form.not-recognised"

  /// - Returns: one for each form that the workbook holds; one without a form when it holds none
  ///   that could be told.
  package func bind(_ file: FormFile) -> [FormBinding] { [bindOne(file)] }

  private func bindOne(_ file: FormFile) -> FormBinding {
    let location = locator.locate(in: file)
    guard schema.sections.contains(where: { isData($0) && location.places[$0.code].isFound }) else {
      let finding = Finding(
        code: Self.notRecognised, severity: .error,
        key: FindingKey(form: schema.code.rawValue), arguments: ["form": .text(schema.title)],
        origins: [file.origin])
      return FormBinding(form: nil, observations: [], findings: [finding])
    }
    let sections = schema.sections.map { (section: $0, cells: cells(of: $0, location, file)) }
    let title = title(of: sections, location, file)
    guard let unit = title.unit, let period = title.period, let version = title.version else {
      return FormBinding(
        form: nil, observations: [], findings: title.findings.map { stamped($0, title) })
    }
    let form = BoundForm(unit: unit, period: period, form: schema.code, version: version)
    var findings = title.findings + location.findings
    let used = Set(
      schema.sections.compactMap { section -> Int? in
        if case .sheet(let index)? = location.places[section.code] { return index }
        return nil
      })
    findings += used.sorted().flatMap { file.doubts(on: location.sheets[$0].grid) }
    var observations: [Observation] = []
    for (section, cells) in sections {
      findings += cells.findings
      let slots = cells.slots.filter { !$0.field.isIdentity }
      var items = SectionReader.Items(items: slots.map(\.unfound))
      if let place = place(of: section, location, file) {
        items = SectionReader(values: values, place: place).read(slots)
      }
      findings += items.findings
      observations += items.items.map { item in
        Observation(
          key: Observation.Key(
            unit: unit, period: period, field: item.field.code, breakdown: item.breakdown),
          state: item.state, origin: item.origin)
      }
    }
    return FormBinding(
      form: form, observations: observations, findings: findings.map { stamped($0, title) })
  }

  /// Whether a section holds more than what identifies the form.
  private func isData(_ section: FormSection) -> Bool {
    !section.isOptional && section.fields.contains { !$0.isIdentity && $0.isRequired }
  }

  private func place(
    of section: FormSection, _ location: SectionLocator.Location, _ file: FormFile
  ) -> SectionSheet? {
    guard case .sheet(let index)? = location.places[section.code],
      let labels = locator.labels[section.code]
    else { return nil }
    return SectionSheet(
      section: section, labels: labels, page: location.sheets[index], file: file)
  }

  private func cells(
    of section: FormSection, _ location: SectionLocator.Location, _ file: FormFile
  ) -> SectionCells {
    guard let place = place(of: section, location, file) else { return unfound(section) }
    return switch section.layout {
    case .list: ListBinder(place: place).bind()
    case .table(let dimension):
      TableBinder(place: place, dimension: dimension, members: members(of: dimension)).bind()
    case .records: RecordsBinder(place: place).bind()
    }
  }

  private func members(of dimension: ClassifierCode) -> [Classifier.Member] {
    dictionaries[dimension] ?? []
  }

  /// The fields of a section that has no sheet. One that a unit may leave out has none.
  private func unfound(_ section: FormSection) -> SectionCells {
    guard !section.isOptional else { return SectionCells() }
    let rows: [(Breakdown, String)] =
      switch section.layout {
      case .list: [(.whole, "")]
      case .table(let dimension):
        members(of: dimension).map { (Breakdown(dimension, $0.code), $0.title) }
      case .records: []
      }
    return SectionCells(
      slots: rows.flatMap { row in
        section.fields.map {
          SectionCells.Slot(field: $0, breakdown: row.0, row: row.1, place: nil)
        }
      })
  }

  private func title(
    of sections: [(section: FormSection, cells: SectionCells)],
    _ location: SectionLocator.Location, _ file: FormFile
  ) -> TitleReader.Title {
    var block = TitleReader.Block()
    for (section, cells) in sections {
      guard let place = place(of: section, location, file) else { continue }
      block.entries.merge(
        TitleReader.block(cells.slots, on: place.sheet, of: file).entries,
        uniquingKeysWith: { a, _ in a }
      )
    }
    return titles.read(block, of: file)
  }

  /// The finding with what it is about: unit, period and form.
  private func stamped(_ finding: Finding, _ title: TitleReader.Title) -> Finding {
    var finding = finding
    finding.key.unit = title.unit?.rawValue ?? ""
    finding.key.period = title.period?.description ?? ""
    finding.key.form = schema.code.rawValue
    return finding
  }
}

extension SectionLocator.Place? {
  fileprivate var isFound: Bool {
    switch self {
    case .sheet, .unclear: true
    case .missing, nil: false
    }
  }
}

extension FormField {
  var isIdentity: Bool {
    if case .identity = kind { return true }
    return false
  }
}

extension SectionCells.Slot {
  /// The value of a slot whose sheet was not found.
  fileprivate var unfound: SectionReader.Item {
    SectionReader.Item(field: field, breakdown: breakdown, state: .missing, origin: nil)
  }
}
