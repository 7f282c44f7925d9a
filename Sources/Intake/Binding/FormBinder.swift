package import Findings
package import Monitoring

/// Binds workbooks to the form of a pack: whose form it is, where its fields stand, what they say.
///
/// It knows labels, not cells: inserted, deleted and moved rows and columns, renamed sheets and
/// moved tables are understood; what cannot be told with certainty is a finding with the
/// candidates, never a guess and never a zero.
package struct FormBinder: Sendable {
  let schema: FormSchema
  let locator: SectionLocator
  let values: ValueReader
  let titles: TitleReader
  let dictionaries: [ClassifierCode: [Classifier.Member]]
  private let known = SheetWords.Known(most: SheetWords.most)
  let plans = SectionPlans()

  /// - Parameters:
  ///   - schema: the form that is looked for.
  ///   - forms: all forms of the pack: a sheet of another one is none of this.
  ///   - readings: what is understood besides plain digits; nothing where they are left out.
  ///   - periods: those of the campaign; a form of another year is not taken.
  package init(
    schema: FormSchema, among forms: [FormSchema] = [], classifiers: [Classifier],
    readings: Readings = Readings(), register: UnitRegister, periods: [Period]
  ) {
    // What is counted from a roster stands on no sheet.
    var schema = schema
    schema.sections.removeAll(where: \.isCounted)
    self.schema = schema
    locator = SectionLocator(
      schema: schema, others: forms.filter { $0.code != schema.code }, classifiers: classifiers)
    values = ValueReader(classifiers: classifiers, readings: readings)
    titles = TitleReader(
      schema: schema, units: UnitFinder(register), register: register, periods: periods)
    dictionaries = Dictionary(
      classifiers.map { ($0.code, $0.members) }, uniquingKeysWith: { first, _ in first })
  }

  /// Said of a workbook that has nothing of the form in it.
  package static let notRecognised: FindingCode = "form.not-recognised"

  /// - Returns: one for each form that the workbook holds, in the order of its sheets; one without a
  ///   form when it holds none that could be told.
  package func bind(_ file: FormFile) -> [FormBinding] {
    let pages = file.sheets.map { SheetLabels($0, known: known) }
    let titled = pages.filter(locator.isTitle)
    guard titled.count > 1 else { return [bind(pages, of: file)] }
    // A mark is of one form; which of several is not told.
    let file = file.withoutMark
    switch FormSplitter(locator: locator, units: titles.units)
      .split(pages, titles: titled.map { title(on: $0, of: file) })
    {
    case .one: return [bind(pages, of: file)]
    case .unclear(let sections): return [unclear(sections, of: file)]
    case .several(let groups):
      return said(groups.map { (pages: $0, binding: bind($0, of: file)) }, of: file)
    }
  }

  /// What a title sheet says, looked at alone.
  private func title(on page: SheetLabels, of file: FormFile) -> FormSplitter.Title {
    let sections = locator.titles.map { section in
      (section: section, cells: cells(of: section, on: page, nil, file))
    }
    var block = TitleReader.Block()
    for (_, cells) in sections { block.add(cells, on: page.grid, of: file) }
    let title = titles.read(block, of: file)
    return FormSplitter.Title(
      page: page, unit: title.unit, period: titles.year(in: block), words: block.words)
  }

  /// The workbook holds several forms, and which sheets are whose cannot be told.
  private func unclear(_ sections: [FormSplitter.Unclear], of file: FormFile) -> FormBinding {
    let findings = sections.map { section in
      Finding(
        code: "form.section-unclear", severity: .error,
        key: FindingKey(form: schema.code.rawValue),
        arguments: [
          "section": .text(section.section.sheet),
          "candidates": .list(section.pages.map(\.grid.name)),
        ], origins: section.pages.map { file.origin(of: $0.grid) })
    }
    return FormBinding(form: nil, observations: [], findings: findings)
  }

  /// Each form says that it is one of several, and the first one which years were left out.
  private func said(
    _ bound: [(pages: [SheetLabels], binding: FormBinding)], of file: FormFile
  ) -> [FormBinding] {
    guard let first = bound.firstIndex(where: { $0.binding.form != nil }) else {
      return bound.map(\.binding)
    }
    var leftOut: [Finding] = []
    var bindings: [FormBinding] = []
    for (pages, var binding) in bound {
      let sheets: FindingValue = .list(pages.map(\.grid.name))
      if let form = binding.form {
        let notice = Finding(
          code: "form.one-of-several", severity: .notice, key: form.key,
          arguments: ["sheets": sheets, "count": .count(bound.count)],
          origins: pages.map { file.origin(of: $0.grid) })
        binding.findings.insert(notice, at: 0)
      } else if let year = otherYear(binding), let form = bound[first].binding.form {
        leftOut.append(
          Finding(
            code: "form.period-left-out", severity: .notice, key: form.key,
            arguments: ["sheets": sheets, "value": .text(year)],
            origins: pages.map { file.origin(of: $0.grid) }))
        continue
      }
      bindings.append(binding)
    }
    if let position = bindings.firstIndex(where: { $0.form != nil }) {
      bindings[position].findings.insert(contentsOf: leftOut, at: 1)
    }
    return bindings
  }

  /// The year of a form that was refused for nothing but its year, which is none of the campaign.
  private func otherYear(_ binding: FormBinding) -> String? {
    let errors = binding.findings.filter { $0.severity == .error }
    guard errors.count == 1, let finding = errors.first, finding.code == "form.period-unknown",
      case .text(let text)? = finding.arguments["value"],
      let period = DateText.period(in: text)
    else { return nil }
    return period.description
  }
}

extension BoundForm {
  fileprivate var key: FindingKey {
    FindingKey(unit: unit.rawValue, period: period.description, form: form.rawValue)
  }
}
