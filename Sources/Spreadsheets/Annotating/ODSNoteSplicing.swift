import OpenDocument

/// The note of a cell (OpenDocument 1.3, part 3, 14.1): a cell has one, so what is said here stands
/// behind what somebody typed there before.
struct ODSNoteSplicing {
  /// Who says it.
  let author: String
  /// ISO 8601.
  let date: String
  let prefixes: ODSPrefixes

  /// The paragraph that parts somebody's own note from ours. By it ours is known again, however the
  /// file was saved since.
  var divider: String { Self.divider(of: author) }

  static func divider(of author: String) -> String { "– – – \(author):" }

  /// A note as it stands in a cell.
  private struct Found {
    var tag: ODSTag
    var range: Range<Int>
    var closing: Int
    var author: String?
    /// Where our paragraphs begin; nil for none.
    var ours: Int?
  }

  /// Takes away what an earlier copy said in a cell, and says something new.
  /// - Parameters:
  ///   - comment: nil for nothing new.
  ///   - splices: those of the cell's part.
  func edit(
    _ cell: ODSCellPlace, saying comment: String?, _ splices: inout ODSSplices
  ) throws(AnnotationRefusal) {
    var insertion: ODSInsertion = cell.tag.shape == .alone ? .into(cell.tag) : .at(cell.tag.end)
    var kept: Found?
    var scanner = cell.scanner
    while let tag = try scanner.next() {
      if tag.name == .rangeSource {
        insertion = .at(try scanner.skip(tag).end)
      } else if tag.name == .annotation {
        let note = try found(tag, &scanner)
        if note.author == author {
          splices.replace(note.range)
        } else {
          if let ours = note.ours { splices.replace(ours..<note.closing) }
          kept = kept ?? note
        }
      } else {
        _ = try scanner.skip(tag)
      }
    }
    guard let comment else { return }
    let paragraphs = ODSText.paragraphs(NewText.clean(comment))
    if let kept {
      let added = ODSText.paragraphs(divider) + paragraphs
      splices.insert(
        added.flatMap(prefixes.bytes(of:)),
        kept.tag.shape == .alone ? .into(kept.tag) : .at(kept.closing), of: scanner.bytes)
    } else {
      splices.insert(prefixes.bytes(of: note(paragraphs)), insertion, of: scanner.bytes)
    }
  }

  /// A cell that has nothing but a note.
  func note(saying comment: String) -> Element { note(ODSText.paragraphs(NewText.clean(comment))) }

  private func note(_ paragraphs: [Element]) -> Element {
    let head = [
      Element("dc:creator", text: NewText.clean(author)),
      Element("dc:date", text: NewText.clean(date)),
    ]
    return Element("office:annotation", elements: head + paragraphs)
  }

  private func found(
    _ tag: ODSTag, _ scanner: inout ODSTagScanner
  ) throws(AnnotationRefusal) -> Found {
    var note = Found(tag: tag, range: tag.range, closing: tag.end)
    guard tag.shape == .opening else { return note }
    while let child = try scanner.next() {
      if child.shape == .closing {
        note.range = tag.range.lowerBound..<child.range.upperBound
        note.closing = child.range.lowerBound
        return note
      }
      let (end, closing) = try scanner.skip(child)
      let text = child.end <= closing ? scanner.text(child.end..<closing) : ""
      if child.name == .creator { note.author = text }
      if note.ours == nil, child.name != .creator, text == divider {
        note.ours = child.range.lowerBound
      }
      if note.ours == nil { note.closing = end }
    }
    return note
  }
}
