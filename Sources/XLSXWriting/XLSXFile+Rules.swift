private import CXLSXWriter

extension XLSXFile {
  /// - Throws: `.outside`, `.refused` for a list or a message that is too long.
  package mutating func addValidation(
    _ validation: XLSXValidation, in area: XLSXArea, sheet: Int
  ) throws(XLSXWritingError) {
    let (first, last) = try Self.corners(area)
    var texts = CTexts()
    var raw = unsafe lxw_data_validation()
    unsafe Self.fill(&raw, validation, &texts)
    var error = LXW_NO_ERROR
    let page = unsafe UnsafeMutablePointer<lxw_worksheet>(try self.sheet(sheet))
    switch validation.rule {
    case .list(let items):
      var list = unsafe items.map { unsafe texts.keep($0.replacing("\"", with: "\"\"")) } + [nil]
      unsafe list.withUnsafeMutableBufferPointer { list in
        unsafe raw.value_list = list.baseAddress
        error = unsafe worksheet_data_validation_range(
          page, first.row, first.column, last.row, last.column, &raw)
      }
    case .whole, .decimal, .listOf, .date:
      error = unsafe worksheet_data_validation_range(
        page, first.row, first.column, last.row, last.column, &raw)
    }
    try Self.check(error.rawValue, "validation of \(area)")
  }

  @unsafe private static func fill(
    _ raw: inout lxw_data_validation, _ validation: XLSXValidation, _ texts: inout CTexts
  ) {
    switch validation.rule {
    case .whole(let limits):
      unsafe between(&raw, LXW_VALIDATION_TYPE_INTEGER, limits)
    case .decimal(let limits):
      unsafe between(&raw, LXW_VALIDATION_TYPE_DECIMAL, limits)
    case .date(let days):
      unsafe between(&raw, LXW_VALIDATION_TYPE_DATE_NUMBER, days)
    case .list:
      unsafe raw.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
    case .listOf(let reference):
      unsafe raw.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe raw.value_formula = texts.keep("=" + reference)
    }
    unsafe raw.error_type = Self.kind(validation.alert)
    unsafe raw.error_title = texts.keep(validation.refusal.title)
    unsafe raw.error_message = texts.keep(validation.refusal.text)
    unsafe raw.input_title = texts.keep(validation.hint?.title)
    unsafe raw.input_message = texts.keep(validation.hint?.text)
  }

  @unsafe private static func between(
    _ raw: inout lxw_data_validation, _ type: lxw_validation_types, _ limits: ClosedRange<Int>
  ) {
    unsafe raw.validate = UInt8(type.rawValue)
    unsafe raw.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    unsafe raw.minimum_number = Double(limits.lowerBound)
    unsafe raw.maximum_number = Double(limits.upperBound)
  }

  private static func kind(_ alert: XLSXValidation.Alert) -> UInt8 {
    let kind =
      switch alert {
      case .stop: LXW_VALIDATION_ERROR_TYPE_STOP
      case .warning: LXW_VALIDATION_ERROR_TYPE_WARNING
      }
    return UInt8(kind.rawValue)
  }

  /// Shows cells in another way while a formula is true.
  /// - Parameters:
  ///   - formula: in English without "=", for the first cell of the area.
  ///   - appearance: as `addAppearance` numbered it.
  /// - Throws: `.outside`, `.refused`.
  package mutating func highlight(
    _ area: XLSXArea, while formula: String, appearance: Int, sheet: Int
  ) throws(XLSXWritingError) {
    let (first, last) = try Self.corners(area)
    var texts = CTexts()
    var raw = unsafe lxw_conditional_format()
    unsafe raw.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    unsafe raw.value_string = texts.keep("=" + formula)
    unsafe raw.format = UnsafeMutablePointer(try self.format(appearance))
    let error = unsafe worksheet_conditional_format_range(
      UnsafeMutablePointer(try self.sheet(sheet)), first.row, first.column, last.row, last.column,
      &raw)
    try Self.check(error.rawValue, "highlight of \(area)")
  }
}
