/// What a value is broken down by: the members of the dimensions of its row. Empty for a value
/// of the whole unit.
///
/// Its text form is "subject=mathematics", several parts joined with ";" in the order of the form.
package struct Breakdown: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
  package struct Part: Sendable, Hashable, Codable {
    /// The dictionary that the member is of, or "row" for the rows of a free list.
    package var dimension: ClassifierCode
    package var member: MemberCode

    package init(_ dimension: ClassifierCode, _ member: MemberCode) {
      self.dimension = dimension
      self.member = member
    }
  }

  /// The dimension of a section whose rows are free: its members are "1", "2", …
  package static let row: ClassifierCode = "row"
  /// No breakdown: the whole unit.
  package static let whole = Breakdown([])

  package var parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }
  package init(_ dimension: ClassifierCode, _ member: MemberCode) {
    parts = [Part(dimension, member)]
  }

  /// Reads the text form back; nil when a part is not "dimension=member".
  package init?(_ text: String) {
    guard !text.isEmpty else {
      self = .whole
      return
    }
    var parts: [Part] = []
    for piece in text.split(separator: ";", omittingEmptySubsequences: false) {
      let sides = piece.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return nil }
      parts.append(
        Part(ClassifierCode(rawValue: String(sides[0])), MemberCode(rawValue: String(sides[1]))))
    }
    self.parts = parts
  }

  /// The member of a dimension; nil when it is not broken down by it.
  package func member(of dimension: ClassifierCode) -> MemberCode? {
    parts.first { $0.dimension == dimension }?.member
  }

  package var isWhole: Bool { parts.isEmpty }

  package var description: String {
    parts.map { "\($0.dimension)=\($0.member)" }.joined(separator: ";")
  }

  package static func < (a: Breakdown, b: Breakdown) -> Bool { a.description < b.description }
}
