/// What a document of XML may ask of its reader.
package struct MarkupLimits: Hashable, Sendable {
  /// Elements within one another. Office documents stay under 40; a sub-table adds four.
  package var depth = 256
  /// Bytes between the ends of two tags. The push parser is quadratic in one long text (0.7 s for
  /// 16 MB, 17 s for 64 MB) and in the attributes of one tag (50 s for 400,000).
  package var longestRun = 1 << 20
  /// Attributes and namespace declarations of one element. Office documents have under 100.
  package var attributes = 1_000
  /// Distinct names of elements and attributes. Office documents have some 200; libxml2 becomes slow
  /// with a million of them.
  package var names = 10_000
  /// Nodes and attributes of a tree; streams have no such limit. A template of a hundred pages
  /// has some 50,000.
  package var nodes = 2_000_000

  package init() {}

  /// For a document that a user made as a template: its pictures stand in it as one text each.
  package static let template = {
    var limits = MarkupLimits()
    limits.longestRun = 8 << 20
    return limits
  }()
}
