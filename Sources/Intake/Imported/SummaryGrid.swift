import ExactNumbers
import Findings
import Monitoring
import Spreadsheets

/// A summary table with a row a unit and a column an indicator.
struct SummaryGrid {
  private let sheet: Grid
  private let headings: SummaryHeadings
  /// The column whose texts name units.
  private let unitColumn: Int
  private let lastRow: Int
  /// Columns of shares whose numbers are all parts of 1, with no sign of percent: 0.348 may be
  /// 34.8 % or 0.348 %.
  private let unclear: Set<Int>

  /// Nil for a sheet without headings of indicators or without rows of units.
  init?(_ sheet: Grid, pack: SystemPack, units: SummaryUnits) {
    let headings = SummaryHeadings(sheet, indicators: pack.indicators)
    guard let first = headings.columns.keys.min() else { return nil }
    let places = sheet.places.filter { $0.row >= headings.firstRow }
    var counts: [Int: Int] = [:]
    for place in places where place.column < first {
      if let text = sheet[place]?.rawText, units.unit(text) != nil {
        counts[place.column, default: 0] += 1
      }
    }
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    guard let best, let lastRow = places.map(\.row).max() else { return nil }
    self.sheet = sheet
    self.headings = headings
    self.lastRow = lastRow
    unitColumn = best.key
    unclear = Set(
      headings.columns.filter { column, named in
        named.role == .value && named.indicator.kind == .share
          && Self.isOfParts(sheet, column, headings.firstRow...lastRow)
      }.keys)
  }

  private static func isOfParts(_ sheet: Grid, _ column: Int, _ rows: ClosedRange<Int>) -> Bool {
    let numbers = rows.compactMap { row -> ExactNumber? in
      let seen = SummaryNumber(sheet[CellAddress(row: row, column: column)])
      guard case .number(let number, _, false) = seen else { return nil }
      return number
    }
    return numbers.allSatisfy { $0 <= 1 } && numbers.contains { !$0.isZero }
  }

  func read(into draft: inout SummaryDraft) {
    sayColumns(&draft)
    for row in headings.firstRow...lastRow where !isNumbering(row) { read(row, into: &draft) }
  }

  private func sayColumns(_ draft: inout SummaryDraft) {
    for (column, text) in headings.texts.sorted(by: { $0.key < $1.key }) {
      guard column > unitColumn, headings.columns[column] == nil else { continue }
      let place = CellAddress(row: headings.row, column: column)
      let hasValues = sheet.places.contains {
        $0.column == column && $0.row >= headings.firstRow
      }
      guard hasValues, headings.doubled.contains(column) || !isLeftOfValues(column) else {
        continue
      }
      draft.say(
        headings.doubled.contains(column) ? "import.column-twice" : "import.column-unknown",
        ["label": .text(text)], [draft.file.origin(of: sheet.anchor(of: place), on: sheet)])
    }
  }

  /// Columns between the names and the values: group, type, number.
  private func isLeftOfValues(_ column: Int) -> Bool {
    headings.columns.keys.min().map { column < $0 } ?? true
  }

  /// A row «1, 2, 3, …» below the headings.
  private func isNumbering(_ row: Int) -> Bool {
    let places = sheet.places.filter { $0.row == row }
    let numbers = places.compactMap { Int(NumberText.trimmed(sheet[$0]?.rawText ?? "")) }
    guard numbers.count == places.count, let first = numbers.first, numbers.count > 1 else {
      return false
    }
    return numbers == Array(first..<first + numbers.count)
  }

  private func read(_ row: Int, into draft: inout SummaryDraft) {
    let place = CellAddress(row: row, column: unitColumn)
    let isEmpty = headings.columns.keys.allSatisfy {
      sheet.isBlank(CellAddress(row: row, column: $0))
    }
    guard !isEmpty else { return }
    let name = sheet[sheet.anchor(of: place)]?.rawText ?? ""
    guard let unit = draft.units.unit(name) else {
      draft.say(
        "import.unit-unknown", ["label": .text(name)], [draft.file.origin(of: place, on: sheet)])
      return
    }
    let byIndicator = Dictionary(grouping: headings.columns, by: \.value.indicator.code)
    for code in draft.pack.indicators.map(\.code) {
      guard let columns = byIndicator[code], let indicator = columns.first?.value.indicator else {
        continue
      }
      let places = Dictionary(
        columns.map { ($0.value.role, CellAddress(row: row, column: $0.key)) },
        uniquingKeysWith: { first, _ in first })
      read(indicator, of: unit, at: places, into: &draft)
    }
  }

  private func read(
    _ indicator: Indicator, of unit: UnitCode, at places: [SummaryColumn.Role: CellAddress],
    into draft: inout SummaryDraft
  ) {
    let address = ValueAddress(indicator: indicator.code, unit: unit, period: draft.period)
    let part = places[.numerator]
    let whole = places[.denominator]
    let isGiven = places.values.contains { !sheet.isBlank($0) }
    guard isGiven, let anywhere = places.values.min() else { return }
    guard draft.knows(address, draft.file.origin(of: anywhere, on: sheet)) else { return }
    if let part, let whole, indicator.kind == .share, !sheet.isBlank(part) || !sheet.isBlank(whole)
    {
      readTerms(address, part, whole, printed: places[.value], into: &draft)
    } else if let place = places[.value] ?? part ?? whole {
      readValue(address, indicator, place, into: &draft)
    }
  }

  private func readTerms(
    _ address: ValueAddress, _ part: CellAddress, _ whole: CellAddress, printed: CellAddress?,
    into draft: inout SummaryDraft
  ) {
    let numbers = (SummaryNumber(sheet[part]), SummaryNumber(sheet[whole]))
    let origin = origin(part, whole, in: draft.file)
    if let state = numbers.0.state ?? numbers.1.state {
      draft.add(address, kind: .share, .none(state), decimals: 0, origin)
      return
    }
    guard let numerator = numbers.0.count, let denominator = numbers.1.count,
      numerator <= denominator
    else {
      draft.unread(origin.rawText, heading(part.column), origin)
      return
    }
    if let printed, let said = SummaryNumber(sheet[printed]).percent,
      let exact = Fraction(numerator, over: denominator),
      (exact * Fraction(100)).rounded(toDecimals: said.decimals) != said.0
    {
      draft.unread(
        sheet[printed]?.rawText ?? "", heading(printed.column),
        draft.file.origin(of: printed, on: sheet))
    }
    draft.add(address, kind: .share, .terms(numerator, denominator), decimals: 1, origin)
  }

  private func readValue(
    _ address: ValueAddress, _ indicator: Indicator, _ place: CellAddress,
    into draft: inout SummaryDraft
  ) {
    let number = SummaryNumber(sheet[place])
    let origin = draft.file.origin(of: place, on: sheet)
    let isPercentage = { () -> Bool in
      if case .number(_, _, true) = number { return true }
      return false
    }()
    if let state = number.state {
      draft.add(address, kind: indicator.kind, .none(state), decimals: 0, origin)
    } else if indicator.kind == .share, let percent = number.percent,
      isPercentage || !unclear.contains(place.column),
      headings.columns[place.column]?.role == .value
    {
      draft.add(
        address, kind: .share, .percent(percent.0), decimals: percent.decimals, origin)
    } else if indicator.kind == .count, let count = number.count {
      draft.add(address, kind: .count, .count(count), decimals: count.decimals, origin)
    } else {
      draft.unread(sheet[place]?.rawText ?? "", heading(place.column), origin)
    }
  }

  private func heading(_ column: Int) -> String { headings.texts[column] ?? "" }

  /// Two cells as one origin: «C7/D7», «12 / 48».
  private func origin(_ part: CellAddress, _ whole: CellAddress, in file: FormFile) -> Origin {
    var origin = file.origin(of: part, on: sheet)
    origin.cell = "\(part)/\(whole)"
    origin.rawText = "\(sheet[part]?.rawText ?? "") / \(sheet[whole]?.rawText ?? "")"
    origin.decimals = nil
    return origin
  }
}
