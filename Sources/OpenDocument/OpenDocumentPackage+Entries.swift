extension OpenDocumentPackage {
  /// One file of the package.
  package struct Entry: Sendable, Hashable {
    package var path: String
    package var mediaType: String
    package var bytes: [UInt8]
  }

  /// The files in the order in which they are packed: the media type first, so that programs know
  /// the package by its first bytes, then the manifest, then the parts.
  package var entries: [Entry] {
    let parts = self.parts
    return [
      Entry(path: "mimetype", mediaType: "", bytes: Array(kind.mediaType.utf8)),
      Entry(path: "META-INF/manifest.xml", mediaType: "", bytes: manifest(of: parts).xml()),
    ] + parts
  }

  private var parts: [Entry] {
    var parts = [
      xmlPart("content.xml", content), xmlPart("styles.xml", styles),
      xmlPart("meta.xml", metadata.element),
    ]
    if let settings { parts.append(xmlPart("settings.xml", settings)) }
    for chart in charts {
      parts.append(xmlPart(chart.name + "/content.xml", chart.content))
      parts.append(xmlPart(chart.name + "/styles.xml", chart.styles))
    }
    parts += attachments.map { Entry(path: $0.path, mediaType: $0.mediaType, bytes: $0.bytes) }
    return parts
  }

  private func xmlPart(_ path: String, _ root: Element) -> Entry {
    Entry(path: path, mediaType: "text/xml", bytes: root.xml())
  }

  /// Lists the package, each folder that is a document, and each part; neither `mimetype` nor
  /// itself (part 2, 3.2).
  private func manifest(of parts: [Entry]) -> Element {
    var rows = [Self.row("/", kind.mediaType, version: "1.3")]
    rows += charts.map {
      Self.row($0.name + "/", "application/vnd.oasis.opendocument.chart", version: "1.3")
    }
    rows += parts.map { Self.row($0.path, $0.mediaType) }
    return Element("manifest:manifest", ["manifest:version": "1.3"], elements: rows)
  }

  private static func row(_ path: String, _ mediaType: String, version: String? = nil) -> Element {
    Element(
      "manifest:file-entry",
      [
        "manifest:full-path": path, "manifest:version": version, "manifest:media-type": mediaType,
      ])
  }
}
