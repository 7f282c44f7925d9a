import Archives

/// An archive of which some parts are replaced and some are added; all others keep their contents,
/// names and order.
struct SplicedArchive: ~Copyable {
  private var archive: Archive
  private var replaced: [String: [UInt8]] = [:]
  private var added: [(name: String, bytes: [UInt8])] = []

  init(_ bytes: [UInt8], limits: SpreadsheetLimits) throws(AnnotationRefusal) {
    archive = try Self.open(bytes, limits)
  }

  private static func open(
    _ bytes: [UInt8], _ limits: SpreadsheetLimits
  ) throws(AnnotationRefusal) -> Archive {
    let archive: Archive
    do {
      archive = try Archive(bytes: bytes, limits: limits.archive)
    } catch {
      throw AnnotationRefusal(error)
    }
    if let name = archive.repeatedNames.first {
      throw AnnotationRefusal(.unsplicable, part: name, detail: "stands in the archive twice")
    }
    return archive
  }

  /// Names of the parts, in their order.
  var names: [String] { archive.parts.map(\.name) }

  /// The contents of a part as they are now; nil for none.
  mutating func bytes(of name: String) throws(AnnotationRefusal) -> [UInt8]? {
    guard let part = archive.part(named: name) else {
      return added.first { $0.name == name }?.bytes
    }
    if let bytes = replaced[part.name] { return bytes }
    do {
      return try archive.bytes(of: part)
    } catch {
      throw AnnotationRefusal(error)
    }
  }

  /// Gives a part other contents, or adds it behind the others.
  mutating func put(_ name: String, _ bytes: [UInt8]) {
    if let part = archive.part(named: name) {
      replaced[part.name] = bytes
    } else if let place = added.firstIndex(where: { $0.name == name }) {
      added[place].bytes = bytes
    } else {
      added.append((name, bytes))
    }
  }

  /// The archive, written anew. What was stored stays stored: the first part of an ODS has to be.
  consuming func finish() throws(AnnotationRefusal) -> [UInt8] {
    do {
      var writer = try ArchiveWriter()
      for part in archive.parts {
        let bytes: [UInt8]
        if let other = replaced[part.name] {
          bytes = other
        } else {
          bytes = try archive.bytes(of: part)
        }
        try writer.add(part.name, bytes, method: part.isStored ? .stored : .deflated)
      }
      for (name, bytes) in added { try writer.add(name, bytes) }
      return try writer.finish()
    } catch {
      throw AnnotationRefusal(error)
    }
  }
}
