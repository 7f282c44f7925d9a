package import Wording

/// Where in a template something stands, as a person finds it in an office program.
package struct TemplatePlace: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case body
    /// The title in the document's properties.
    case title
    /// The header or footer of a page style.
    case pageStyle(String)
    /// A line of an HTML frame, from 1.
    case line(Int)
  }

  /// A cell of a table that stands in the template; all from 1.
  package struct Cell: Sendable, Hashable {
    package var table: Int
    package var row: Int
    package var column: Int
  }

  package var part: Part
  /// The nearest heading above; nil where there is none.
  package var heading: String?
  package var cell: Cell?
  /// The paragraph's number, from 1, empty ones counted: in its cell, or in the part outside of
  /// tables.
  package var paragraph: Int

  package init(_ part: Part, heading: String? = nil, cell: Cell? = nil, paragraph: Int = 1) {
    self.part = part
    self.heading = heading
    self.cell = cell
    self.paragraph = paragraph
  }

  /// «под заголовком «Кадры», таблица 2, строка 3, графа 1, абзац 1»
  package func text(in language: Language) -> String {
    let words = Words(language)
    var parts: [String] = []
    switch part {
    case .body: break
    case .title: return words.title
    case .pageStyle(let name): parts.append(words.pageStyle + " " + Typography.quoted(name))
    case .line(let number): return "\(words.line) \(number)"
    }
    if let heading { parts.append(words.below + " " + Typography.quoted(heading)) }
    if let cell {
      parts.append("\(words.table) \(cell.table)")
      parts.append("\(words.row) \(cell.row)")
      parts.append("\(words.column) \(cell.column)")
    }
    parts.append("\(words.paragraph) \(paragraph)")
    return parts.joined(separator: ", ")
  }

  private struct Words {
    let title, pageStyle, line, below, table, row, column, paragraph: String

    init(_ language: Language) {
      switch language {
      case .ru:
        (title, pageStyle) = ("название в свойствах документа", "колонтитул стиля страницы")
        (line, below, table, row) = ("строка", "под заголовком", "таблица", "строка")
        (column, paragraph) = ("графа", "абзац")
      case .en:
        (title, pageStyle) = (
          "title in the document's properties", "header or footer of page style"
        )
        (line, below, table, row) = ("line", "below heading", "table", "row")
        (column, paragraph) = ("column", "paragraph")
      }
    }
  }
}
