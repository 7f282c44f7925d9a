package import Expressions

/// What the texts and conditions of a pack may name: the loader refuses all else, and whoever
/// evaluates them provides exactly this.
package enum Vocabulary {
  /// Names that the tags of sentences, recommendations and measures see; `Sentence` says what each
  /// is.
  package static let occasionNames = [
    "period", "previous_period", "next_period", "value", "previous", "change", "target",
    "numerator", "denominator", "coverage_given", "coverage_expected", "lowest", "highest",
    "lowest_unit", "highest_unit", "unit_name",
  ]

  /// Names that the tags of a pack's fixed paragraphs may use besides: those that word what
  /// several indicators or units share, and the place of publication.
  package static let paragraphNames = [
    "publication", "label", "labels", "title", "parts", "row_title", "measured", "units",
    "compared", "lacking", "expected", "given", "before_given", "before_expected",
  ]

  /// Names that the tags of letters to units may use (`letter_errors` and its like); the letter that
  /// has no such thing leaves the paragraph out.
  package static let letterNames = [
    "head", "unit", "period", "form", "file", "verdict", "action", "deadline", "forms_to",
    "remarks",
    "more", "attachments", "reason", "executor", "organisation",
  ]

  /// What the names of a pack's texts that are letters begin with.
  package static let letterPrefix = "letter_"

  /// Names that the tags of terms see: nothing need have fired there.
  package static let termNames = ["period", "previous_period", "next_period"]

  /// Functions of all those texts: `plural(n, one, few, many)` gives the form of the word alone,
  /// `number(n)` words a number.
  package static let textFunctions = [
    FunctionSignature("plural", 4), FunctionSignature("number", 1),
  ]

  /// `previous(field)` is last year's value.
  package static let rulePrevious = FunctionSignature("previous", 1)
  /// `cell(field, "member")` is the value of a table's column in the row of that member of its
  /// dictionary.
  package static let ruleCell = FunctionSignature("cell", 2)
  /// `nonzero_cells()` counts the form's number cells that are not zero.
  package static let ruleNonzero = FunctionSignature("nonzero_cells", 0)
  /// `unchanged_cells()` counts those of them that equal last year's.
  package static let ruleUnchanged = FunctionSignature("unchanged_cells", 0)

  /// Functions of rules beside the language's own.
  package static let ruleFunctions = [rulePrevious, ruleCell, ruleNonzero, ruleUnchanged]

  /// What rules over several fields call the one that they look at.
  package static let ruleValue = "value"
  /// The row that a rule looks at, and what may be named of it: `row.title`, `row.code`.
  package static let ruleRow = "row"
  package static let ruleRowMembers = ["title", "code"]
}
