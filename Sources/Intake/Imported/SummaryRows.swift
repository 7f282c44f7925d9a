import ExactNumbers
import Findings
import Monitoring
import Spreadsheets

/// A summary table as `svodka results` writes it: a row a value, with its address.
struct SummaryRows {
  /// A column by what either of its two headings says.
  private enum Heading: String, CaseIterable {
    case address
    case numerator
    case denominator
    /// In percent, or a count: «Значение» of the table for Russian Excel.
    case percentOrCount
    /// In percent, of shares only: the plain table.
    case percent
    case state

    var words: [String] {
      switch self {
      case .address: ["address", "Адрес"]
      case .numerator: ["numerator", "Числитель"]
      case .denominator: ["denominator", "Знаменатель"]
      case .percentOrCount: ["Значение"]
      case .percent: ["percent"]
      case .state: ["state", "Состояние"]
      }
    }
  }

  private let sheet: Grid
  private let columns: [Heading: Int]
  private let heading: Int
  private let rows: [Int]

  /// Nil for a sheet without a row of these headings.
  init?(_ sheet: Grid) {
    guard
      let place = sheet.places.first(where: { place in
        Heading.address.words.contains(sheet[place]?.rawText ?? "")
      })
    else { return nil }
    var columns: [Heading: Int] = [:]
    for other in sheet.places where other.row == place.row {
      let text = sheet[other]?.rawText ?? ""
      for heading in Heading.allCases where heading.words.contains(text) {
        columns[heading] = other.column
      }
    }
    guard columns[.numerator] != nil, columns[.denominator] != nil else { return nil }
    self.sheet = sheet
    self.columns = columns
    heading = place.row
    rows = Set(sheet.places.map(\.row)).filter { $0 > place.row }.sorted()
  }

  func read(into draft: inout SummaryDraft) {
    for row in rows { read(row, into: &draft) }
  }

  private func place(_ heading: Heading, _ row: Int) -> CellAddress? {
    columns[heading].map { CellAddress(row: row, column: $0) }
  }

  private func number(_ heading: Heading, _ row: Int) -> SummaryNumber {
    place(heading, row).map { SummaryNumber(sheet[$0]) } ?? .blank
  }

  /// Rows of other periods are another import's.
  private func read(_ row: Int, into draft: inout SummaryDraft) {
    guard let place = self.place(.address, row) else { return }
    let text = sheet[place]?.rawText ?? ""
    let origin = draft.file.origin(of: place, on: sheet)
    guard let address = ValueAddress(text), address.term == .value else {
      draft.unread(text, headingText(of: place.column), origin)
      return
    }
    guard address.period == draft.period, draft.knows(address, origin),
      let kind = draft.pack.indicator(address.indicator)?.kind
    else { return }
    guard let content = content(kind, row) else {
      let seen = self.place(.numerator, row) ?? place
      let found = draft.file.origin(of: seen, on: sheet)
      draft.unread(
        found.rawText.isEmpty ? text : found.rawText, headingText(of: seen.column), found)
      return
    }
    draft.add(address, kind: kind, content.0, decimals: content.decimals, valueOrigin(row, draft))
  }

  private func headingText(of column: Int) -> String {
    sheet[CellAddress(row: heading, column: column)]?.rawText ?? ""
  }

  private func content(
    _ kind: Indicator.Kind, _ row: Int
  ) -> (SummaryDraft.Content, decimals: Int)? {
    let (part, whole) = (number(.numerator, row), number(.denominator, row))
    switch kind {
    case .count:
      if let count = part.count { return (.count(count), count.decimals) }
    case .share:
      if let numerator = part.count, let denominator = whole.count, numerator <= denominator {
        return (.terms(numerator, denominator), 1)
      }
    }
    guard part == .blank, whole == .blank else { return nil }
    let percent = number(.percent, row).percent ?? number(.percentOrCount, row).percent
    if kind == .share, let percent { return (.percent(percent.0), percent.decimals) }
    guard let state = number(.state, row).state else { return nil }
    return (.none(state), 0)
  }

  /// The cell of the numerator, or of the percentage where there is none.
  private func valueOrigin(_ row: Int, _ draft: SummaryDraft) -> Origin {
    let headings: [Heading] = [.numerator, .percent, .percentOrCount, .state, .address]
    let filled = headings.compactMap { self.place($0, row) }.first { !sheet.isBlank($0) }
    let found = filled ?? CellAddress(row: row, column: 1)
    var origin = draft.file.origin(of: found, on: sheet)
    if let whole = self.place(.denominator, row), !sheet.isBlank(whole) {
      origin.cell = "\(found)/\(whole)"
      origin.rawText += " / \(sheet[whole]?.rawText ?? "")"
      origin.decimals = nil
    }
    return origin
  }
}
