import Markup

/// The comments of a sheet (ECMA-376, 18.7), to which ours are added. Those that the school has
/// written keep every byte.
struct XLSXNoteBook {
  private var tree: PartTree
  private let authors: PartElement
  private let list: PartElement
  private let notes: [XLSXNote]
  private let author: String
  private var removed: Set<Int> = []
  private var cuts: [Int: Range<Int>] = [:]
  private var added: [(cell: CellAddress, text: String)] = []

  /// - Parameter author: who is named as the author of ours.
  init(_ bytes: [UInt8], part: String, author: String) throws(AnnotationRefusal) {
    tree = try PartTree(bytes, part: part, levels: 5)
    guard let authors = tree.child("authors", of: tree.root),
      let list = tree.child("commentList", of: tree.root)
    else { throw AnnotationRefusal(.unsplicable, part: part, detail: "lists no comments") }
    self.authors = authors
    self.list = list
    self.author = author
    notes = tree.children("comment", of: list).map { [tree] in XLSXNote($0, in: tree) }
  }

  static func empty(namespace: String) -> [UInt8] {
    Array(
      (XLSXPackage.declaration
        + #"<comments xmlns="\#(namespace)"><authors/><commentList/></comments>"#).utf8)
  }

  /// What is put before a remark that stands behind somebody's comment.
  static func heading(_ author: String) -> String { "\n\n\(author):\n" }

  /// What is taken out.
  struct Removal {
    /// The cells that have lost a remark.
    var touched: Set<CellAddress> = []
    /// Those of them that have no comment any more.
    var emptied: Set<CellAddress> = []
  }

  /// Takes out what an earlier copy has said; what somebody has typed before or behind it stays.
  mutating func removeFormer(_ remarks: FormerRemarks) -> Removal {
    var removal = Removal()
    for (index, note) in notes.enumerated() {
      let found = note.place(of: remarks)
      if found == note.whole || found == nil && !remarks.isKnown && name(of: note) == author {
        removed.insert(index)
        removal.emptied.insert(note.cell)
      } else if let found {
        cuts[index] = found
      } else {
        continue
      }
      removal.touched.insert(note.cell)
    }
    return removal
  }

  private func name(of note: XLSXNote) -> String? {
    guard let number = note.author else { return nil }
    let names = tree.children("author", of: authors)
    return names.indices.contains(number) ? MarkupText.said(tree.inner(names[number])) : nil
  }

  /// Says something at a cell: behind what somebody else has said there.
  /// - Returns: whether the cell had no comment.
  mutating func add(_ text: String, at cell: CellAddress) -> Bool {
    added.append((cell, text))
    return !notes.enumerated().contains { $1.cell == cell && !removed.contains($0) }
  }

  /// The part with all of it.
  consuming func finish() -> [UInt8] {
    for index in removed { tree.splices.remove(notes[index].element.range) }
    for (index, range) in cuts { notes[index].cut(range, from: &tree) }
    var new = MarkupWriter(declaration: false)
    let number = authorNumber()
    for (cell, text) in added {
      let standing = notes.enumerated().first { $1.cell == cell && !removed.contains($0) }
      if let (_, note) = standing {
        let run = self.run(Self.heading(author) + text)
        note.append(run, to: &tree)
      } else {
        new.start(
          tree.prefix + "comment", [("ref", "\(cell)"), ("authorId", "\(number ?? 0)")])
        new.start(tree.prefix + "text")
        write(text, to: &new)
        new.end()
        new.end()
      }
    }
    tree.append(new.bytes, to: list)
    return tree.finish()
  }

  /// Where something is added; nil where nothing is.
  private mutating func authorNumber() -> Int? {
    guard !added.isEmpty else { return nil }
    let names = tree.children("author", of: authors)
    if let number = names.firstIndex(where: { MarkupText.said(tree.inner($0)) == author }) {
      return number
    }
    var writer = MarkupWriter(declaration: false)
    writer.element(tree.prefix + "author", text: author)
    tree.append(writer.bytes, to: authors)
    return names.count
  }

  private func run(_ text: String) -> [UInt8] {
    var writer = MarkupWriter(declaration: false)
    write(text, to: &writer)
    return writer.bytes
  }

  /// A run in the font that Excel gives to comments.
  private func write(_ text: String, to writer: inout MarkupWriter) {
    writer.start(tree.prefix + "r")
    writer.start(tree.prefix + "rPr")
    writer.element(tree.prefix + "sz", [("val", "9")])
    writer.element(tree.prefix + "color", [("indexed", "81")])
    writer.element(tree.prefix + "rFont", [("val", "Tahoma")])
    writer.element(tree.prefix + "family", [("val", "2")])
    writer.end()
    writer.element(
      tree.prefix + "t", [("xml:space", "preserve")], text: MarkupText.escaped(text))
    writer.end()
  }
}
