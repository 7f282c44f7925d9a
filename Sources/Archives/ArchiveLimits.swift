/// What an archive may ask of its reader. Ratios are not limited: ordinary style sheets inflate
/// a hundredfold; what is limited is what is really held or passed on.
package struct ArchiveLimits: Hashable, Sendable {
  /// Bytes of the whole archive as it came. A form is some 50 kB, a region's yearbook some 50 MB.
  package var archiveBytes = 256 << 20
  /// Entries of the directory. A workbook of a thousand sheets has some 3,000.
  package var entries = 20_000
  /// Bytes of the directory. An entry of an office program has 60 to 150; names, extra fields and
  /// comments of 64 kB each are made to fill the memory.
  package var directoryBytes = 8 << 20
  /// Inflated bytes of one part. Two million cells are some 100 MB.
  package var partBytes = 1 << 30
  /// Inflated bytes of all parts that are read, counted together.
  package var totalBytes = 2 << 30

  package init() {}
}
