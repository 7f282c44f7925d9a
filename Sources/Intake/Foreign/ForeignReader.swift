import Findings
import Monitoring
import Spreadsheets

/// Reads the tables of one binding in a workbook.
struct ForeignReader: Sendable {
  let binding: ForeignBinding
  let schema: FormSchema
  let vocabulary: ForeignVocabulary
  let values: ValueReader
  /// Periods whose values are taken, ascending.
  let periods: [Period]
  /// Periods that another pack reads.
  let elsewhere: Set<Period>
  let limits: ForeignLimits

  /// What a binding made of a workbook.
  struct Outcome {
    /// By unit and period, in the order of periods and of the register.
    var forms: [FormBinding] = []
    var findings: [Finding] = []
    /// Whether a sheet of the binding is there.
    var isNear = false
    var outside: Set<Period> = []
    /// Findings beyond the limit.
    var unsaid = 0
  }

  func read(_ file: FormFile) -> Outcome {
    var outcome = Outcome()
    var cells = ForeignCells(
      vocabulary: vocabulary, file: file, periods: periods, limits: limits)
    for (index, grid) in file.sheets.enumerated() {
      guard let choice = binding.sheets.first(where: { fits($0, grid) }) else { continue }
      do throws(ForeignMiss) {
        let table = try ForeignTableFinder(grid: grid, vocabulary: vocabulary, limits: limits)
          .find()
        if let finding = wrongTime(table, choice, file, grid) {
          outcome.findings += finding
          outcome.isNear = outcome.isNear || !finding.isEmpty
          continue
        }
        outcome.isNear = true
        cells.add(table, sheet: index, span: choice.span)
        tell(table.strangers, file, grid, &outcome)
      } catch {
        // Of all sheets of a workbook, most are no such table.
        guard !choice.names.isEmpty || choice.title != nil else { continue }
        outcome.isNear = true
        outcome.findings.append(finding(error, file, grid))
      }
    }
    outcome.findings += cells.findings
    outcome.outside = cells.outside
    outcome.unsaid += cells.unsaid
    var maker = ForeignForms(reader: self, file: file, cells: cells)
    outcome.forms = maker.forms()
    outcome.findings += maker.findings
    return outcome
  }

  private func fits(_ choice: ForeignBinding.SheetChoice, _ grid: Grid) -> Bool {
    let text = vocabulary.text
    let name = text.key(grid.name)
    guard !vocabulary.ignored.contains(name) else { return false }
    guard choice.names.isEmpty || choice.names.contains(where: { text.key($0) == name }) else {
      return false
    }
    guard let title = choice.title else { return true }
    return grid.places.prefix { $0.row <= limits.titleRows }.contains { place in
      place.column <= limits.titleColumns
        && grid[place]?.text.map { text.has(title, in: $0) } ?? false
    }
  }

  /// For a sheet of one period: nil when it is to be read; nothing to say when another sheet is
  /// meant for that period; a finding when no sheet is.
  private func wrongTime(
    _ table: ForeignTable, _ choice: ForeignBinding.SheetChoice, _ file: FormFile, _ grid: Grid
  ) -> [Finding]? {
    guard let mark = table.context[.period] else { return nil }
    if let period = vocabulary.text.period(in: mark.text) {
      if !choice.span.contains(period) || elsewhere.contains(period) { return [] }
      if periods.contains(period) { return nil }
    }
    return [
      Finding(
        code: "form.period-unknown", severity: .error,
        key: FindingKey(form: schema.code.rawValue),
        arguments: [
          "value": .text(mark.text), "candidates": .list(periods.map(\.description)),
        ],
        origins: [mark.place.map { file.origin(of: $0, on: grid) } ?? file.origin(of: grid)])
    ]
  }

  /// Headings that nobody knows: no more of them than findings are shown.
  private func tell(
    _ strangers: [ForeignMark], _ file: FormFile, _ grid: Grid, _ outcome: inout Outcome
  ) {
    guard !strangers.isEmpty else { return }
    if vocabulary.hasUnitsInHeadings {
      let told = strangers.prefix(max(0, limits.findings - outcome.findings.count))
      outcome.unsaid += strangers.count - told.count
      outcome.findings += told.map { mark in
        let origin = mark.place.map { file.origin(of: $0, on: grid) } ?? file.origin(of: grid)
        return vocabulary.unknown(mark, as: .unit, in: periods.last, at: origin)
      }
      return
    }
    outcome.findings.append(
      Finding(
        code: "foreign.column-unbound", severity: .warning,
        key: FindingKey(form: schema.code.rawValue),
        arguments: [
          "binding": .text(binding.title), "sheet": .text(grid.name),
          "labels": .list(strangers.map(\.text).shortened(limits.names)),
        ],
        origins: strangers.prefix(limits.names).map { mark in
          mark.place.map { file.origin(of: $0, on: grid) } ?? file.origin(of: grid)
        }))
  }

  private func finding(_ miss: ForeignMiss, _ file: FormFile, _ grid: Grid) -> Finding {
    var origins = [file.origin(of: grid)]
    var arguments: [String: FindingValue] = [
      "binding": .text(binding.title), "sheet": .text(grid.name),
    ]
    let code: FindingCode
    switch miss {
    case .noTitle(let text):
      code = "foreign.no-title"
      arguments["value"] = .text(text)
    case .noColumn(let spellings):
      code = "foreign.no-column"
      arguments["labels"] = .list(spellings)
    case .columnTwice(let spellings, let places):
      code = "foreign.column-twice"
      arguments["labels"] = .list(spellings)
      origins = places.map { file.origin(of: $0, on: grid) }
    case .noRows: code = "foreign.no-rows"
    case .noHeadings(let axis):
      code = "foreign.no-column"
      arguments["labels"] = .list(expected(axis).shortened(limits.names))
    case .tooLarge(let limit):
      code = "foreign.too-large"
      arguments["limit"] = .count(limit)
    }
    return Finding(
      code: code, severity: .error, key: FindingKey(form: schema.code.rawValue),
      arguments: arguments, origins: origins)
  }

  /// What should stand in the headings.
  private func expected(_ axis: ForeignAxis) -> [String] {
    switch axis {
    case .unit: vocabulary.units.order.map { vocabulary.units.shown($0, in: periods.last) }
    case .period: periods.map(\.description)
    case .field: binding.fields.flatMap { $0.parts.compactMap(\.first) }
    case .member: vocabulary.memberTitles
    }
  }
}

extension [String] {
  /// The first `count`, and «…» where there are more.
  func shortened(_ count: Int) -> [String] {
    self.count > count ? prefix(count) + ["…"] : self
  }
}
