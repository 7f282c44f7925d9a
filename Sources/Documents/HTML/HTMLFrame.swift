import Markup

/// The HTML page of a pack around the body of a document. Its tags are `{{ title }}`,
/// `{{ styles }}` (within `<style>`) and `{{ body }}`; each must be there, more than once if need
/// be. Everything else is passed on as it is.
package struct HTMLFrame: Sendable {
  enum Slot: String, CaseIterable {
    case title
    case styles
    case body
  }

  private enum Piece: Sendable {
    case text(String)
    case slot(Slot)
  }

  package let name: String
  private let pieces: [Piece]

  /// Throws `faultyTemplate` with all tags that are unknown or not there, by line.
  package init(parsing bytes: [UInt8], name: String) throws(DocumentError) {
    self.name = name
    var pieces: [Piece] = []
    var faults: [TemplateFault] = []
    var seen: Set<Slot> = []
    var line = 1
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    while let open = rest.firstRange(of: "{{") {
      let before = rest[..<open.lowerBound]
      pieces.append(.text(String(before)))
      line += before.count { $0.isNewline }
      rest = rest[open.upperBound...]
      let place = TemplatePlace(.line(line))
      guard let close = rest.firstRange(of: "}}") else {
        faults.append(TemplateFault(.openTag, at: place, quote: "{{" + rest.prefix(20)))
        break
      }
      let typed = rest[..<close.lowerBound]
      let word = typed.filter { !$0.isWhitespace }
      if let slot = Slot(rawValue: word) {
        pieces.append(.slot(slot))
        seen.insert(slot)
      } else {
        faults.append(
          TemplateFault(
            .unknownName, at: place, quote: "{{\(typed)}}", found: word,
            suggestion: Suggestion.nearest(to: word, among: Slot.allCases.map(\.rawValue))))
      }
      rest = rest[close.upperBound...]
    }
    pieces.append(.text(String(rest)))
    for slot in Slot.allCases where !seen.contains(slot) {
      faults.append(
        TemplateFault(
          .missingTag, at: TemplatePlace(.line(line)), quote: "{{ \(slot.rawValue) }}",
          expected: slot.rawValue))
    }
    self.pieces = pieces
    if !faults.isEmpty {
      throw DocumentError(
        .faultyTemplate, template: name, message: "faults: \(faults.count)", faults: faults)
    }
  }

  /// The page. `body` is markup already.
  func page(title: String, styles: String, body: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): bytes.append(contentsOf: text.utf8)
      case .slot(.title):
        var writer = MarkupWriter(declaration: false)
        writer.text(title)
        bytes += writer.bytes
      case .slot(.styles): bytes.append(contentsOf: styles.utf8)
      case .slot(.body): bytes += body
      }
    }
    return bytes
  }
}
