import Yams

/// Opens YAML files within limits.
struct SourceReader {
  let faults: FaultList
  let limits: PackLimits

  /// The root of a file; nil when there is none to read, which is a fault then.
  func root(of name: String, bytes: [UInt8]) -> Entry? {
    faults.open(name)
    let whole = Place(file: name, line: 0, column: 0)
    guard bytes.count <= limits.fileBytes else {
      faults.add(.tooLarge(bytes: bytes.count, limit: limits.fileBytes), at: whole)
      return nil
    }
    guard var text = String(validating: bytes, as: UTF8.self) else {
      faults.add(.notUTF8, at: whole)
      return nil
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let file = SourceFile(name: name, text: text)
    do {
      guard let node = try compose(yaml: text) else {
        faults.add(.emptyFile, at: whole)
        return nil
      }
      return isBounded(node, file) ? Entry(node: node, file: file) : nil
    } catch {
      add(error, in: file)
      return nil
    }
  }

  private func isBounded(_ root: Node, _ file: SourceFile) -> Bool {
    var count = 0
    var open = [(node: root, depth: 1)]
    while let (node, depth) = open.popLast() {
      count += 1
      guard count <= limits.nodes else {
        faults.add(.tooManyNodes(limit: limits.nodes), at: file.place(node.mark))
        return false
      }
      guard depth <= limits.depth else {
        faults.add(.tooDeep(limit: limits.depth), at: file.place(node.mark))
        return false
      }
      switch node {
      case .scalar, .alias: break
      case .mapping(let pairs):
        for pair in pairs {
          open.append((pair.key, depth + 1))
          open.append((pair.value, depth + 1))
        }
      case .sequence(let elements): open.append(contentsOf: elements.map { ($0, depth + 1) })
      }
    }
    return true
  }

  private func add(_ error: any Error, in file: SourceFile) {
    let whole = Place(file: file.name, line: 0, column: 0)
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let slip = YAMLSlip(
        problem: problem, context: context?.text, contextLine: context?.mark.line)
      faults.add(.notYAML(slip), at: file.place(slip.isOfKey ? context?.mark ?? mark : mark))
    case .duplicatedKeysInMapping(let keys, let context):
      for key in keys {
        let first = file.place(context.mark)
        faults.add(.duplicateKey(key), at: file.repetition(of: key, below: first) ?? first)
      }
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      faults.add(.notYAML(YAMLSlip(problem: problem)), at: whole)
    case .no, .memory, .dataCouldNotBeDecoded, nil:
      faults.add(.unreadableFile(reason: "\(error)"), at: whole)
    }
  }
}
