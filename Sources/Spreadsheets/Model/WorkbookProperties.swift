/// What a workbook says about itself.
public struct WorkbookProperties: Hashable, Sendable {
  /// "Microsoft Excel 16.0300", "LibreOffice/7.4.7.2$Linux_X86_64 …"; nil when it does not say.
  public var producer: String?
  /// When it was made, as it says: ISO 8601; nil when it does not say.
  public var created: String?
  /// When it was last saved, as it says: ISO 8601; nil when it does not say.
  public var modified: String?

  /// Properties that stand in no file.
  public init(producer: String? = nil, created: String? = nil, modified: String? = nil) {
    self.producer = producer
    self.created = created
    self.modified = modified
  }
}
