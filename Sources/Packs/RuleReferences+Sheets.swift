import Expressions
import Monitoring

extension RuleReferences {
  /// The section that a reference's numbers are of.
  func section(of reference: FormReference) throws(ExpressionError) -> FormSection {
    let forms = try reference.form.map { (name) throws(ExpressionError) in [try form(name)] }
    if let sheet = reference.sheet {
      return try section(called: sheet, in: forms ?? ownFormFirst)
    }
    guard let forms else {
      guard let section else { throw reference.error(.sheetExpected) }
      return section
    }
    // The only sheet of the form that has the number.
    let numbers = (reference.rows ?? reference.columns)?.first.text.plainNumber
    let sections = forms.flatMap(\.sections).filter { section in
      section.fields.contains { $0.number?.plainNumber == numbers }
    }
    guard let only = sections.first, sections.count == 1 else {
      throw reference.error(.sheetExpected)
    }
    return only
  }

  private func form(_ name: FormReference.Part) throws(ExpressionError) -> FormSchema {
    let text = name.text.folded
    let names = { (form: FormSchema) in
      [form.title.folded, form.code.rawValue.folded]
    }
    if let form = forms.first(where: { form in
      names(form).contains { $0 == text || $0 == "форма \(text)" }
    }) {
      return form
    }
    throw name.error(
      .unknownForm, nearest: Suggestion.nearest(to: name.text, among: forms.map(\.title)))
  }

  /// Another form may have a sheet of the same name.
  private var ownFormFirst: [FormSchema] {
    let own = forms.filter { form in form.sections.contains { $0.code == section?.code } }
    return own + forms.filter { form in !own.contains { $0.code == form.code } }
  }

  private func section(
    called name: FormReference.Part, in forms: [FormSchema]
  ) throws(ExpressionError) -> FormSection {
    let sections = forms.flatMap(\.sections)
    let text = name.text.folded
    if let section = sections.first(where: {
      [$0.sheet.folded, $0.title.folded, $0.code.rawValue.folded].contains(text)
    }) {
      return section
    }
    throw name.error(
      .unknownSheet, nearest: Suggestion.nearest(to: name.text, among: sections.map(\.sheet)))
  }
}

extension FormReference {
  func error(_ code: ExpressionError.Code) -> ExpressionError {
    ExpressionError(code, at: range, found: text)
  }
}

extension FormReference.Part {
  func error(
    _ code: ExpressionError.Code, nearest: String? = nil
  ) -> ExpressionError {
    ExpressionError(code, at: range, found: text, expected: nearest ?? "")
  }
}
