private import CXLSXWriter

extension XLSXFile {
  /// - Returns: the number of the format, from 0.
  /// - Throws: `.unwritable`.
  package mutating func addFormat(_ look: XLSXFormat) throws(XLSXWritingError) -> Int {
    let format = try unsafe newFormat()
    unsafe format_set_font_name(format, look.font)
    unsafe format_set_font_size(format, look.size)
    unsafe format_set_font_color(format, look.colour)
    if look.isBold { unsafe format_set_bold(format) }
    if look.isItalic { unsafe format_set_italic(format) }
    if let fill = look.fill { unsafe format_set_bg_color(format, fill) }
    if let border = look.border {
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, border)
    }
    unsafe format_set_align(format, Self.alignment(look.horizontal))
    unsafe format_set_align(format, Self.alignment(look.vertical))
    if look.wraps { unsafe format_set_text_wrap(format) }
    if look.indent > 0 { unsafe format_set_indent(format, UInt8(clamping: look.indent)) }
    if let numbers = look.numbers { unsafe format_set_num_format(format, numbers) }
    if !look.isLocked { unsafe format_set_unlocked(format) }
    unsafe formats.append(OpaquePointer(format))
    return unsafe formats.count - 1
  }

  /// A format for `highlight`, which leaves all but these as a cell has them.
  /// - Throws: `.unwritable`.
  package mutating func addAppearance(
    _ appearance: XLSXAppearance
  ) throws(XLSXWritingError) -> Int {
    let format = try unsafe newFormat()
    unsafe format_set_font_color(format, appearance.colour)
    if appearance.isBold { unsafe format_set_bold(format) }
    if let fill = appearance.fill { unsafe format_set_bg_color(format, fill) }
    unsafe formats.append(OpaquePointer(format))
    return unsafe formats.count - 1
  }

  @unsafe private func newFormat() throws(XLSXWritingError) -> UnsafeMutablePointer<lxw_format> {
    guard let format = unsafe workbook_add_format(UnsafeMutablePointer(book)) else {
      throw XLSXWritingError(.unwritable, detail: "format \(unsafe formats.count) is not made")
    }
    return unsafe format
  }

  private static func alignment(_ horizontal: XLSXFormat.Horizontal) -> UInt8 {
    let alignment =
      switch horizontal {
      case .standard: LXW_ALIGN_NONE
      case .left: LXW_ALIGN_LEFT
      case .centre: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      }
    return UInt8(alignment.rawValue)
  }

  private static func alignment(_ vertical: XLSXFormat.Vertical) -> UInt8 {
    let alignment =
      switch vertical {
      case .top: LXW_ALIGN_VERTICAL_TOP
      case .middle: LXW_ALIGN_VERTICAL_CENTER
      case .bottom: LXW_ALIGN_VERTICAL_BOTTOM
      }
    return UInt8(alignment.rawValue)
  }
}
