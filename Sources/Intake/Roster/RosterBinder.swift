import Findings
package import Monitoring

/// What was made of the rosters of one workbook. Nothing of a person is in it: places of cells
/// without their texts, numbers of rows, counts.
package struct RosterReading: Sendable {
  /// One for each roster sheet; one without a form where it could not be told whose it is.
  package var bindings: [FormBinding] = []
  /// Positions of the sheets that hold rows of persons, or seem to: nobody else reads these.
  package var sheets: Set<Int> = []

  package var isEmpty: Bool { sheets.isEmpty }
}

/// Finds the rosters of a pack in workbooks and counts them.
package struct RosterBinder: Sendable {
  private let locators: [RosterLocator]
  private let titles: [FormCode: RosterTitles]
  private let counters: [FormCode: RosterCounter]
  /// Names of the sheets of forms that people type.
  private let typedSheets: Set<Label.Word>

  /// - Parameter periods: those of the campaign; a roster of another year is not taken.
  package init(
    rosters: [Roster], forms: [FormSchema], classifiers: [Classifier], readings: Readings,
    register: UnitRegister, periods: [Period]
  ) {
    var locators: [RosterLocator] = []
    var titles: [FormCode: RosterTitles] = [:]
    var counters: [FormCode: RosterCounter] = [:]
    for roster in rosters {
      guard let form = forms.first(where: { $0.code == roster.form }) else { continue }
      locators.append(RosterLocator(roster))
      titles[roster.form] = RosterTitles(
        roster: roster, form: form, register: register, periods: periods)
      counters[roster.form] = RosterCounter(
        roster: roster, form: form, classifiers: classifiers, readings: readings)
    }
    self.locators = locators
    self.titles = titles
    self.counters = counters
    let typed = forms.filter { form in !rosters.contains { $0.form == form.code } }
    typedSheets = Set(typed.flatMap(\.sections).map { Label($0.sheet).tight })
  }

  /// The file under names that tell nothing of persons; nil where its own have no word of theirs.
  /// Nothing is counted.
  package func neutral(of file: FormFile) -> FormFile? {
    let places = places(in: file)
    let isTelling = places.contains { counters[$0.roster.form]?.namesPerson($0, of: file) ?? false }
    return isTelling ? file.neutral(places) : nil
  }

  package func bind(_ file: FormFile) -> RosterReading {
    var reading = RosterReading()
    let places = places(in: file)
    reading.sheets = Set(places.map(\.index))
    let rest = file.without(reading.sheets)
    reading.bindings = withoutCopies(places.map { bind($0, rest, file) }, file)
    return reading
  }

  private func places(in file: FormFile) -> [RosterPlace] {
    file.sheets.indices.compactMap { place(of: $0, in: file) }
  }

  /// The roster that a sheet is most like; nil for a sheet of a form that people type.
  private func place(of index: Int, in file: FormFile) -> RosterPlace? {
    guard !typedSheets.contains(Label(file.sheets[index].name).tight) else { return nil }
    let places = locators.compactMap { $0.place(at: index, of: file) }
    return places.max { $0.likeness < $1.likeness }
  }

  private func bind(_ place: RosterPlace, _ rest: FormFile, _ file: FormFile) -> FormBinding {
    guard place.isCertain, let titles = titles[place.roster.form],
      let counter = counters[place.roster.form]
    else { return FormBinding(form: nil, observations: [], findings: [place.doubt(in: file)]) }
    let title = titles.read(place, beside: rest, of: file)
    let counted = title.day.map { counter.count(place, of: file, on: $0) }
    let findings = title.findings + place.findings + (counted?.findings ?? [])
    guard let form = title.form, let counted else {
      return FormBinding(
        form: nil, observations: [], findings: title.findings.map { $0.stamped(with: title.key) })
    }
    let origin = file.origin(of: place.sheet)
    return FormBinding(
      form: form,
      observations: counted.values.map { value in
        Observation(
          key: Observation.Key(
            unit: form.unit, period: form.period, field: value.field, breakdown: value.breakdown),
          state: value.state, origin: origin)
      }, findings: findings.map { $0.stamped(with: title.key) })
  }

  /// Of two sheets with the roster of one unit nobody can tell which counts.
  private func withoutCopies(_ bindings: [FormBinding], _ file: FormFile) -> [FormBinding] {
    let copies = Dictionary(grouping: bindings.filter { $0.form != nil }) { $0.form }
      .filter { $0.value.count > 1 }
    guard !copies.isEmpty else { return bindings }
    var said: Set<BoundForm> = []
    return bindings.compactMap { binding in
      guard let form = binding.form, let group = copies[form] else { return binding }
      guard said.insert(form).inserted else { return nil }
      let sheets = group.compactMap { $0.observations.first?.origin }
      let finding = Finding(
        code: "roster.sheet-unclear", severity: .error,
        key: FindingKey(
          unit: form.unit.rawValue, period: form.period.description, form: form.form.rawValue),
        arguments: ["candidates": .list(sheets.map(\.sheet))],
        origins: sheets.isEmpty ? [file.origin] : sheets)
      return FormBinding(form: nil, observations: [], findings: [finding])
    }
  }
}

extension FormFile {
  /// The file without the sheets at these positions.
  package func without(_ positions: Set<Int>) -> FormFile {
    FormFile(
      path: path, hash: hash,
      sheets: sheets.indices.filter { !positions.contains($0) }.map { sheets[$0] })
  }
}

extension FormFile {
  /// The file called by its hash, and the sheets of its rosters as the pack calls them.
  fileprivate func neutral(_ places: [RosterPlace]) -> FormFile {
    let dot = path.lastIndex(of: ".").map { path[$0...].lowercased() } ?? ""
    var file = self
    file.path =
      "roster-\(hash.prefix(8))" + ([".xlsx", ".xlsm", ".ods", ".fods"].contains(dot) ? dot : "")
    for place in places {
      file.sheets[place.index].name = place.roster.sheets.first ?? place.roster.title
    }
    return file
  }
}

extension Finding {
  /// The finding with what it is about; the field that it names stays.
  func stamped(with key: FindingKey) -> Finding {
    var finding = self
    finding.key.unit = key.unit
    finding.key.period = key.period
    finding.key.form = key.form
    return finding
  }
}
