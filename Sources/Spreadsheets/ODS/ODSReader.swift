import Archives
import Markup

/// Reads ODS and flat ODS (OpenDocument 1.3, part 3): of the package only `content.xml` and
/// `meta.xml`, because the styles are most of the bytes of a small form.
enum ODSReader {
  static func read(
    archive: consuming Archive, limits: SpreadsheetLimits, into receiver: inout some CellReceiver
  ) throws(SpreadsheetError) -> WorkbookProperties {
    var content = ODSContentReceiver(limits: limits)
    try archive.parse("content.xml", ODSName.content, limits.markup, &content) { content in
      content.deliver(to: &receiver)
    }
    var properties = content.properties
    if archive.part(named: "meta.xml") != nil {
      var meta = ODSContentReceiver(limits: limits)
      // What it says about itself may be damaged at no cost.
      try? archive.parse("meta.xml", ODSName.content, limits.markup, &meta)
      properties = meta.properties
    }
    return properties
  }

  static func read(
    flat bytes: [UInt8], limits: SpreadsheetLimits, into receiver: inout some CellReceiver
  ) throws(SpreadsheetError) -> WorkbookProperties {
    var content = ODSContentReceiver(limits: limits)
    defer { content.deliver(to: &receiver) }
    do {
      try MarkupReader.read(bytes, names: ODSName.content, limits: limits.markup, to: &content) {
        $0.deliver(to: &receiver)
      }
    } catch {
      throw SpreadsheetError(error, part: "")
    }
    return content.properties
  }
}
