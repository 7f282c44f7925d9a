package import Findings

/// What a unit is told about its form: plain texts, already worded by the catalogue of findings.
package struct ProtocolMaterial: Sendable, Encodable {
  /// The form's files that count, its requisites and what the unit is to do with it.
  package struct Head: Sendable, Encodable {
    package var organisation: String
    /// The unit's name.
    package var unit: String
    /// «2021 год»; empty when unknown.
    package var period: String
    package var form: String
    /// Files that count, or all that could, joined with "; ".
    package var file: String
    /// The number of the version, from 1; nil while none counts.
    package var version: Int?
    /// ISO 8601, when the version came; empty while none counts.
    package var received: String
    /// ISO 8601, the last day for corrections; empty when the campaign has none.
    package var deadline: String
    /// Whether that day is over.
    package var isOverdue: Bool
    /// Where forms are sent: «на адрес …», «в …».
    package var formsTo: String
    /// The sheet on which warnings are explained; nil for a form without one.
    package var explanationSheet: String?
    package var executor: String
    /// ISO 8601, the day on which the period was closed; empty while it is open.
    package var closed: String

    package init(
      organisation: String, unit: String, period: String, form: String, file: String,
      version: Int?, received: String = "", deadline: String = "", isOverdue: Bool = false,
      formsTo: String = "", explanationSheet: String? = nil, executor: String = "",
      closed: String = ""
    ) {
      self.organisation = organisation
      self.unit = unit
      self.period = period
      self.form = form
      self.file = file
      self.version = version
      self.received = received
      self.deadline = deadline
      self.isOverdue = isOverdue
      self.formsTo = formsTo
      self.explanationSheet = explanationSheet
      self.executor = executor
      self.closed = closed
    }
  }

  /// What became of the copy of the unit's file with remarks in it.
  package enum Copy: Sendable, Hashable, Encodable {
    /// Nothing is to be marked.
    case none
    /// Names of the copies.
    case annotated([String])
    /// Why there is none, a clause that goes on a sentence, and the name of the list that comes
    /// instead.
    case listed(why: String, list: String)
  }

  /// What came of a form after it was sent back, unchanged.
  package enum Again: String, Sendable, Hashable, CaseIterable, Encodable {
    /// The same file.
    case file
    /// Another file with the same values: they count.
    case values
  }

  /// A form that was sent back.
  package struct Return: Sendable, Hashable, Encodable {
    package var reason: String
    package var author: String
    /// ISO 8601.
    package var at: String
    /// What came after that and mends nothing; nil where nothing did.
    package var again: Again?

    package init(reason: String, author: String, at: String, again: Again? = nil) {
      self.reason = reason
      self.author = author
      self.at = at
      self.again = again
    }
  }

  /// A value that a version changed, or that the office put right.
  package struct Change: Sendable, Hashable, Encodable {
    /// «стр. 13 «…»», by name.
    package var value: String
    /// As it is read: «12», «пусто».
    package var before: String
    package var after: String
    /// Of the office; nil for a change that the unit made.
    package var decision: Decision?

    package init(value: String, before: String, after: String, decision: Decision? = nil) {
      self.value = value
      self.before = before
      self.after = after
      self.decision = decision
    }
  }

  package var head: Head
  package var remarks: [Remark]
  /// The sheets in the order of the form, as the file calls them; others come after them.
  package var sheets: [String]
  /// How many times a rule could not be evaluated because an operand is missing.
  package var notEvaluated: Int
  /// Titles of forms that are still missing.
  package var absent: [String]
  package var returned: Return?
  /// Names of files that came after the one that counts and were not taken.
  package var refused: [String]
  /// Names of files of which none is known to count; empty where one does.
  package var undecided: [String]
  /// Names of files that came after the period was closed, beside those that had come before.
  package var late: [String]
  /// Values that the office put right.
  package var corrections: [Change]
  /// Against the version before, without what was changed in explanations.
  package var changes: [Change]
  package var copy: Copy

  package init(
    head: Head, remarks: [Remark], sheets: [String] = [], notEvaluated: Int = 0,
    absent: [String] = [], returned: Return? = nil, refused: [String] = [],
    undecided: [String] = [], late: [String] = [], corrections: [Change] = [],
    changes: [Change] = [],
    copy: Copy = .none
  ) {
    self.head = head
    self.remarks = remarks
    self.sheets = sheets
    self.notEvaluated = notEvaluated
    self.absent = absent
    self.returned = returned
    self.refused = refused
    self.undecided = undecided
    self.late = late
    self.corrections = corrections
    self.changes = changes
    self.copy = copy
  }
}
