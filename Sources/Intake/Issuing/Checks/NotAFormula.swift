import Monitoring

/// Why no formula says what a rule says: shown on the sheet beside the rule.
enum NotAFormula: Error, Hashable {
  /// It looks at a field that has no cell in this form.
  case noCell(FieldCode)
  /// It looks at another form.
  case otherForm
  /// It looks at words, marks or days, which a formula does not read as `collect` does.
  case notANumber
  /// It looks at a list whose rows are free.
  case freeRows
  /// It looks at a whole column of last year.
  case columnOfLastYear
  /// A function or a form of words that has no counterpart.
  case notExpressible
  /// Longer or deeper than office programs take.
  case tooLong

  /// The reason in Russian, to stand after the rule.
  var russian: String {
    switch self {
    case .noCell: "сведения берутся не из ячеек этой формы"
    case .otherForm: "сравнивается с другой формой"
    case .notANumber: "сравниваются не числа"
    case .freeRows: "число строк списка заранее неизвестно"
    case .columnOfLastYear: "нужна вся графа прошлого года"
    case .notExpressible: "формулой не записать"
    case .tooLong: "формула была бы слишком длинной"
    }
  }
}
