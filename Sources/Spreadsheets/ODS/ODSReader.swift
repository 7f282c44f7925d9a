import Archives
import Markup

/// Reads ODS and flat ODS (OpenDocument 1.3, part 3): of the package `content.xml`, and what else
/// is asked for, because the styles are most of the bytes of a small form.
enum ODSReader {
  private static let content = KnownNames(ODSName.content)
  /// With what stands beside the cells, and the formats of numbers.
  static let whole = KnownNames(
    ODSName.content + ODSExtraName.content + ODSStyleName.content + ODSExtraName.properties)
  private static let properties = KnownNames(ODSName.content + ODSExtraName.properties)

  static func read(
    archive: consuming Archive, request: ReadingRequest, into receiver: inout some CellReceiver
  ) throws(SpreadsheetError) -> WorkbookDescription {
    let limits = request.limits.markup
    var content = ODSContentReceiver(request: request)
    if request.wants(.displayedText), archive.part(named: "styles.xml") != nil {
      try readStyles(of: &archive, limits, into: &content)
    }
    try archive.parse("content.xml", names(for: request), limits, &content) {
      $0.deliver(to: &receiver)
    }
    var description = content.description
    description.notices = ArchiveVerdict.notices(archive)
    if request.wants(.properties), archive.part(named: "meta.xml") != nil {
      var meta = ODSProperties()
      // What it says about itself may be damaged at no cost.
      try? archive.parse("meta.xml", properties, limits, &meta)
      description.properties = meta.properties
    }
    return description
  }

  static func read(
    flat bytes: [UInt8], request: ReadingRequest, into receiver: inout some CellReceiver
  ) throws(SpreadsheetError) -> WorkbookDescription {
    var content = ODSContentReceiver(request: request)
    defer { content.deliver(to: &receiver) }
    do {
      try MarkupReader.read(bytes, names: whole, limits: request.limits.markup, to: &content) {
        $0.deliver(to: &receiver)
      }
    } catch {
      throw SpreadsheetError(error, part: "")
    }
    var description = content.description
    if request.wants(.properties) { description.properties = content.meta.properties }
    return description
  }

  private static func names(for request: ReadingRequest) -> KnownNames {
    let isPlain =
      !ODSExtras.isNeeded(for: request.contents) && !request.wants(.displayedText)
    return isPlain ? content : whole
  }

  /// A style sheet that is damaged costs the formats in it.
  private static func readStyles(
    of archive: inout Archive, _ limits: MarkupLimits, into content: inout ODSContentReceiver
  ) throws(SpreadsheetError) {
    guard var display = content.display.take() else { return }
    display.styles.part = .styles
    do throws(SpreadsheetError) {
      try archive.parse("styles.xml", whole, limits, &display)
    } catch {
      guard error.code != .limit else { throw error }
    }
    display.styles.part = .content
    content.display = display
  }
}

extension ODSContentReceiver {
  /// What holds for the workbook as a whole, once it is read.
  var description: WorkbookDescription {
    var description = WorkbookDescription()
    guard let extras else { return description }
    description.names = extras.names
    description.tables = extras.tables
    description.isStructureProtected = extras.isStructureProtected
    return description
  }
}
