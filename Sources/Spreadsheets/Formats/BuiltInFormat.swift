/// The built-in formats of SpreadsheetML (ECMA-376, 18.8.30), with what Excel shows for them in
/// each language.
enum BuiltInFormat {
  /// The code of an id; "General" for one without a meaning.
  static func code(_ id: Int, language: DisplayLanguage) -> String {
    switch id {
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 12: "# ?/?"
    case 13: "# ??/??"
    case 20: "h:mm"
    case 21: "h:mm:ss"
    case 45: "mm:ss"
    case 46: "[h]:mm:ss"
    case 47: "mm:ss.0"
    case 48: "##0.0E+0"
    case 49: "@"
    // Calendars and times of East Asia; elsewhere the plain date and time stand for them.
    case 27...31, 34...36, 50...54, 57, 58: code(14, language: language)
    case 32, 33, 55, 56: code(21, language: language)
    default:
      switch language {
      case .invariant: invariant(id)
      case .russian: russian(id)
      }
    }
  }

  private static func invariant(_ id: Int) -> String {
    switch id {
    case 5: ##""$"#,##0_);\("$"#,##0\)"##
    case 6: ##""$"#,##0_);[Red]\("$"#,##0\)"##
    case 7: ##""$"#,##0.00_);\("$"#,##0.00\)"##
    case 8: ##""$"#,##0.00_);[Red]\("$"#,##0.00\)"##
    case 14: "mm-dd-yy"
    case 15: "d-mmm-yy"
    case 16: "d-mmm"
    case 17: "mmm-yy"
    case 18: "h:mm AM/PM"
    case 19: "h:mm:ss AM/PM"
    case 22: "m/d/yy h:mm"
    case 37: "#,##0 ;(#,##0)"
    case 38: "#,##0 ;[Red](#,##0)"
    case 39: "#,##0.00;(#,##0.00)"
    case 40: "#,##0.00;[Red](#,##0.00)"
    case 41: ##"_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)"##
    case 42: ##"_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)"##
    case 43: ##"_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)"##
    case 44: ##"_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_)"##
    default: "General"
    }
  }

  private static func russian(_ id: Int) -> String {
    switch id {
    case 5: ##"#,##0\ "₽";\-#,##0\ "₽""##
    case 6: ##"#,##0\ "₽";[Red]\-#,##0\ "₽""##
    case 7: ##"#,##0.00\ "₽";\-#,##0.00\ "₽""##
    case 8: ##"#,##0.00\ "₽";[Red]\-#,##0.00\ "₽""##
    case 14: "dd.mm.yyyy"
    case 15: "dd.mmm.yy"
    case 16: "dd.mmm"
    case 17: "mmm.yy"
    case 18: "h:mm AM/PM"
    case 19: "h:mm:ss AM/PM"
    case 22: "dd.mm.yyyy h:mm"
    case 37: ##"#,##0\ _₽;\-#,##0\ _₽"##
    case 38: ##"#,##0\ _₽;[Red]\-#,##0\ _₽"##
    case 39: ##"#,##0.00\ _₽;\-#,##0.00\ _₽"##
    case 40: ##"#,##0.00\ _₽;[Red]\-#,##0.00\ _₽"##
    case 41: ##"_-* #,##0\ _₽_-;\-* #,##0\ _₽_-;_-* "-"\ _₽_-;_-@_-"##
    case 42: ##"_-* #,##0\ "₽"_-;\-* #,##0\ "₽"_-;_-* "-"\ "₽"_-;_-@_-"##
    case 43: ##"_-* #,##0.00\ _₽_-;\-* #,##0.00\ _₽_-;_-* "-"??\ _₽_-;_-@_-"##
    case 44: ##"_-* #,##0.00\ "₽"_-;\-* #,##0.00\ "₽"_-;_-* "-"??\ "₽"_-;_-@_-"##
    default: "General"
    }
  }
}
