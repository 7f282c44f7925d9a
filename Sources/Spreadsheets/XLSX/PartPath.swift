/// The name of a part, taken apart at its last "/".
struct PartPath {
  /// Without the last "/"; "" for a part at the top.
  var folder: String
  var file: String

  init(_ name: String) {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      folder = ""
      file = name
      return
    }
    folder = String(name[..<slash])
    file = String(name[name.utf8.index(after: slash)...])
  }

  /// The part that holds the relations of this one (ECMA-376, part 2, 6.5.3.4).
  var relations: String { (folder.isEmpty ? "" : folder + "/") + "_rels/\(file).rels" }

  /// A target is relative to a folder, or absolute with "/"; "\\" is a separator too.
  static func resolved(_ target: String, from folder: String) -> String {
    // Nearly all are a path below the folder.
    let isPlain =
      !target.utf8.contains { $0 == UInt8(ascii: "\\") } && target.utf8.first != UInt8(ascii: "/")
      && target.utf8.first != UInt8(ascii: ".") && !target.utf8.isEmpty && !holdsDots(target)
    if isPlain { return folder.isEmpty ? target : folder + "/" + target }
    let path = String(target.map { $0 == "\\" ? "/" : $0 })
    var steps = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in path.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }

  /// Whether a step may be "." or "..", or none at all.
  private static func holdsDots(_ target: String) -> Bool {
    var last: UInt8 = 0
    for byte in target.utf8 {
      if last == UInt8(ascii: "/"), byte == UInt8(ascii: ".") || byte == last { return true }
      last = byte
    }
    return last == UInt8(ascii: "/")
  }
}
