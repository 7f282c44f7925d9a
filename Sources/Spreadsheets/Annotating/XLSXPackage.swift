import Markup

/// The parts of a workbook by what they are to one another (ECMA-376, part 2): nothing is found by
/// its name alone.
struct XLSXPackage: ~Copyable {
  private var archive: SplicedArchive
  let limits: SpreadsheetLimits
  /// The name of the part that lists the sheets.
  let workbook: String
  /// What types of relations begin with: another in the strict form of the standard.
  let relationBase: String
  private var names: Set<String>
  private var types: [(part: String, type: String)] = []

  static let transitionalBase =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let contentTypes = "[Content_Types].xml"

  /// - Throws: `.signed`; `.unsplicable` where a part that is needed is missing.
  init(_ bytes: [UInt8], limits: SpreadsheetLimits) throws(AnnotationRefusal) {
    var archive = try SplicedArchive(bytes, limits: limits)
    let names = archive.names
    let (target, type) = try Self.workbook(&archive, names)
    self.archive = archive
    self.limits = limits
    self.names = Set(names.map { $0.lowercased() })
    workbook = PartPath.resolved(target, from: "")
    relationBase = PartPath(type).folder
  }

  /// Where the part that lists the sheets stands, and the type of the relation that leads to it.
  private static func workbook(
    _ archive: inout SplicedArchive, _ names: [String]
  ) throws(AnnotationRefusal) -> (target: String, type: String) {
    if let signature = names.first(where: { $0.lowercased().hasPrefix("_xmlsignatures/") }) {
      throw AnnotationRefusal(.signed, part: signature, detail: "the workbook is signed")
    }
    let part = "_rels/.rels"
    guard let root = try archive.bytes(of: part) else {
      throw AnnotationRefusal(.unsplicable, part: part, detail: "the part is not there")
    }
    let tree = try PartTree(root, part: part, levels: 1)
    let relation = tree.root.children.first {
      tree.attribute("Type", of: $0)?.hasSuffix("/officeDocument") ?? false
    }
    guard let relation, let target = tree.attribute("Target", of: relation),
      let type = tree.attribute("Type", of: relation)
    else {
      throw AnnotationRefusal(
        .unsplicable, part: part, detail: "no relation leads to the workbook")
    }
    return (target, type)
  }

  var workbookFolder: String {
    let folder = PartPath(workbook).folder
    return folder.isEmpty ? "" : folder + "/"
  }

  /// - Throws: `.unsplicable` also for a part that is not there.
  mutating func bytes(of part: String) throws(AnnotationRefusal) -> [UInt8] {
    guard let bytes = try archive.bytes(of: part) else {
      throw AnnotationRefusal(.unsplicable, part: part, detail: "the part is not there")
    }
    return bytes
  }

  func holds(_ part: String) -> Bool { names.contains(part.lowercased()) }

  mutating func put(_ part: String, _ bytes: [UInt8]) {
    names.insert(part.lowercased())
    archive.put(part, bytes)
  }

  /// Adds a part of a content type of its own.
  mutating func add(_ part: String, _ bytes: [UInt8], type: String) {
    put(part, bytes)
    types.append((part, type))
  }

  /// "xl/comments3.xml": the first number that no part has, whatever the case of its letters.
  func freshName(_ stem: String, _ ending: String) -> String {
    var number = 1
    while holds("\(stem)\(number)\(ending)") { number += 1 }
    return "\(stem)\(number)\(ending)"
  }

  /// Parses a part with the reader's own receiver.
  mutating func read(
    _ part: String, _ known: KnownNames, _ receiver: inout some MarkupReceiver
  ) throws(AnnotationRefusal) {
    let bytes = try bytes(of: part)
    do {
      try MarkupReader.read(bytes, names: known, limits: limits.markup, to: &receiver)
    } catch {
      throw AnnotationRefusal(.unsplicable, part: part, detail: "\(error)")
    }
  }

  /// What a part leads to within the package; empty where it leads to nothing.
  mutating func relations(of part: String) throws(AnnotationRefusal) -> [XLSXRelation] {
    let path = PartPath(part)
    guard holds(path.relations) else { return [] }
    var receiver = XLSXRelationsReceiver(folder: path.folder, limit: limits.entries)
    try read(path.relations, XLSXName.relations, &receiver)
    return receiver.relations
  }

  /// Leads from a part to another.
  /// - Returns: the identifier of the relation.
  mutating func relate(
    _ part: String, to target: String, kind: String
  ) throws(AnnotationRefusal) -> String {
    let name = PartPath(part).relations
    let before = holds(name) ? try bytes(of: name) : Self.noRelations
    var tree = try PartTree(before, part: name, levels: 1)
    let taken = Set(tree.root.children.compactMap { tree.attribute("Id", of: $0)?.lowercased() })
    var number = tree.root.children.count + 1
    while taken.contains("rid\(number)") { number += 1 }
    let id = "rId\(number)"
    let relation = [("Id", id), ("Type", "\(relationBase)/\(kind)"), ("Target", "/" + target)]
    tree.append(Self.element(tree.prefix + "Relationship", relation), to: tree.root)
    put(name, tree.finish())
    return id
  }

  /// Relations of a part that leads nowhere.
  static let noRelations = Array(
    (declaration
      + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>"#)
      .utf8)

  static func element(_ name: String, _ attributes: [(String, String)]) -> [UInt8] {
    var writer = MarkupWriter(declaration: false)
    writer.element(name, attributes)
    return writer.bytes
  }

  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

  /// The copy. The types of new parts are declared here, all at once.
  consuming func finish() throws(AnnotationRefusal) -> [UInt8] {
    if !types.isEmpty {
      let part = Self.contentTypes
      var tree = try PartTree(bytes(of: part), part: part, levels: 1)
      let added = types.flatMap { part, type in
        Self.element(tree.prefix + "Override", [("PartName", "/" + part), ("ContentType", type)])
      }
      tree.append(added, to: tree.root)
      put(part, tree.finish())
    }
    return try archive.finish()
  }
}
