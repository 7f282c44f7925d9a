/// Cells of a form as the form notation names them: «форма «МС-2» лист «Кадры» стр.01 гр.3».
/// What it leaves out is for `FormReferences` to fill in.
package struct FormReference: Sendable, Hashable {
  /// What was written for a form, a sheet, a row or a column, and where.
  package struct Part: Sendable, Hashable {
    /// "03" for a number, «Физика» without its quotes.
    package var text: String
    package var range: Range<Int>
  }

  /// One row or column, or all from `first` to `last`, both included.
  package struct Span: Sendable, Hashable {
    package var first: Part
    package var last: Part?
  }

  package var form: Part?
  package var sheet: Part?
  /// Nil where only a column is named; one of the two at least is there.
  package var rows: Span?
  package var columns: Span?
  package var range: Range<Int>
  /// As it stands in the source, for messages.
  package var text: String
}

/// What a pack's forms call by numbers: rows and columns of sheets.
package protocol FormReferences {
  /// The cells that a reference names, a node each: a field's name, or
  /// `cell(field, "member")` for one row of a table. Never empty. Throws `unknownRow`,
  /// `unknownColumn`, `unknownSheet`, `unknownForm`, `sheetExpected`, `reversedRange`.
  func nodes(for reference: FormReference) throws(ExpressionError) -> [SyntaxNode]
}
