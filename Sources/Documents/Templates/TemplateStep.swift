import Expressions
import OpenDocument

/// A template as what is done to fill it.
indirect enum TemplateStep: Sendable {
  /// An element around what the steps make.
  case element(Element, spans: [Span], [TemplateStep])
  /// A paragraph around what the steps make. One that held control tags only vanishes with them
  /// when it comes out empty.
  case paragraph(Element, [TemplateStep], vanishes: Bool)
  case opaque(Element, spans: [Span])
  case text(String, spans: [Span])
  case value(Tag, Expression, spans: [Span])
  /// In place of a paragraph like `element`.
  case block(Tag, path: [String], like: Element)
  case loop(Tag, variable: String, list: [String], [TemplateStep])
  /// The first branch whose condition holds, nil for `else`.
  case choice([Branch])

  struct Branch: Sendable {
    var tag: Tag
    var condition: Expression?
    var steps: [TemplateStep]
  }
}
