import ExactNumbers

extension NewSheetCheck {
  func check(_ validation: NewValidation) throws(NewWorkbookError) {
    let place = "\(validation.range)"
    switch validation.rule {
    case .whole, .decimal: break
    case .list(let items): try check(items, at: place)
    case .listOf(let range): try check(reference: range.sheet, range.range, place)
    case .date(let from, let to):
      guard try serial(from, at: place) <= serial(to, at: place) else {
        throw error(.validation, place, "no day is from \(from) to \(to)")
      }
    }
    for message in [validation.hint, validation.refusal].compactMap(\.self) {
      guard message.title.utf16.count <= limits.messageTitle,
        message.text.utf16.count <= limits.messageText
      else {
        throw error(
          .validation, place,
          "the message «\(message.title)» has a title of "
            + "\(message.title.utf16.count) characters and a text of \(message.text.utf16.count); "
            + "\(limits.messageTitle) and \(limits.messageText) are possible")
      }
    }
  }

  private func check(_ items: [String], at place: String) throws(NewWorkbookError) {
    guard !items.isEmpty else { throw error(.validation, place, "a list without entries") }
    for item in items
    where item.isEmpty || item.contains(",") || item.contains(where: \.isNewline)
      || item.hasPrefix(" ") || item.hasSuffix(" ") || item != NewText.clean(item)
    {
      throw error(
        .validation, place,
        "the entry «\(item)» of a list: it may not be empty, begin or end with "
          + "a space, or have a comma or a line break; put the list in cells")
    }
    let length = items.joined(separator: ",").replacing("\"", with: "\"\"").utf16.count
    guard length <= limits.listLength else {
      throw error(
        .validation, place,
        "a list of \(length) characters is over the limit of "
          + "\(limits.listLength); put the list in cells")
    }
  }

  /// Days since 1899-12-30 of "2021-03-31".
  func serial(_ day: String, at place: String) throws(NewWorkbookError) -> Int {
    // Excel counts a 29 February 1900, and so no days before it.
    guard day.utf8.count == 10, let moment = SerialMoment(iso: day), moment.shape == .date,
      let serial = moment.serial.wholeValue, serial > 60
    else {
      throw error(.value, place, "the day «\(day)» is not as 2021-03-31, from 1900-03-01 on")
    }
    return serial
  }

  func check(_ formula: NewFormula, at place: String) throws(NewWorkbookError) {
    try check(formula, place, depth: 0)
    let length = formula.excel.utf16.count
    guard length <= limits.formulaLength else {
      throw error(
        .formula, place,
        "a formula of \(length) characters is over the limit of \(limits.formulaLength)")
    }
  }

  private func check(
    _ formula: NewFormula, _ place: String, depth: Int
  ) throws(NewWorkbookError) {
    switch formula {
    case .number(let number):
      guard number.doubleValue.isFinite else {
        throw error(.formula, place, "a number with the exponent \(number.exponent)")
      }
    case .text, .flag: break
    case .cell(let reference):
      let range = CellRange(first: reference.address, last: reference.address)
      try check(reference: reference.sheet, range, place)
    case .range(let range): try check(reference: range.sheet, range.range, place)
    case .call(let name, let arguments):
      try checkCall(name, arguments.count, place, depth: depth + 1)
      for argument in arguments { try check(argument, place, depth: depth + 1) }
    case .infix(let left, _, let right):
      try check(left, place, depth: depth)
      try check(right, place, depth: depth)
    case .minus(let operand): try check(operand, place, depth: depth)
    }
  }

  private func checkCall(
    _ name: String, _ arguments: Int, _ place: String, depth: Int
  ) throws(NewWorkbookError) {
    let isName = name.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) }
    guard isName, let first = name.utf8.first, first >= 65 else {
      throw error(.formula, place, "«\(name)» is no name of a function")
    }
    guard depth <= limits.formulaDepth, arguments <= limits.arguments else {
      throw error(
        .formula, place,
        "\(name) with \(arguments) arguments, \(depth) functions deep; "
          + "\(limits.arguments) and \(limits.formulaDepth) are possible")
    }
  }

  func check(
    reference sheetName: String?, _ range: CellRange, _ place: String
  ) throws(NewWorkbookError) {
    if let sheetName, !sheets.contains(sheetName) {
      throw error(.sheetName, place, "names the sheet «\(sheetName)», which there is none of")
    }
    do {
      try check(range)
    } catch {
      throw self.error(.place, place, "names \(range), which is no range of a sheet")
    }
  }
}
