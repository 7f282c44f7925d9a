package import Expressions
import Wording

/// One thing that is wrong with a pack or a campaign's settings, and where. `message(_:)` words it.
package struct PackFault: Sendable, Hashable {
  /// Path of the file below the pack's folder: "rules.yaml".
  package var file: String
  /// Line and column, from 1; 0 when the file as a whole is meant.
  package var line: Int
  package var column: Int
  package var problem: Problem
  /// What was probably meant; nil when nothing is near.
  package var meant: String?

  package init(
    file: String, line: Int = 0, column: Int = 0, problem: Problem, meant: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
    self.meant = meant
  }

  /// What stands in a place of a YAML file.
  package enum Shape: String, Sendable, Hashable, CaseIterable {
    case text
    case list
    case mapping
    case flag
    case whole
    case number
    case year
    /// A column of a sheet: "B".
    case column
    /// A cell of a sheet: "A2".
    case cell
    case date
    case referenceDay
  }

  /// What a name in a pack names.
  package enum Reference: Sendable, Hashable {
    case dictionary
    case member(of: String)
    case field
    case section
    case indicator
    case form
    /// A name in the tags of a text or in a condition.
    case name
    case function
    /// A column of a roster.
    case column
  }

  package enum Problem: Sendable, Hashable {
    // The file.
    case missingFile
    case unreadableFile(reason: String)
    case tooLarge(bytes: Int, limit: Int)
    case tooManyNodes(limit: Int)
    case tooDeep(limit: Int)
    case notUTF8
    case notYAML(YAMLSlip)
    case emptyFile

    // A key and its value.
    case duplicateKey(String)
    case unknownKey(String)
    case missingKey(String)
    case wrongShape(needed: Shape)
    case notAllowed(String, allowed: [String])
    case badCode(String)
    case belowLeast(String, least: Int)
    case tooManyElements(of: String, limit: Int)
    case unknownFormat(Int, known: Int)

    // Codes and what they point at.
    case duplicateCode(String, line: Int)
    /// Two members of one dictionary, or two fields of one section, have one name for forms.
    case ambiguousName(String, other: String)
    case unknown(Reference, String)

    // Texts and conditions.
    case badExpression(ExpressionError)
    case wrongArgumentCount(function: String, needed: String)
    case ruleWithoutField
    /// A field of a table stands where there is no row.
    case fieldHasRows(String)
    /// `cell(…)` of a field that has no rows.
    case fieldHasNoRows(String)
    /// Values of two units are added or compared.
    case wrongUnit(String, beside: String)
    /// `previous(…)` stands inside another: nothing reaches two years back.
    case previousTwice
    /// Two keys, or a key and words of the text, say the same thing.
    case exclusive(String, String)
    case toleranceWithoutComparison

    // What belongs together.
    case notNumeric(field: String)
    case notWhole(field: String)
    case notInTable(field: String, dictionary: String)
    /// A count of a roster by no column of the table's dictionary.
    case notByDictionary(field: String, dictionary: String)
    /// A count of a roster fills what is no count of a counted section.
    case notCounted(field: String, form: String)
    /// A field that a roster should fill and nothing does.
    case uncounted(field: String)
    case denominatorMissing
    case denominatorOfCount
    case notInSection(indicator: String, section: String)
    case noTarget(indicator: String)
    case missingSentence(indicator: String, trigger: String)
    case missingRecommendation(addressee: String, section: String)
    case missingIdentity([String])
    /// An explanation is written in free rows, as text.
    case notAFreeText(field: String)
    /// Whom to ask stands in a text that names a person.
    case contactNotPersonal(field: String)
    /// What a row is about and the explanation stand in two sections.
    case explanationsApart
    case missingTemplate(path: String)
    case pathOutside(String)
    case fileNameWithoutUnit
    /// No coordinate of a foreign table stands in a column.
    case bindingWithoutRows

    // A campaign.
    case periodsNotAscending
    case unknownPeriod(String)
    /// No level of the tree, or the root's, hands in.
    case nobodyHandsIn
    case unknownTimeZone(String)
    /// The last period has no deadline.
    case deadlineMissing(period: String)
    /// Corrections end before forms are due.
    case correctionsBeforeDeadline
    /// `locked` names periods: closing one is a command.
    case lockedInSettings
  }
}

/// Why a pack or a campaign's settings were refused: all that is wrong at once.
package struct PackError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, CaseIterable {
    case refused = "pack.refused"
  }

  package let code: Code
  /// By file in the order of reading, then by line and column. Never empty.
  package let faults: [PackFault]

  init(_ faults: [PackFault]) {
    code = .refused
    self.faults = faults
  }

  package var description: String {
    (["\(faults.count) faults"] + faults.map { $0.message(.en) }).joined(separator: "\n")
  }
}
