import ExactNumbers

/// Looks for whatever a sheet cannot hold.
struct NewSheetCheck {
  let sheet: NewSheet
  /// The names of all sheets.
  let sheets: Set<String>
  let limits: NewWorkbookLimits
  /// Styles that were found to be right: a sheet has few, and many cells.
  private var styles: Set<CellStyle> = []
  private var links = 0

  init(sheet: NewSheet, sheets: Set<String>, limits: NewWorkbookLimits) {
    self.sheet = sheet
    self.sheets = sheets
    self.limits = limits
  }

  /// - Returns: how many cells the sheet has, with those that only rules and merges name.
  mutating func run() throws(NewWorkbookError) -> Int {
    try checkMeasures()
    try checkPlaces()
    let covered = try checkMerges()
    for (row, line) in zip(1..., sheet.rows) {
      for (column, cell) in zip(1..., line.cells) {
        let address = CellAddress(row: row, column: column)
        try check(cell, at: address)
        guard cell.content == .empty || !covered.contains(address) else {
          throw error(.value, "\(address)", "a value stands under a merge")
        }
      }
    }
    for validation in sheet.validations { try check(validation) }
    try checkApart(sheet.validations.map(\.range), "validations")
    for highlight in sheet.highlights {
      try check(highlight.condition, at: "\(highlight.range)")
      try check(highlight.style, at: "\(highlight.range)")
    }
    let rules = sheet.validations.map(\.range) + sheet.highlights.map(\.range)
    // Cells far below the rows are written once for all.
    return sheet.rows.reduce(covered.count + rules.count) { $0 + $1.cells.count }
  }

  func error(
    _ code: NewWorkbookError.Code, _ place: String, _ detail: String
  ) -> NewWorkbookError {
    NewWorkbookError(code, sheet: sheet.name, place: place, detail: detail)
  }

  private mutating func check(
    _ cell: NewCell, at address: CellAddress
  ) throws(NewWorkbookError) {
    let place = "\(address)"
    try check(cell.style, at: place)
    switch cell.content {
    case .empty: break
    case .text(let text): try check(text, at: place)
    case .number(let number):
      guard number.doubleValue.isFinite else {
        throw error(.value, place, "\(number.coefficient)E\(number.exponent) is too large")
      }
    case .date(let day): _ = try serial(day, at: place)
    case .formula(let formula, let shown):
      try check(formula, at: place)
      if case .text(let text) = shown { try check(text, at: place) }
    }
    if let link = cell.link {
      links += 1
      guard links <= limits.links else {
        throw error(.limit, place, "more than \(limits.links) links")
      }
      try check(reference: link.sheet, CellRange(first: link.address, last: link.address), place)
    }
  }

  private func check(_ text: String, at place: String) throws(NewWorkbookError) {
    guard text.utf16.count <= limits.textLength else {
      throw error(
        .value, place,
        "a text of \(text.utf16.count) characters is over the limit of \(limits.textLength)")
    }
  }

  private mutating func check(
    _ style: CellStyle, at place: String
  ) throws(NewWorkbookError) {
    guard !styles.contains(style) else { return }
    for colour in [style.colour, style.fill, style.border].compactMap(\.self)
    where colour.number == nil {
      throw error(.looks, place, "the colour «\(colour.hexadecimal)» is not as 00AAFF")
    }
    guard style.size >= 1, style.size <= 409 else {
      throw error(.looks, place, "letters of \(style.size) points; 1 to 409 are possible")
    }
    guard (0...15).contains(style.indent) else {
      throw error(.looks, place, "\(style.indent) steps of indentation; 0 to 15 are possible")
    }
    if case .decimals(let decimals) = style.format, !(0...15).contains(decimals) {
      throw error(.looks, place, "\(decimals) decimals; 0 to 15 are possible")
    }
    styles.insert(style)
  }
}

extension CellStyle.Colour {
  /// 0xRRGGBB; nil for anything but six hexadecimal digits.
  var number: UInt32? {
    hexadecimal.utf8.count == 6 && hexadecimal.allSatisfy(\.isHexDigit)
      ? UInt32(hexadecimal, radix: 16) : nil
  }
}
