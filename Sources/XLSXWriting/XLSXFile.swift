private import CXLSXWriter

/// A workbook of XLSX being made over libxlsxwriter: the same calls in the same order give the same
/// bytes. Programs reckon all its formulas anew when they open it.
///
/// Rows and columns count from 1. Sheets and formats are named by the numbers that adding them
/// gave. Texts end at a U+0000.
@safe package struct XLSXFile: ~Copyable {
  /// What Excel's sheets have.
  package static let rows = 1_048_576
  /// What Excel's sheets have.
  package static let columns = 16_384

  let book: OpaquePointer
  var sheets: [OpaquePointer] = unsafe []
  var formats: [OpaquePointer] = unsafe []
  private let folder: ScratchFolder
  private var isOpen = true

  /// - Parameter created: seconds since 1970-01-01 UTC, after it: for 0 the library would take
  ///   the time of the machine.
  /// - Throws: `.unwritable`, `.refused`.
  package init(title: String, created: Int) throws(XLSXWritingError) {
    guard created > 0 else {
      throw XLSXWritingError(.refused, detail: "made \(created) seconds after 1970-01-01")
    }
    let folder = try ScratchFolder()
    unsafe book = try Self.open(folder.file, in: folder.path, title, created)
    self.folder = folder
  }

  private static func open(
    _ file: String, in folder: String, _ title: String, _ created: Int
  ) throws(XLSXWritingError) -> OpaquePointer {
    var texts = CTexts()
    var options = unsafe lxw_workbook_options()
    unsafe options.tmpdir = texts.keep(folder)
    guard let book = unsafe workbook_new_opt(file, &options) else {
      throw XLSXWritingError(.unwritable, detail: "libxlsxwriter makes no workbook")
    }
    var properties = unsafe lxw_doc_properties()
    unsafe properties.title = texts.keep(title)
    unsafe properties.created = created
    let error = unsafe workbook_set_properties(book, &properties)
    if error != LXW_NO_ERROR { unsafe lxw_workbook_free(book) }
    try check(error.rawValue, "the title")
    unsafe setPlainFont(of: book)
    return OpaquePointer(book)
  }

  /// Columns are counted in digits of the plain font. Calibri is not everywhere, and what stands in
  /// for it is wider; of Arial a digit has at 10 points the 7 pixels that the library reckons with.
  @unsafe private static func setPlainFont(of book: UnsafeMutablePointer<lxw_workbook>) {
    guard let formats = unsafe book.pointee.formats, let plain = unsafe formats.pointee.stqh_first
    else { return }
    unsafe format_set_font_name(plain, XLSXFormat().font)
    unsafe format_set_font_size(plain, 10)
  }

  /// - Parameter name: as `workbook_validate_sheet_name` wants it: 1 to 31 characters without
  ///   `[ ] : * ? / \`, no apostrophe at its ends, unique without regard to case.
  /// - Returns: the number of the sheet, from 0.
  /// - Throws: `.refused`.
  package mutating func addSheet(_ name: String) throws(XLSXWritingError) -> Int {
    try Self.check(
      unsafe workbook_validate_sheet_name(workbook, name).rawValue, "the sheet «\(name)»")
    guard let sheet = unsafe workbook_add_worksheet(workbook, name) else {
      throw XLSXWritingError(.unwritable, detail: "the sheet «\(name)» is not made")
    }
    unsafe sheets.append(OpaquePointer(sheet))
    return unsafe sheets.count - 1
  }

  /// - Returns: the whole file.
  /// - Throws: `.unwritable`, `.refused`.
  package consuming func finish() throws(XLSXWritingError) -> [UInt8] {
    // Closing frees the workbook, also when it fails.
    isOpen = false
    try Self.check(unsafe workbook_close(workbook).rawValue, "the file")
    return try folder.bytes()
  }

  deinit {
    if isOpen { unsafe lxw_workbook_free(UnsafeMutablePointer<lxw_workbook>(book)) }
  }

  @unsafe private var workbook: UnsafeMutablePointer<lxw_workbook> { unsafe .init(book) }
}
