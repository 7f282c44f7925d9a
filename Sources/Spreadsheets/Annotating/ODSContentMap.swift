/// Where things stand in `content.xml` (OpenDocument 1.3, part 3, 3.1.3 and 9.1).
struct ODSContentMap {
  /// An automatic style of cells.
  struct Style {
    /// Its whole element.
    var range: Range<Int>
    /// With the prefixes that hold there.
    var scanner: ODSTagScanner
  }

  /// A sheet.
  struct Table {
    var name: String
    var tag: ODSTag
    /// Its whole element.
    var range: Range<Int>
    /// Behind its first tag.
    var scanner: ODSTagScanner
  }

  let bytes: [UInt8]
  private(set) var root: ODSTag
  private(set) var prefixes: ODSPrefixes
  /// By name as it is written.
  private(set) var styles: [String: Style] = [:]
  /// Names of automatic styles of any kind, as they are written.
  private(set) var styleNames: Set<String> = []
  private(set) var tables: [Table] = []
  /// Where a style is added; nil where the part has no automatic styles.
  private(set) var stylesEnd: ODSInsertion?
  /// Where the body begins.
  private(set) var body: Int?
  private var spreadsheet: ODSInsertion?
  private var firstTrailer: Int?

  /// - Throws: `.unsplicable` for what is no spreadsheet.
  init(_ bytes: [UInt8]) throws(AnnotationRefusal) {
    var scanner = ODSTagScanner(bytes)
    guard let root = try scanner.next(), root.name == .document, root.shape == .opening else {
      throw AnnotationRefusal(
        .unsplicable, part: ODSAnnotator.part, detail: "is no content of a document")
    }
    self.bytes = bytes
    self.root = root
    prefixes = ODSPrefixes(scanner.scopes, of: bytes)
    while let tag = try scanner.next(), tag.shape != .closing { try read(tag, &scanner) }
    guard spreadsheet != nil, body != nil else {
      throw AnnotationRefusal(.unsplicable, part: ODSAnnotator.part, detail: "has no spreadsheet")
    }
  }

  /// Where a table is added: behind the others.
  var tablesEnd: ODSInsertion {
    if let last = tables.last { return .at(last.range.upperBound) }
    if let firstTrailer { return .at(firstTrailer) }
    return spreadsheet ?? .at(root.end)
  }

  private mutating func read(
    _ tag: ODSTag, _ scanner: inout ODSTagScanner
  ) throws(AnnotationRefusal) {
    switch tag.name {
    case .automaticStyles where stylesEnd == nil:
      stylesEnd = .into(tag)
      if tag.shape == .opening { stylesEnd = .at(try readStyles(&scanner)) }
    case .body where body == nil:
      body = tag.range.lowerBound
      if tag.shape == .opening { try readBody(&scanner) }
    default: _ = try scanner.skip(tag)
    }
  }

  /// - Returns: where the closing tag begins.
  private mutating func readStyles(_ scanner: inout ODSTagScanner) throws(AnnotationRefusal) -> Int
  {
    while let tag = try scanner.next() {
      guard tag.shape != .closing else { return tag.range.lowerBound }
      let attributes = scanner.attributes(of: tag)
      let inner = scanner
      let (end, _) = try scanner.skip(tag)
      guard let name = attributes.first(.style, "name").map({ scanner.raw($0.value) }) else {
        continue
      }
      styleNames.insert(name)
      let family = attributes.first(.style, "family").map { scanner.raw($0.value) }
      guard tag.name == .style, family == "table-cell" else { continue }
      let range = tag.range.lowerBound..<end
      styles[name] = Style(range: range, scanner: inner.within(range))
    }
    return scanner.bytes.count
  }

  private mutating func readBody(_ scanner: inout ODSTagScanner) throws(AnnotationRefusal) {
    while let tag = try scanner.next(), tag.shape != .closing {
      guard tag.name == .spreadsheet, spreadsheet == nil else {
        _ = try scanner.skip(tag)
        continue
      }
      spreadsheet = .into(tag)
      if tag.shape == .opening { spreadsheet = .at(try readTables(&scanner)) }
    }
  }

  /// - Returns: where the closing tag begins.
  private mutating func readTables(_ scanner: inout ODSTagScanner) throws(AnnotationRefusal) -> Int
  {
    while let tag = try scanner.next() {
      guard tag.shape != .closing else { return tag.range.lowerBound }
      let inner = scanner
      let (end, closing) = try scanner.skip(tag)
      if tag.name == .table {
        let name = inner.attributes(of: tag).first(.table, "name").map { inner.text($0.value) }
        tables.append(
          Table(
            name: name ?? "", tag: tag, range: tag.range.lowerBound..<end,
            scanner: inner.within(tag.end..<closing)))
      } else if tag.name == .trailer, firstTrailer == nil {
        firstTrailer = tag.range.lowerBound
      }
    }
    return scanner.bytes.count
  }
}
