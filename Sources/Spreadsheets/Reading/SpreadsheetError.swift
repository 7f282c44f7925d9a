import Archives
import Markup

/// Why a workbook could not be read.
public struct SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why; more may come.
  public struct Code: Hashable, Sendable {
    /// The same in every version: "spreadsheet.limit".
    public let name: String

    /// The bytes are no workbook; `FileVerdict` says what they are.
    public static let notAWorkbook = Code(name: "spreadsheet.not-a-workbook")
    /// A part that the workbook needs is missing, damaged or not well formed.
    public static let damaged = Code(name: "spreadsheet.damaged")
    /// The file asks for more than `SpreadsheetLimits` allow.
    public static let limit = Code(name: "spreadsheet.limit")
    /// The workbook has a password.
    public static let encrypted = Code(name: "spreadsheet.encrypted")
    /// The file could not be opened, or the disk does not give its bytes.
    public static let unreadable = Code(name: "spreadsheet.unreadable")
  }

  /// Why.
  public let code: Code
  /// The part of the file that it is about; "" for the whole.
  public let part: String
  /// What was found, with place, value and limit, for a programmer.
  public let detail: String
  /// What the file is instead of a workbook; nil for a workbook that could not be read.
  public let verdict: FileVerdict?

  /// An error of a reader of one's own.
  public init(
    _ code: Code, part: String = "", detail: String, verdict: FileVerdict? = nil
  ) {
    self.verdict = verdict
    self.code = code
    self.part = part
    self.detail = detail
  }

  init(_ error: ArchiveError) {
    let code: Code =
      switch error.code {
      case .limit: .limit
      case .encrypted: .encrypted
      case .notAnArchive, .cutOff: .notAWorkbook
      case .unreadable: .unreadable
      default: .damaged
      }
    self.init(code, part: error.part, detail: error.detail)
  }

  init(_ error: MarkupError, part: String) {
    let isLimit = [.tooDeep, .tooLong, .tooLarge].contains(error.code)
    self.init(isLimit ? .limit : .damaged, part: part, detail: error.description)
  }

  /// Code, part and detail.
  public var description: String {
    part.isEmpty ? "\(code.name): \(detail)" : "\(code.name): \(part): \(detail)"
  }
}
