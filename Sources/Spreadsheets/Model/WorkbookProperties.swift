/// What a workbook says about itself.
public struct WorkbookProperties: Hashable, Sendable {
  /// "Microsoft Excel 16.0300", "LibreOffice/7.4.7.2$Linux_X86_64 …"; nil when it does not say.
  public var producer: String?
  /// When it was made, as it says: ISO 8601; nil when it does not say.
  public var created: String?
  /// When it was last saved, as it says: ISO 8601; nil when it does not say.
  public var modified: String?

  public init(producer: String? = nil, created: String? = nil, modified: String? = nil) {
    self.producer = producer
    self.created = created
    self.modified = modified
  }
}

/// What holds for a workbook as a whole.
public struct WorkbookDescription: Hashable, Sendable {
  /// Empty unless asked for.
  public var properties = WorkbookProperties()
  /// Empty unless asked for.
  public var names: [DefinedName] = []
  /// Whether sheets may not be added, removed or renamed; false unless asked for.
  public var isStructureProtected = false
  /// What is to be said of no sheet in particular: macros that were not looked at.
  public var notices: [Notice] = []

  public init() {}
}
