/// What a document of XML may ask of its reader.
package struct MarkupLimits: Hashable, Sendable {
  /// Elements within one another. Office documents stay under 40; a sub-table adds four.
  package var depth = 256
  /// Bytes between the ends of two tags. The push parser is quadratic in one long text:
  /// 0.7 s for 16 MB, 17 s for 64 MB.
  package var longestRun = 8 << 20
  /// Nodes and attributes of a tree; streams have no such limit. A template of a hundred pages
  /// has some 50,000.
  package var nodes = 2_000_000

  package init() {}
}
