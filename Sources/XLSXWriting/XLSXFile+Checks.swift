private import CXLSXWriter

extension XLSXFile {
  /// Every answer of the library comes here.
  /// - Parameter code: the raw value of an `lxw_error`.
  static func check(
    _ code: UInt32, _ what: @autoclosure () -> String
  ) throws(XLSXWritingError) {
    let error = lxw_error(rawValue: code)
    guard error != LXW_NO_ERROR else { return }
    let isOfData = error.rawValue >= LXW_ERROR_NULL_PARAMETER_IGNORED.rawValue
    let words = unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "error \(code)"
    throw XLSXWritingError(isOfData ? .refused : .unwritable, detail: "\(what()): \(words)")
  }

  /// A row and a column as C counts them.
  struct Place {
    let row: UInt32
    let column: UInt16

    init(row: Int, column: Int) throws(XLSXWritingError) {
      guard (1...XLSXFile.rows).contains(row), (1...XLSXFile.columns).contains(column) else {
        throw XLSXWritingError(.outside, detail: "row \(row), column \(column)")
      }
      self.row = UInt32(row - 1)
      self.column = UInt16(column - 1)
    }
  }

  func sheet(_ number: Int) throws(XLSXWritingError) -> OpaquePointer {
    guard unsafe sheets.indices.contains(number) else {
      throw XLSXWritingError(.outside, detail: "sheet \(number) of \(unsafe sheets.count)")
    }
    return unsafe sheets[number]
  }

  func format(_ number: Int) throws(XLSXWritingError) -> OpaquePointer {
    guard unsafe formats.indices.contains(number) else {
      throw XLSXWritingError(.outside, detail: "format \(number) of \(unsafe formats.count)")
    }
    return unsafe formats[number]
  }
}
