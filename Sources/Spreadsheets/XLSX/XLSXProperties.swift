import Markup

/// Producer and dates, from the two parts that hold them. The producer stands as it names itself:
/// "Microsoft Excel" with a version beside it, "LibreOffice/7.4.7.2$Linux_X86_64 …",
/// "ONLYOFFICE/2.5.565.0", "WPS Office_11.1.0.8597_…". Google Sheets does not name itself.
struct XLSXPropertiesReceiver: MarkupReceiver {
  private var application: String?
  private var version: String?
  private var created: String?
  private var modified: String?
  private var open = PropertyText()

  var properties: WorkbookProperties {
    let named = [application, version].compactMap { $0 }
    return WorkbookProperties(
      producer: named.isEmpty ? nil : named.joined(separator: " "), created: created,
      modified: modified)
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    open.begin(element.token)
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) { open.append(bytes) }

  mutating func end(_ token: Int32) throws(MarkupError) {
    let current = open.token
    guard let text = open.finish() else { return }
    switch current {
    case XLSXName.application: application = text
    case XLSXName.appVersion: version = text
    case XLSXName.created: created = text
    case XLSXName.modified: modified = text
    default: break
    }
  }
}
