import Markup

/// The names of what a workbook holds beyond its cells.
extension XLSXName {
  static let validation: Int32 = 201
  static let validationFirst: Int32 = 202
  static let validationSecond: Int32 = 203
  static let validationList: Int32 = 204
  static let validationCells: Int32 = 205
  static let sheetProtection: Int32 = 206
  static let comment: Int32 = 207
  static let author: Int32 = 208
  static let threadedComment: Int32 = 209
  static let threadText: Int32 = 210
  static let person: Int32 = 211
  static let table: Int32 = 212
  static let tableColumn: Int32 = 213
  static let definedName: Int32 = 214
  static let workbookProtection: Int32 = 215
  static let created: Int32 = 216

  // Attributes.
  static let kind: Int32 = 251
  static let comparison: Int32 = 252
  static let allowsBlank: Int32 = 253
  static let errorStyle: Int32 = 254
  static let showsPrompt: Int32 = 255
  static let showsError: Int32 = 256
  static let promptTitle: Int32 = 257
  static let prompt: Int32 = 258
  static let errorTitle: Int32 = 259
  static let error: Int32 = 260
  static let cells: Int32 = 261
  static let isProtected: Int32 = 262
  static let password: Int32 = 263
  static let passwordHash: Int32 = 264
  static let passwordAlgorithm: Int32 = 265
  static let authorID: Int32 = 266
  static let personID: Int32 = 267
  static let personKey: Int32 = 268
  static let displayName: Int32 = 269
  static let headerRows: Int32 = 270
  static let totalsRows: Int32 = 271
  static let localSheet: Int32 = 272
  static let locksStructure: Int32 = 273
  static let sharedIndex: Int32 = 274

  private static func any(_ local: String, _ token: Int32) -> KnownName {
    KnownName("*", local, token)
  }
  private static func plain(_ local: String, _ token: Int32) -> KnownName {
    KnownName(nil, local, token)
  }

  /// What `XLSXSheetExtras` knows: goes behind the names of the worksheet.
  static let sheetExtras = [
    plain("type", kind), plain("operator", comparison), plain("allowBlank", allowsBlank),
    plain("errorStyle", errorStyle), plain("showInputMessage", showsPrompt),
    plain("showErrorMessage", showsError), plain("promptTitle", promptTitle),
    plain("prompt", prompt), plain("errorTitle", errorTitle), plain("error", error),
    plain("sqref", cells), plain("sheet", isProtected), plain("password", password),
    plain("hashValue", passwordHash), plain("algorithmName", passwordAlgorithm),
    any("dataValidation", validation), any("formula1", validationFirst),
    any("formula2", validationSecond), any("list", validationList), any("sqref", validationCells),
    any("sheetProtection", sheetProtection), any("Fallback", fallback),
  ]
  /// What `XLSXFormulas.Head` knows beyond the names of the worksheet.
  static let formulaExtras = [plain("si", sharedIndex)]
  /// What the workbook's part says beyond its sheets: goes behind `workbook`.
  static let workbookExtras = [
    plain("localSheetId", localSheet), plain("hidden", hidden),
    plain("lockStructure", locksStructure), any("definedName", definedName),
    any("workbookProtection", workbookProtection),
  ]
  static let comments = KnownNames(
    [
      plain("ref", mergedReference), plain("authorId", authorID), any("author", author),
      any("comment", comment), any("t", text), any("rPh", phonetic),
    ])
  static let threads = KnownNames(
    [
      plain("ref", mergedReference), plain("personId", personID),
      any("threadedComment", threadedComment), any("text", threadText),
    ])
  static let people = KnownNames(
    [
      plain("id", personKey), plain("displayName", displayName), any("person", person),
    ])
  static let tables = KnownNames(
    [
      plain("name", name), plain("displayName", displayName), plain("ref", mergedReference),
      plain("headerRowCount", headerRows), plain("totalsRowCount", totalsRows), any("table", table),
      any("tableColumn", tableColumn),
    ])
}
