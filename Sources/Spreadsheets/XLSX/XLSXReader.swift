import Archives
import Markup

/// Reads XLSX (ECMA-376): finds the parts by their relations, holds the shared strings and the
/// shapes of the cell formats, and reads each sheet when it is asked for.
struct XLSXReader: ~Copyable {
  struct SheetPart: Hashable, Sendable {
    var name: String
    var isHidden: Bool
    /// Nil for a sheet whose part is not there: it has no cells.
    var part: String?
  }

  private(set) var sheets: [SheetPart] = []
  /// What holds for the workbook as a whole, as far as it was asked for.
  var description = WorkbookDescription()
  var archive: Archive
  let limits: SpreadsheetLimits
  /// State of what is read beside the sheets (`XLSXReader+Extras`).
  var extras = XLSXExtras()
  private let request: ReadingRequest
  private var shared = SharedStrings.none
  private var formats = XLSXCellFormats()
  private var is1904 = false

  private init(archive: consuming Archive, request: ReadingRequest) {
    self.archive = archive
    self.request = request
    limits = request.limits
  }

  /// Opens a workbook and reads what all its sheets share.
  static func open(
    _ archive: consuming Archive, request: ReadingRequest
  ) throws(SpreadsheetError) -> XLSXReader {
    var reader = XLSXReader(archive: archive, request: request)
    try reader.readSharedParts(request.contents)
    return reader
  }

  private mutating func readSharedParts(
    _ contents: WorkbookContents
  ) throws(SpreadsheetError) {
    let root = try relations(of: "")
    let workbook =
      root.first { $0.kind == "officeDocument" }?.target
      ?? archive.parts.first { $0.folded.hasSuffix("workbook.xml") }?.name
      ?? "xl/workbook.xml"
    guard archive.part(named: workbook) != nil else {
      throw SpreadsheetError(
        .damaged, part: workbook, detail: "the part that lists the sheets is not there")
    }
    var list = XLSXWorkbookReceiver(limits: limits, contents: contents)
    try parse(workbook, XLSXName.workbook, &list)
    is1904 = list.is1904
    description.names = list.definedNames
    description.isStructureProtected = list.isStructureProtected
    description.notices = ArchiveVerdict.notices(archive)
    let related = try relations(of: workbook)
    extras.peoplePart = related.first { $0.kind == "person" }?.target
    for entry in list.sheets {
      let relation = related.first { $0.id == entry.relation }
      // A chart or dialogue sheet has no cells, and no other program lists it as one that has.
      if let relation, relation.kind != "worksheet" { continue }
      let part = relation.flatMap { relation in
        archive.part(named: relation.target) != nil ? relation.target : nil
      }
      sheets.append(SheetPart(name: entry.name, isHidden: entry.isHidden, part: part))
    }
    let folder = PartPath(workbook).folder
    let strings =
      related.first { $0.kind == "sharedStrings" }?.target ?? folder + "/sharedStrings.xml"
    if archive.part(named: strings) != nil {
      var receiver = XLSXSharedStringsReceiver(limits: limits)
      try parse(strings, XLSXName.sharedStrings, &receiver)
      shared = receiver.finish()
    }
    let styles = related.first { $0.kind == "styles" }?.target ?? folder + "/styles.xml"
    if archive.part(named: styles) != nil {
      var receiver = XLSXStylesReceiver(request: request)
      try parse(styles, XLSXName.styles, &receiver)
      formats = receiver.cells
    }
    if contents.contains(.properties) { description.properties = readProperties(root) }
  }

  /// All sheets that the receiver wants, in the order of the workbook.
  mutating func read(into receiver: inout some CellReceiver) throws(SpreadsheetError) {
    var counts = XLSXSheetReceiver.Counts()
    let names = XLSXName.worksheet(for: request.contents)
    for entry in sheets {
      let heading = SheetHeading(name: entry.name, isHidden: entry.isHidden)
      guard receiver.sheet(heading), let part = entry.part else { continue }
      var sheet = XLSXSheetReceiver(
        shared: shared, formats: formats, is1904: is1904, isHidden: entry.isHidden,
        request: request, counts: counts)
      try archive.parse(part, names, limits.markup, &sheet) { $0.deliver(to: &receiver) }
      counts = sheet.counts
      let beside = try facts(besides: part, of: entry.name, contents: request.contents)
      for fact in beside { receiver.fact(fact) }
    }
  }

  mutating func relations(
    of part: String
  ) throws(SpreadsheetError) -> [XLSXRelation] {
    let path = PartPath(part)
    let name = path.relations
    guard archive.part(named: name) != nil else { return [] }
    var receiver = XLSXRelationsReceiver(folder: path.folder, limit: limits.entries)
    try parse(name, XLSXName.relations, &receiver)
    return receiver.relations
  }

  mutating func parse(
    _ name: String, _ names: KnownNames, _ receiver: inout some MarkupReceiver
  ) throws(SpreadsheetError) {
    try archive.parse(name, names, limits.markup, &receiver)
  }
}

extension Archive {
  /// Inflates a part straight into a parser, chunk by chunk.
  ///
  /// `afterChunk` takes out what a chunk has brought, also the one that ends in an error.
  mutating func parse<Receiver: MarkupReceiver>(
    _ name: String, _ names: KnownNames, _ limits: MarkupLimits,
    _ receiver: inout Receiver, afterChunk: (inout Receiver) -> Void = { _ in }
  ) throws(SpreadsheetError) {
    defer { afterChunk(&receiver) }
    guard let part = part(named: name) else {
      throw SpreadsheetError(.damaged, part: name, detail: "the part is not there")
    }
    var reader = MarkupReader(names: names, limits: limits)
    var fault: MarkupError?
    do {
      try read(part) { (chunk) throws(ArchiveError) in
        do throws(MarkupError) {
          try reader.feed(chunk, to: &receiver)
          afterChunk(&receiver)
          return true
        } catch {
          fault = error
          return false
        }
      }
    } catch {
      throw SpreadsheetError(error)
    }
    do throws(MarkupError) {
      if let fault { throw fault }
      try reader.finish(to: &receiver)
    } catch {
      throw SpreadsheetError(error, part: name)
    }
  }
}
