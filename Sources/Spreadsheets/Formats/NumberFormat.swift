/// How a cell shows its value: a number format of XLSX or a data style of OpenDocument, read once
/// and then asked for the text of any number of values.
///
///     let format = NumberFormat(code: "#,##0.00")
///     format.text(ExactNumber("1234.5")!, language: .russian)  // "1 234,50"
///
/// Numbers are rounded exactly, a half away from zero, after the 15 significant digits that office
/// programs keep. Nothing here throws or traps: a code that is not understood shows every value as
/// `General` does, and `isUnderstood` says so.
public struct NumberFormat: Hashable, Sendable {
  /// Which program's habits a format follows where the two differ.
  enum Origin: Hashable, Sendable {
    /// ECMA-376: no dates and durations before 1899-12-30; "/" is the language's date separator;
    /// Russian months that stand alone are capitalised.
    case officeOpenXML
    /// OpenDocument 1.3: a style's language is that of its separators too.
    case openDocument
  }

  /// The code as it was given; "" for a data style of OpenDocument.
  public let code: String
  /// What kind of value it shows.
  public let shape: NumberShape
  /// False for a code that is broken, too long, or asks for what is not known here (the names of
  /// months in a third language, digits of another script).
  public let isUnderstood: Bool

  /// Tried one after another; none shows every number as `General` does.
  let sections: [FormatSection]
  /// Shows texts; nil shows them as they are.
  let textSection: FormatSection?
  let origin: Origin

  /// Numbers as they are, to 11 characters; texts as they are.
  public static let general = NumberFormat(code: "General")

  /// Numbers as LibreOffice shows them where a cell has no data style: with all 15 digits.
  package static let openDocumentGeneral = NumberFormat(
    sections: [], textSection: nil, shape: .plain, isUnderstood: true)

  /// What Excel shows for a date that its calendar does not have, and for a number that no section
  /// takes. Excel fills the width of the column; here it is always eight signs.
  package static let unshowable = "########"

  /// Reads a format code of ECMA-376, 18.8.31 ("dd.mm.yyyy", "#,##0.00;[Red]-#,##0.00"), with the
  /// letters of Russian programs too («ДД.ММ.ГГГГ», «# ##0,00»). An empty code is `General`.
  public init(code: String) {
    self.code = code
    shape = NumberFormatCode.shape(of: code)
    origin = .officeOpenXML
    // Bytes first: what is far too long is not counted in units.
    let isShort = code.utf8.count <= NumberFormatCode.longestCode * 3
    let units = isShort ? Array(code.utf16) : []
    guard isShort, units.count <= NumberFormatCode.longestCode,
      let parsed = try? FormatParser.parse(units)
    else {
      isUnderstood = false
      sections = []
      textSection = nil
      return
    }
    isUnderstood = true
    sections = code.isEmpty ? [] : parsed.numbers
    textSection = parsed.text
  }

  /// Reads a built-in format of ECMA-376, 18.8.30; an id without a meaning is `General`.
  ///
  /// - Parameter language: the built-in dates and amounts of money differ from one to another: 14
  ///   is "mm-dd-yy", in Russian "dd.mm.yyyy".
  public init(builtIn id: Int, language: DisplayLanguage) {
    self.init(code: BuiltInFormat.code(id, language: language))
  }

  /// A data style of OpenDocument.
  init(
    sections: [FormatSection], textSection: FormatSection?, shape: NumberShape,
    isUnderstood: Bool
  ) {
    code = ""
    self.shape = shape
    self.isUnderstood = isUnderstood
    self.sections = isUnderstood ? sections : []
    self.textSection = isUnderstood ? textSection : nil
    origin = .openDocument
  }
}
