/// What holds for a workbook as a whole.
public struct WorkbookDescription: Hashable, Sendable {
  /// Empty unless asked for.
  public var properties = WorkbookProperties()
  /// Empty unless asked for.
  public var names: [DefinedName] = []
  /// In the order of the file; empty unless asked for.
  public var tables: [SheetTable] = []
  /// Whether sheets may not be added, removed or renamed; false unless asked for.
  public var isStructureProtected = false
  /// What is to be said of no sheet in particular: macros that were not looked at.
  public var notices: [Notice] = []

  /// Of a workbook that says nothing of itself.
  public init() {}
}
