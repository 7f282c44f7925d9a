/// Where something is put into a part.
enum ODSInsertion {
  case at(Int)
  /// Into an element that has nothing within: `<a/>` has to be opened for it.
  case into(ODSTag)
}

/// Places of a part that are to be replaced; everything between them stays byte for byte.
struct ODSSplices {
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

  var isEmpty: Bool { edits.isEmpty }

  /// What is replaced at one place stands in the order of the calls.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8] = []) {
    edits.append((range, bytes))
  }

  mutating func replace(_ range: Range<Int>, with text: String) {
    replace(range, with: Array(text.utf8))
  }

  mutating func insert(_ bytes: [UInt8], _ insertion: ODSInsertion, of whole: [UInt8]) {
    switch insertion {
    case .at(let place): replace(place..<place, with: bytes)
    case .into(let tag):
      // "/>" is what a tag that stands alone ends with.
      replace(
        tag.end - 2..<tag.end,
        with: Array(">".utf8) + bytes + Array("</".utf8) + whole[tag.nameRange]
          + Array(">".utf8))
    }
  }

  mutating func append(_ other: ODSSplices) { edits.append(contentsOf: other.edits) }

  /// - Parameters:
  ///   - range: the stretch that is wanted; nothing is replaced outside it.
  ///   - most: bytes that may come of it.
  func applied(
    to bytes: [UInt8], within range: Range<Int>, most: Int
  ) throws(AnnotationRefusal) -> [UInt8] {
    let order = edits.indices.sorted { rank($0) < rank($1) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var place = range.lowerBound
    for edit in order.map({ edits[$0] }) {
      guard edit.range.lowerBound >= place, edit.range.upperBound <= range.upperBound else {
        throw AnnotationRefusal(
          .unsplicable, part: ODSAnnotator.part,
          detail: "two changes meet at byte \(edit.range.lowerBound)")
      }
      result.append(contentsOf: bytes[place..<edit.range.lowerBound])
      result.append(contentsOf: edit.bytes)
      place = edit.range.upperBound
      guard result.count <= most else { throw Self.tooLong(most) }
    }
    result.append(contentsOf: bytes[place..<range.upperBound])
    guard result.count <= most else { throw Self.tooLong(most) }
    return result
  }

  /// What is put before a place comes before what replaces it.
  private func rank(_ index: Int) -> (Int, Int, Int) {
    (edits[index].range.lowerBound, edits[index].range.isEmpty ? 0 : 1, index)
  }

  static func tooLong(_ most: Int) -> AnnotationRefusal {
    AnnotationRefusal(
      .limit, part: ODSAnnotator.part, detail: "would be longer than the limit of \(most) bytes")
  }
}
