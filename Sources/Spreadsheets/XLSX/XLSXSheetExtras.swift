import Markup

/// Collects what a worksheet says outside its cells: what cells accept, and that the sheet is
/// protected. It is fed every event that does not stand in `sheetData`.
struct XLSXSheetExtras: MarkupReceiver {
  /// In the order of the file; those who take them empty it.
  var facts: [SheetFact] = []
  /// Ranges of validations: those of the sheets before are counted too.
  private(set) var validated: Int

  private let contents: WorkbookContents
  private let limits: SpreadsheetLimits
  private var draft: XLSXValidationDraft?
  private var text: XLSXCollectedText
  private var fallbackDepth = 0

  init(contents: WorkbookContents, limits: SpreadsheetLimits, validatedBefore: Int = 0) {
    self.contents = contents
    self.limits = limits
    validated = validatedBefore
    text = XLSXCollectedText(limit: limits.textBytes)
  }

  /// Whether any of what it collects is asked for: it need not be fed otherwise.
  static func isNeeded(for contents: WorkbookContents) -> Bool {
    !contents.isDisjoint(with: [.validations, .protection])
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.validation:
      guard contents.contains(.validations), fallbackDepth == 0 else { return }
      draft = XLSXValidationDraft(element, limits: limits)
    case XLSXName.validationFirst, XLSXName.validationSecond, XLSXName.validationList,
      XLSXName.validationCells:
      // A reference of x14 stands in an element of its own in `formula1`: its text is all there is.
      if draft != nil { text.open() }
    case XLSXName.sheetProtection:
      guard contents.contains(.protection), fallbackDepth == 0 else { return }
      protect(element)
    case XLSXName.fallback: fallbackDepth += 1
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    switch token {
    case XLSXName.validationFirst:
      let formula = text.formula
      draft?.first = formula
    case XLSXName.validationSecond:
      let formula = text.formula
      draft?.second = formula
    case XLSXName.validationList:
      let list = text.text
      draft?.list = list
    case XLSXName.validationCells:
      let ranges = XLSXReference.ranges(text.bytes.span, limits: limits)
      draft?.ranges = ranges
    case XLSXName.validation: return try finish()
    case XLSXName.fallback:
      fallbackDepth -= 1
      return
    default: return
    }
    text.close()
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    try text.append(bytes)
  }

  private mutating func finish() throws(MarkupError) {
    text.close()
    guard let validation = draft.take()?.validation else { return }
    validated += validation.ranges.count
    guard validated <= limits.extras else {
      throw MarkupError(.tooLarge, detail: "more than \(limits.extras) ranges of validations")
    }
    facts.append(.validation(validation))
  }

  /// A password is kept as a hash, in one of two ways (ECMA-376, 18.3.1.85).
  private mutating func protect(_ element: borrowing MarkupElement) {
    guard element.flag(XLSXName.isProtected) ?? false else { return }
    let marks = [XLSXName.password, XLSXName.passwordHash, XLSXName.passwordAlgorithm]
    var hasPassword = false
    for mark in marks where element.string(mark)?.isEmpty == false { hasPassword = true }
    facts.append(.protection(SheetProtection(hasPassword: hasPassword)))
  }
}
