import Expressions
import Markup
import OpenDocument

/// A flat OpenDocument text (`.fodt`) with `{{ … }}` tags, read and checked once, filled many times.
package struct DocumentTemplate: Sendable {
  /// What findings and errors call it: its path in the pack.
  package let name: String
  private let flat: FlatTemplate
  private let body: [TemplateStep]
  private let masters: [TemplateStep]
  private let title: [TitlePiece]

  private enum TitlePiece: Sendable {
    case text(String)
    case tag(Tag, Expression)
  }

  /// Throws `notATemplate`, or `faultyTemplate` with all faults that can be seen without data.
  package init(parsing bytes: [UInt8], name: String) throws(DocumentError) {
    let root: MarkupNode
    do throws(MarkupError) {
      root = try MarkupNode(reading: bytes, limits: .template)
    } catch {
      throw DocumentError(.notATemplate, template: name, message: error.description)
    }
    guard let flat = Element(root).flatMap(FlatTemplate.init(root:)) else {
      throw DocumentError(
        .notATemplate, template: name,
        message: "line \(root.line): <\(root.name.qualified)> is no flat OpenDocument text (.fodt)")
    }
    self.name = name
    self.flat = flat
    var faults: [TemplateFault] = []
    body = Self.steps(for: flat.text, part: .body, &faults)
    masters = Self.steps(for: flat.masters, part: .body, &faults)
    title = Self.titlePieces(flat.title, &faults)
    if !faults.isEmpty {
      throw DocumentError(
        .faultyTemplate, template: name, message: "faults: \(faults.count)", faults: faults)
    }
  }

  private static func steps(
    for root: Element, part: TemplatePlace.Part, _ faults: inout [TemplateFault]
  ) -> [TemplateStep] {
    var reader = TemplateReader(part: part)
    let node = reader.read(root)
    var compiler = TemplateCompiler(tags: reader.tags)
    let steps = compiler.compile(node)
    faults += reader.faults + compiler.faults
    return steps
  }

  private static func titlePieces(
    _ title: String, _ faults: inout [TemplateFault]
  ) -> [TitlePiece] {
    let place = TemplatePlace(.title)
    var scan = TagScan([TemplateNode(kind: .text(title))])
    scan.run()
    faults += scan.unpaired.map { TemplateFault(.openTag, at: place, quote: $0) }
    var pieces: [TitlePiece] = []
    for piece in scan.pieces {
      switch piece {
      case .node(let node):
        if case .text(let text) = node.kind { pieces.append(.text(text)) }
      case .tag(let typed, _):
        do throws(TemplateFault) {
          let tag = try Tag(parsing: typed, at: place)
          guard case .value(let expression) = tag.kind else {
            throw TemplateFault(.badScope, at: place, quote: tag.quote)
          }
          pieces.append(.tag(tag, expression))
        } catch {
          faults.append(error)
        }
      }
    }
    return pieces
  }

  /// What would go wrong with data of this shape, branches that are not taken included; empty when
  /// all is well. Lists are looked into by their first element.
  package func faults(with record: TemplateRecord) -> [TemplateFault] {
    var inspection = TemplateInspection()
    inspection.inspect(titleSteps + masters + body, TemplateScope(record))
    return inspection.faults
  }

  /// The filled document. Throws `unfillable` with all faults of this filling.
  package func render(_ record: TemplateRecord) throws(DocumentError) -> RenderedDocument {
    let scope = TemplateScope(record)
    var filling = TemplateFilling()
    let title = filling.text(titleSteps, scope)
    let filledBody = filling.fill(body, scope).first
    let filledMasters = filling.fill(masters, scope).first
    if !filling.faults.isEmpty {
      throw DocumentError(
        .unfillable, template: name, message: "faults: \(filling.faults.count)",
        faults: filling.faults)
    }
    var nodes: [FilledNode] = []
    if case .element(_, let inner)? = filledBody { nodes = inner }
    // Headers hold no blocks, so that nothing is added by writing them.
    let book = StyleBook(flat)
    var writer = TextDocumentWriter(
      book: book, pages: PageStyles(flat, masters: flat.masters, book))
    let masterElement = filledMasters.flatMap { writer.elements($0).first } ?? flat.masters
    return RenderedDocument(
      template: flat, name: name, title: title, body: nodes, masters: masterElement)
  }

  private var titleSteps: [TemplateStep] {
    title.map { piece in
      switch piece {
      case .text(let text): .text(text, spans: [])
      case .tag(let tag, let expression): .value(tag, expression, spans: [])
      }
    }
  }
}
