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

  /// Names that the tags of terms see: nothing need have fired there.
  package static let termNames = ["period", "previous_period", "next_period"]

  /// Functions of all those texts: `plural(n, one, few, many)` gives the form of the word alone,
  /// `number(n)` words a number.
  package static let textFunctions = [
    FunctionSignature("plural", 4), FunctionSignature("number", 1),
  ]

  /// Functions of rules beside the language's own: `previous(field)` is last year's value;
  /// `nonzero_cells()` counts the form's number cells that are not zero, `unchanged_cells()` those
  /// of them that equal last year's.
  package static let ruleFunctions = [
    FunctionSignature("previous", 1), FunctionSignature("nonzero_cells", 0),
    FunctionSignature("unchanged_cells", 0),
  ]

  /// What rules over several fields call the one that they look at.
  package static let ruleValue = "value"
  /// The row that a rule looks at, and what may be named of it: `row.title`, `row.code`.
  package static let ruleRow = "row"
  package static let ruleRowMembers = ["title", "code"]
}
