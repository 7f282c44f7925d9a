import OpenDocument

/// The note of a cell (OpenDocument 1.3, part 3, 14.1): a cell has one, so what is said here stands
/// behind what somebody typed there before.
struct ODSNoteSplicing {
  /// Who says it.
  let author: String
  /// ISO 8601.
  let date: String
  let prefixes: ODSPrefixes
  /// What an earlier copy has said.
  let former: FormerRemarks

  /// The paragraph that parts somebody's own note from ours.
  static func divider(of author: String) -> String { "– – – \(author):" }

  /// A note as it stands in a cell.
  private struct Found {
    var tag: ODSTag
    var range: Range<Int>
    var closing: Int
    var author: String?
    var paragraphs: [(range: Range<Int>, text: String)] = []
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
        let ours = ours(in: note)
        let isWhole = ours.map { $0.count == note.paragraphs.count } ?? false
        if isWhole || ours == nil && !former.isKnown && note.author == author {
          splices.replace(note.range)
        } else {
          for paragraph in ours.map({ note.paragraphs[$0] }) ?? [] {
            splices.replace(paragraph.range)
          }
          kept = kept ?? note
        }
      } else {
        _ = try scanner.skip(tag)
      }
    }
    guard let comment else { return }
    let paragraphs = ODSText.paragraphs(NewText.clean(comment))
    if let kept {
      let added = ODSText.paragraphs(Self.divider(of: author)) + paragraphs
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
      if child.name == .paragraph {
        note.paragraphs.append((child.range.lowerBound..<end, text))
      }
    }
    return note
  }

  /// Which paragraphs of a note an earlier copy has written: the first ones, or those behind the
  /// divider and the divider. What somebody has typed behind them is not ours.
  private func ours(in note: Found) -> Range<Int>? {
    let texts = note.paragraphs.map(\.text)
    if let count = former.count(in: texts) { return 0..<count }
    for index in texts.indices where former.isHeading(texts[index]) {
      guard let count = former.count(in: texts[(index + 1)...]) else { continue }
      // XLSX parts them by blank lines, too.
      let before = texts[..<index].lastIndex { !FormerRemarks.plain($0).isEmpty }
      return (before.map { $0 + 1 } ?? 0)..<index + 1 + count
    }
    return nil
  }
}
