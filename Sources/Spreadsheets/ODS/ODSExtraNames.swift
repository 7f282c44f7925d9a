import Markup

/// The names of OpenDocument that only what is read on request needs, by token. They go beside
/// those of `ODSName`, whose tokens stand for the names that both know.
enum ODSExtraName {
  static let creator: Int32 = 201
  static let validation: Int32 = 202
  static let helpMessage: Int32 = 203
  static let errorMessage: Int32 = 204
  static let namedRange: Int32 = 205
  static let namedExpression: Int32 = 206
  static let databaseRange: Int32 = 207
  static let meta: Int32 = 208
  static let created: Int32 = 209

  static let validationName: Int32 = 221
  static let condition: Int32 = 222
  static let allowsEmpty: Int32 = 223
  static let baseCell: Int32 = 224
  static let title: Int32 = 225
  static let messageType: Int32 = 226
  static let isProtected: Int32 = 227
  static let protectionKey: Int32 = 228
  static let isStructureProtected: Int32 = 229
  static let rangeAddress: Int32 = 230
  static let expression: Int32 = 231
  static let isHidden: Int32 = 232
  static let targetRange: Int32 = 233
  static let containsHeader: Int32 = 234

  private static let tableSpace = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  private static let officeSpace = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  private static let extendedSpace =
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
  private static let metaSpace = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"

  /// For `content.xml` and flat files, beside `ODSName.content`.
  static let content: [KnownName] = [
    KnownName("http://purl.org/dc/elements/1.1/", "creator", creator),
    KnownName(tableSpace, "content-validation", validation),
    KnownName(tableSpace, "help-message", helpMessage),
    KnownName(tableSpace, "error-message", errorMessage),
    KnownName(tableSpace, "named-range", namedRange),
    KnownName(tableSpace, "named-expression", namedExpression),
    KnownName(tableSpace, "database-range", databaseRange),
    KnownName(tableSpace, "content-validation-name", validationName),
    KnownName(tableSpace, "condition", condition),
    KnownName(tableSpace, "allow-empty-cell", allowsEmpty),
    KnownName(tableSpace, "base-cell-address", baseCell), KnownName(tableSpace, "title", title),
    KnownName(tableSpace, "message-type", messageType),
    KnownName(tableSpace, "protected", isProtected),
    KnownName(tableSpace, "protection-key", protectionKey),
    KnownName(tableSpace, "structure-protected", isStructureProtected),
    KnownName(tableSpace, "cell-range-address", rangeAddress),
    KnownName(tableSpace, "expression", expression),
    // No standard has it yet; LibreOffice writes it in a namespace of its own.
    KnownName(tableSpace, "hidden", isHidden), KnownName(extendedSpace, "hidden", isHidden),
    KnownName(tableSpace, "target-range-address", targetRange),
    KnownName(tableSpace, "contains-header", containsHeader),
  ]

  /// For `meta.xml` and flat files, beside `ODSName.content`, which has the rest.
  static let properties: [KnownName] = [
    KnownName(officeSpace, "meta", meta), KnownName(metaSpace, "creation-date", created),
  ]
}
