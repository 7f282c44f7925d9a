import Archives
import Markup

/// Why a workbook could not be read.
public struct SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
  public struct Code: Hashable, Sendable {
    public let name: String

    /// The bytes are no workbook; `FileVerdict` says what they are.
    public static let notAWorkbook = Code(name: "spreadsheet.not-a-workbook")
    /// A part that the workbook needs is missing, damaged or not well formed.
    public static let damaged = Code(name: "spreadsheet.damaged")
    public static let limit = Code(name: "spreadsheet.limit")
    public static let encrypted = Code(name: "spreadsheet.encrypted")
    /// The file could not be opened, or the disk does not give its bytes.
    public static let unreadable = Code(name: "spreadsheet.unreadable")
  }

  public let code: Code
  /// The part of the file that it is about; "" for the whole.
  public let part: String
  public let detail: String
  /// What the file is instead of a workbook; nil for a workbook that could not be read.
  public let verdict: FileVerdict?

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

  public var description: String {
    part.isEmpty ? "\(code.name): \(detail)" : "\(code.name): \(part): \(detail)"
  }
}
