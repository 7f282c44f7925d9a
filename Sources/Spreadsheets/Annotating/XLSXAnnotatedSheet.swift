/// One sheet with its marks: the fills in its cells, the comments and their boxes in parts beside.
struct XLSXAnnotatedSheet {
  let name: String
  let part: String
  let marks: [CellAddress: XLSXMarks.Said]
  let former: FormerCopy
  let author: String
  let namespace: String

  /// What the list has to know of each marked cell, by rows.
  private(set) var kept: [FormerCopy.Mark] = []
  private(set) var unplaced: [WorkbookAnnotation.Mark] = []

  private static let commentsType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
  private static let drawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing"

  init(
    name: String, part: String, marks: [CellAddress: XLSXMarks.Said], former: FormerCopy,
    author: String, namespace: String
  ) {
    self.name = name
    self.part = part
    self.marks = marks
    self.former = former
    self.author = author
    self.namespace = namespace
  }

  mutating func annotate(
    _ package: inout XLSXPackage, _ book: inout XLSXStyleBook
  ) throws(AnnotationRefusal) {
    let relations = try package.relations(of: part)
    let threads = try threadedCells(relations, &package)
    var notes = try notes(relations, &package)
    let remarks = FormerRemarks(former, new: marks.values.map(\.comment), author: author)
    let removed = notes?.book.removeFormer(remarks) ?? XLSXNoteBook.Removal()

    var fills = XLSXCellFills(wanted: marks.mapValues(\.level))
    let formerFills = former.fills(of: name).mapValues { XLSXFill(told: $0) ?? .none }
    for cell in removed.touched { fills.cleared[cell] = XLSXFill.none }
    for (cell, fill) in formerFills { fills.cleared[cell] = fill }
    guard !fills.isEmpty else { return }

    var splicer = try XLSXSheetSplicer(
      package.bytes(of: part), part: part, fills: fills, book: book)
    try splicer.run()
    book = splicer.book
    keep(splicer.before, formerFills)

    let said = marks.filter { !$1.comment.isEmpty }.sorted { $0.key < $1.key }
    for (cell, mark) in said where threads.contains(cell) {
      unplaced.append(
        WorkbookAnnotation.Mark(
          place: WorkbookAnnotation.Place(sheet: name, cell: cell), level: mark.level,
          comment: mark.comment))
    }
    let new = said.filter { !threads.contains($0.key) }
    if !new.isEmpty, notes == nil { notes = try newNotes(&package) }
    if var notes, !new.isEmpty || !removed.touched.isEmpty {
      var boxes: [(cell: CellAddress, text: String)] = []
      for (cell, mark) in new where notes.book.add(mark.comment, at: cell) {
        boxes.append((cell, mark.comment))
      }
      package.put(notes.part, notes.book.finish())
      try draw(boxes, removed.emptied, relations, &splicer, &package)
    }
    if !splicer.splices.isEmpty { package.put(part, splicer.result()) }
  }

  private mutating func keep(
    _ before: [CellAddress: XLSXFill], _ formerFills: [CellAddress: XLSXFill]
  ) {
    for (cell, mark) in marks.sorted(by: { $0.key < $1.key }) {
      var fill = before[cell] ?? .none
      // Our own fill of an earlier copy is none that the school has chosen.
      if fill.level != nil { fill = formerFills[cell] ?? .none }
      let place = WorkbookAnnotation.Place(sheet: name, cell: cell)
      kept.append(FormerCopy.Mark(place: place, fill: fill.told, comment: mark.comment))
    }
  }

  /// Cells whose comment is a thread: a note beside it would be lost when Excel saves.
  private func threadedCells(
    _ relations: [XLSXRelation], _ package: inout XLSXPackage
  ) throws(AnnotationRefusal) -> Set<CellAddress> {
    let part = relations.first { $0.kind == "threadedComment" }?.target
    guard let part, package.holds(part) else { return [] }
    var receiver = XLSXThreadsReceiver(people: [:], limits: package.limits)
    try package.read(part, XLSXName.threads, &receiver)
    return Set(receiver.comments.map(\.address))
  }

  private typealias Notes = (part: String, book: XLSXNoteBook)

  private func notes(
    _ relations: [XLSXRelation], _ package: inout XLSXPackage
  ) throws(AnnotationRefusal) -> Notes? {
    let part = relations.first { $0.kind == "comments" }?.target
    guard let part, package.holds(part) else { return nil }
    return (part, try XLSXNoteBook(package.bytes(of: part), part: part, author: author))
  }

  private func newNotes(_ package: inout XLSXPackage) throws(AnnotationRefusal) -> Notes {
    let name = package.freshName(package.workbookFolder + "comments", ".xml")
    let empty = XLSXNoteBook.empty(namespace: namespace)
    package.add(name, empty, type: Self.commentsType)
    _ = try package.relate(part, to: name, kind: "comments")
    return (name, try XLSXNoteBook(empty, part: name, author: author))
  }

  /// Adds boxes for new comments, and takes out those of comments that have gone.
  private func draw(
    _ boxes: [(cell: CellAddress, text: String)], _ gone: Set<CellAddress>,
    _ relations: [XLSXRelation], _ splicer: inout XLSXSheetSplicer,
    _ package: inout XLSXPackage
  ) throws(AnnotationRefusal) {
    let old = try drawing(relations, splicer, package)
    guard old != nil || !boxes.isEmpty else { return }
    let name = old ?? package.freshName(package.workbookFolder + "drawings/vmlDrawing", ".vml")
    let number = Int(name.filter(\.isNumber)) ?? 1
    let clamped = min(max(number, 1), 1_000)
    let before =
      old == nil ? XLSXNoteShapes.empty(number: clamped) : try package.bytes(of: name)
    var shapes = try XLSXNoteShapes(before, part: name, number: clamped)
    shapes.remove(gone)
    for (cell, text) in boxes { shapes.add(text, at: cell, columns: splicer.columns) }
    let bytes = try shapes.finish()
    guard old == nil else { return package.put(name, bytes) }
    package.add(name, bytes, type: Self.drawingType)
    let relation = try package.relate(part, to: name, kind: "vmlDrawing")
    splicer.addDrawing(relation, namespace: package.relationBase)
  }

  /// The part with the boxes of the sheet's comments; nil for none.
  private func drawing(
    _ relations: [XLSXRelation], _ splicer: XLSXSheetSplicer, _ package: borrowing XLSXPackage
  ) throws(AnnotationRefusal) -> String? {
    guard let tag = splicer.legacyDrawing else { return nil }
    let prefix = splicer.root.prefix(of: package.relationBase, in: splicer.bytes) ?? "r:"
    let id = tag.value(of: prefix + "id", in: splicer.bytes)
    guard let target = relations.first(where: { $0.id == id })?.target, package.holds(target)
    else {
      throw AnnotationRefusal(
        .unsplicable, part: part, detail: "its drawing of comments is not there")
    }
    return target
  }
}
