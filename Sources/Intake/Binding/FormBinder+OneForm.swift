import Findings
import Monitoring

/// One form: its title first, for the year says which sheets and columns are meant.
extension FormBinder {
  /// Binds the form that stands on these sheets.
  func bind(_ pages: [SheetLabels], of file: FormFile) -> FormBinding {
    let titleLocation = locator.locate(locator.titles, on: pages, of: file, period: nil)
    let titleCells = locator.titles.map {
      (section: $0, cells: cells(of: $0, titleLocation, nil, file))
    }
    let title = title(of: titleCells, titleLocation, file)
    var location = locator.locate(locator.bodies, on: pages, of: file, period: title.period)
    location.places.merge(titleLocation.places, uniquingKeysWith: { first, _ in first })
    guard schema.sections.contains(where: { isData($0) && location.places[$0.code].isFound }) else {
      let finding = Finding(
        code: Self.notRecognised, severity: .error,
        key: FindingKey(form: schema.code.rawValue), arguments: ["form": .text(schema.title)],
        origins: [file.origin])
      return FormBinding(form: nil, observations: [], findings: [finding])
    }
    guard let unit = title.unit, let period = title.period, let version = title.version else {
      // Where the title is not there, or twice, that is why nobody can tell whose form it is.
      let lost = (titleLocation.findings + titleCells.flatMap(\.cells.findings)).filter {
        ["form.section-missing", "form.section-unclear", "form.labels-missing"].contains($0.code)
      }
      let findings = lost.isEmpty ? title.findings : lost
      return FormBinding(
        form: nil, observations: [], findings: findings.map { stamped($0, title) })
    }
    let form = BoundForm(unit: unit, period: period, form: schema.code, version: version)
    var findings = title.findings + titleLocation.findings + location.findings
    findings += sheets(of: location).flatMap { file.doubts(on: $0.grid) }
    var observations: [Observation] = []
    for section in schema.sections {
      let known = titleCells.first { $0.section.code == section.code }?.cells
      let cells = known ?? cells(of: section, location, period, file)
      findings += cells.findings
      let items = items(of: section, cells, location, file)
      findings += items.findings
      observations += items.items.map { item in
        Observation(
          key: Observation.Key(
            unit: unit, period: period, field: item.slot.field.code,
            breakdown: item.slot.breakdown),
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

  /// The sheets that were taken, in the order of the workbook.
  private func sheets(of location: SectionLocator.Location) -> [SheetLabels] {
    Set(location.places.values.compactMap(\.index)).sorted().map { location.sheets[$0] }
  }

  private func items(
    of section: FormSection, _ cells: SectionCells, _ location: SectionLocator.Location,
    _ file: FormFile
  ) -> SectionReader.Items {
    let slots = cells.slots.filter { !$0.field.isIdentity }
    guard let index = location.places[section.code]?.index,
      let place = place(of: section, on: location.sheets[index], nil, file)
    else { return SectionReader.Items(items: slots.map(\.unfound)) }
    return SectionReader(values: values, place: place).read(slots)
  }

  private func place(
    of section: FormSection, on page: SheetLabels, _ period: Period?, _ file: FormFile
  ) -> SectionSheet? {
    locator.labels[section.code].map {
      SectionSheet(section: section, labels: $0, page: page, file: file, period: period)
    }
  }

  private func cells(
    of section: FormSection, _ location: SectionLocator.Location, _ period: Period?,
    _ file: FormFile
  ) -> SectionCells {
    guard let index = location.places[section.code]?.index else { return unfound(section) }
    let neighbours = schema.sections.filter {
      $0.code != section.code && location.places[$0.code]?.index == index
    }
    return cells(
      of: section, on: location.sheets[index], period, file, beside: neighbours.map(\.code))
  }

  /// Where the fields of a section stand on its sheet.
  func cells(
    of section: FormSection, on page: SheetLabels, _ period: Period?, _ file: FormFile,
    beside neighbours: [SectionCode] = []
  ) -> SectionCells {
    guard var place = place(of: section, on: page, period, file) else { return unfound(section) }
    place.neighbours = neighbours.compactMap { locator.labels[$0] }
    return plans.cells(of: place, beside: neighbours, find)
  }

  private func find(_ place: SectionSheet) -> SectionCells {
    switch place.section.layout {
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
      guard let index = location.places[section.code]?.index else { continue }
      block.add(cells, on: location.sheets[index].grid, of: file)
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

extension TitleReader.Block {
  /// Takes what stands in the cells of one more section; what stands already stays.
  mutating func add(_ cells: SectionCells, on sheet: Grid, of file: FormFile) {
    entries.merge(
      TitleReader.block(cells.slots, on: sheet, of: file).entries, uniquingKeysWith: { a, _ in a })
  }

  /// Whose form it is, in words that can be compared.
  var words: [Label.Word] {
    [FormField.Identity.unitCode, .unitName, .period].map { Label(entries[$0]?.text ?? "").tight }
  }
}

extension TitleReader {
  /// The year that the title names, of the campaign or not.
  func year(in block: Block) -> Period? {
    block.entries[.period].flatMap { DateText.period(in: $0.text) }
  }
}

extension SectionLocator.Place {
  /// The sheet, where one was taken.
  fileprivate var index: Int? {
    if case .sheet(let index) = self { return index }
    return nil
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

extension SectionCells.Slot {
  /// The value of a slot whose sheet was not found.
  fileprivate var unfound: SectionReader.Item {
    SectionReader.Item(slot: self, state: .missing, origin: nil)
  }
}
