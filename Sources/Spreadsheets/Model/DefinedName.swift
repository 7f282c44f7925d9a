/// A name for a range or a formula.
public struct DefinedName: Hashable, Sendable {
  /// As the file writes it; Excel's own begin with "_xlnm.".
  public var name: String
  /// The sheet that it is known in; nil for the whole workbook.
  public var sheet: String?
  /// What it stands for, in the notation of Excel without "=": "Кадры!$A$1:$B$9".
  public var formula: String
  /// Not listed by office programs: filters and the like.
  public var isHidden: Bool

  /// A name that stands in no file.
  public init(name: String, sheet: String? = nil, formula: String, isHidden: Bool = false) {
    self.name = name
    self.sheet = sheet
    self.formula = formula
    self.isHidden = isHidden
  }
}
