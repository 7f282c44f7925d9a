/// A name for a range or a formula.
public struct DefinedName: Hashable, Sendable {
  public var name: String
  /// The sheet that it is known in; nil for the whole workbook.
  public var sheet: String?
  /// What it stands for, in the notation of Excel without "=": "Кадры!$A$1:$B$9".
  public var formula: String
  /// Not listed by office programs: filters and the like.
  public var isHidden: Bool

  public init(name: String, sheet: String? = nil, formula: String, isHidden: Bool = false) {
    self.name = name
    self.sheet = sheet
    self.formula = formula
    self.isHidden = isHidden
  }
}
