/// What the YAML files of a pack or a campaign may ask for. A test can lower each.
package struct PackLimits: Sendable, Hashable {
  /// Bytes of one file. The longest of a real pack has some 100 KB.
  package var fileBytes = 4_000_000
  /// Nodes of one file with its aliases followed: an alias of an alias grows a small file without
  /// bound. A real file has some 5,000.
  package var nodes = 200_000
  /// Levels of one file; a form's deepest value stands at the tenth.
  package var depth = 40
  /// Bindings of a pack: one that describes more kinds of foreign tables is no pack.
  package var bindings = 100

  package init() {}
}
