import Findings
import Monitoring
import Spreadsheets
import Wording

/// Reads whose roster it is, and the day that it is of.
struct RosterTitles: Sendable {
  struct Title {
    /// Nil when it cannot be told whose it is.
    var form: BoundForm?
    var day: CalendarDate?
    var key: FindingKey
    var findings: [Finding] = []
  }

  private let roster: Roster
  private let form: FormSchema
  private let locator: SectionLocator
  private let reader: TitleReader
  private let values = ValueReader(classifiers: [], readings: Readings())

  init(roster: Roster, form: FormSchema, register: UnitRegister, periods: [Period]) {
    self.roster = roster
    var title = form
    title.sections.removeAll(where: \.isCounted)
    self.form = title
    locator = SectionLocator(schema: title, others: [], classifiers: [])
    reader = TitleReader(
      schema: title, units: UnitFinder(register), register: register, periods: periods)
  }

  /// What stands above the roster's headings comes first, then the other sheets of the workbook.
  func read(_ place: RosterPlace, beside rest: FormFile, of file: FormFile) -> Title {
    let above = FormFile(
      path: file.path, hash: file.hash, sheets: [place.sheet.above(place.headings.lowerBound)])
    let slots = [above, rest].map { (file: $0, found: found(in: $0)) }
    var block = TitleReader.Block()
    for (file, found) in slots {
      for (sheet, slots) in found {
        let entries = TitleReader.block(slots, on: sheet, of: file).entries
        block.entries.merge(entries, uniquingKeysWith: { first, _ in first })
      }
    }
    // The workbook may be of another form, which its title names.
    block.entries[.form] = nil
    let read = reader.read(block, of: file)
    var title = Title(
      key: FindingKey(
        unit: read.unit?.rawValue ?? "", period: read.period?.description ?? "",
        form: form.code.rawValue),
      findings: read.findings.filter { $0.code != "form.form-missing" })
    guard let unit = read.unit, let period = read.period else { return title }
    title.form = BoundForm(unit: unit, period: period, form: form.code, version: form.version)
    title.day = day(in: period, slots.flatMap(\.found))
    if title.day == nil { title.findings.append(dayUnknown(place, file)) }
    return title
  }

  private typealias Found = (sheet: Grid, slots: [SectionCells.Slot])

  private func found(in file: FormFile) -> [Found] {
    let pages = file.sheets.map { SheetLabels($0) }
    let location = locator.locate(form.sections, on: pages, of: file, period: nil)
    return form.sections.compactMap { section in
      guard case .sheet(let index)? = location.places[section.code],
        let labels = locator.labels[section.code]
      else { return nil }
      let place = SectionSheet(
        section: section, labels: labels, page: location.sheets[index], file: file,
        period: nil)
      // What it says of rows that it does not know may quote them: only its cells are taken.
      return (file.sheets[index], ListBinder(place: place).bind().slots)
    }
  }

  private func day(in period: Period, _ found: [Found]) -> CalendarDate? {
    switch roster.referenceDay {
    case .fixed(let yearsBefore, let month, let day):
      return CalendarDate(year: period.year - yearsBefore, month: month, day: day)
    case .field(let code):
      for (sheet, slots) in found {
        for slot in slots where slot.field.code == code {
          guard let place = slot.place.map(sheet.anchor) else { continue }
          let reading = values.read(sheet[place], as: slot.field)
          if case .given(.date(let text)) = reading.state { return CalendarDate(iso: text) }
        }
      }
      return nil
    }
  }

  private func dayUnknown(_ place: RosterPlace, _ file: FormFile) -> Finding {
    var label = ""
    if case .field(let code) = roster.referenceDay { label = form.field(code)?.label ?? "" }
    return Finding(
      code: "roster.day-unknown", severity: .error, arguments: ["label": .text(label)],
      origins: [file.origin(of: place.sheet)])
  }
}

extension Grid {
  /// The rows above `row`.
  fileprivate func above(_ row: Int) -> Grid {
    let kept = places.filter { $0.row < row }
    return Grid(
      name: name, isHidden: isHidden,
      cells: Dictionary(
        kept.compactMap { place in self[place].map { (place, $0) } },
        uniquingKeysWith: { first, _ in first }),
      merges: merges.filter { $0.last.row < row })
  }
}
