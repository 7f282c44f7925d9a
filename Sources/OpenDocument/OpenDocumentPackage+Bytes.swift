package import Archives

extension OpenDocumentPackage {
  /// The packed file; equal packages give equal bytes.
  package func bytes() throws(ArchiveError) -> [UInt8] {
    var archive = try ArchiveWriter()
    for entry in entries {
      // Programs look for the media type at a fixed place of the file (part 2, 3.3).
      try archive.add(
        entry.path, entry.bytes, method: entry.path == "mimetype" ? .stored : .deflated)
    }
    return try archive.finish()
  }
}
