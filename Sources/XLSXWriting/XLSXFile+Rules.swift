private import CXLSXWriter
private import Glibc

extension XLSXFile {
  /// - Throws: `.outside`, `.refused` for a list or a message that is too long.
  package mutating func addValidation(
    _ validation: XLSXValidation, in area: XLSXArea, sheet: Int
  ) throws(XLSXWritingError) {
    let (first, last) = try Self.corners(area)
    let source = try Self.source(of: validation.rule)
    let page = unsafe UnsafeMutablePointer<lxw_worksheet>(try self.sheet(sheet))
    var texts = CTexts()
    var raw = unsafe lxw_data_validation()
    unsafe Self.fill(&raw, validation, &texts)
    var list = unsafe [texts.keep("-"), nil]
    let error = unsafe list.withUnsafeMutableBufferPointer { list in
      unsafe raw.value_list = source == nil ? nil : list.baseAddress
      return unsafe worksheet_data_validation_range(
        page, first.row, first.column, last.row, last.column, &raw)
    }
    try Self.check(error.rawValue, "validation of \(area)")
    if let source { unsafe Self.setSource(source, ofLastIn: page) }
  }

  /// What a list is taken from, as the file has it; nil for what is no list.
  private static func source(of rule: XLSXValidation.Rule) throws(XLSXWritingError) -> String? {
    switch rule {
    case .whole, .decimal, .date: return nil
    case .listOf(let reference): return reference
    case .list(let items):
      let list = items.joined(separator: ",").replacing("\"", with: "\"\"")
      guard list.utf16.count <= 255 else {
        throw XLSXWritingError(
          .refused, detail: "a list of \(list.utf16.count) characters is over the limit of 255")
      }
      return "\"" + list + "\""
    }
  }

  /// libxlsxwriter 1.1.4 writes a list of more than 258 bytes beyond its buffer, quotes none of its
  /// quotes, and loses the memory of a reference: so it is given a list of one sign, and this in
  /// its place, which it frees with the rest.
  @unsafe private static func setSource(
    _ source: String, ofLastIn page: UnsafeMutablePointer<lxw_worksheet>
  ) {
    guard var last = unsafe page.pointee.data_validations?.pointee.stqh_first else { return }
    while let next = unsafe last.pointee.list_pointers.stqe_next { unsafe last = next }
    unsafe free(last.pointee.value_formula)
    unsafe last.pointee.value_formula = strdup(source)
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
    case .list, .listOf:
      unsafe raw.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
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
