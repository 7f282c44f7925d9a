/// A document as the parts of an OpenDocument 1.3 package (part 2).
package struct OpenDocumentPackage: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case text
    case spreadsheet

    package var mediaType: String {
      switch self {
      case .text: "application/vnd.oasis.opendocument.text"
      case .spreadsheet: "application/vnd.oasis.opendocument.spreadsheet"
      }
    }
  }

  /// A document within the document: a chart.
  package struct SubDocument: Sendable, Hashable {
    /// Its folder, without slash: "Object 1".
    package var name: String
    package var content: Element
    package var styles: Element

    package init(name: String, content: Element, styles: Element) {
      self.name = name
      self.content = content
      self.styles = styles
    }
  }

  /// A picture, or another part that is bytes already.
  package struct Attachment: Sendable, Hashable {
    /// Its place in the package: "Pictures/1.png".
    package var path: String
    package var mediaType: String
    package var bytes: [UInt8]

    package init(path: String, mediaType: String, bytes: [UInt8]) {
      self.path = path
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  package var kind: Kind
  /// `office:document-content`
  package var content: Element
  /// `office:document-styles`
  package var styles: Element
  package var metadata: Metadata
  /// `office:document-settings`: what a window shows, such as panes that stay. Nil: no such part.
  package var settings: Element?
  package var charts: [SubDocument]
  package var attachments: [Attachment]

  package init(
    kind: Kind, content: Element, styles: Element, metadata: Metadata, settings: Element? = nil,
    charts: [SubDocument] = [], attachments: [Attachment] = []
  ) {
    self.kind = kind
    self.content = content
    self.styles = styles
    self.metadata = metadata
    self.settings = settings
    self.charts = charts
    self.attachments = attachments
  }
}
