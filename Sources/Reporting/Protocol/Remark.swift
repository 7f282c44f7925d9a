package import Findings

extension ProtocolMaterial {
  /// One finding, worded for a person.
  package struct Remark: Sendable, Hashable, Encodable {
    package var severity: Severity
    /// The file; empty where the unit handed in only one.
    package var file: String
    /// The hash of that file, by which files of one name are told apart; empty where `file` is.
    package var fileHash: String
    /// Empty for what is said of a file as a whole.
    package var sheet: String
    /// "C14": the cell to mend first; empty for what is said of a whole sheet.
    package var cell: String
    /// What the form calls the place: «строка 13»; empty when it has no name for it.
    package var spot: String
    /// The other cells that it is about, «C12», «Предметы!D8».
    package var related: [String]
    /// Headline: the rule and the values seen.
    package var message: String
    /// Why it matters; empty when the catalogue has no words for it.
    package var reason: String
    /// How to mend it; empty when there is nothing to mend.
    package var mend: String
    /// The stable code, by which an explanation names it.
    package var code: String
    /// What the unit wrote to close it; nil while it is open.
    package var explanation: String?
    /// What the office decided about it; nil while it is open.
    package var decision: Decision?
    /// Whether it comes from corrections of the office: the unit has nothing to do about it.
    package var comesFromOffice: Bool
    /// The correction that it then comes from; nil where it is not known which.
    package var correction: Decision?

    package init(
      severity: Severity, file: String = "", fileHash: String = "", sheet: String = "",
      cell: String = "",
      spot: String = "", related: [String] = [], message: String, reason: String = "",
      mend: String = "", code: String, explanation: String? = nil, decision: Decision? = nil,
      comesFromOffice: Bool = false, correction: Decision? = nil
    ) {
      self.severity = severity
      self.file = file
      self.fileHash = fileHash
      self.sheet = sheet
      self.cell = cell
      self.spot = spot
      self.related = related
      self.message = message
      self.reason = reason
      self.mend = mend
      self.code = code
      self.explanation = explanation
      self.decision = decision
      self.comesFromOffice = comesFromOffice
      self.correction = correction
    }

    /// Whether it waits for the unit.
    package var isOpen: Bool { explanation == nil && decision == nil && !comesFromOffice }

    /// Whether it waits for the office.
    package var isOfOffice: Bool { explanation == nil && decision == nil && comesFromOffice }

    /// «Кадры, C14», the sheet alone, or the file.
    package var place: String {
      [sheet.isEmpty ? "файл" : sheet, cell].filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }
}
