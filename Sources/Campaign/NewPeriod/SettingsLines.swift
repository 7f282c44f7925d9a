import Monitoring

/// `campaign.yaml` as lines, so that only those that a new period concerns are changed: comments and
/// all else stay as a person wrote them. What comes of it has to be read again and compared.
struct SettingsLines {
  private var lines: [String]

  init(_ text: String) {
    var lines = [""]
    for letter in text {
      lines[lines.count - 1].append(letter)
      if letter.isNewline { lines.append("") }
    }
    self.lines = lines
  }

  var text: String { lines.joined() }

  /// Adds an element to the list of a key, written in brackets or a line each.
  /// - Returns: whether a place for it was found.
  mutating func append(_ element: String, to key: String) -> Bool {
    guard let start = line(of: key) else { return false }
    if let last = lastLine(from: start, where: { $0.content.hasPrefix("- ") }) {
      lines.insert(lines[last].indentation + "- \(element)" + lines[last].ending, at: last + 1)
      return true
    }
    return insert(", \(element)", before: "]", from: start)
  }

  /// Adds a year and a day to a mapping; a single day becomes a mapping, where it is `year`'s.
  /// - Returns: whether a place for it was found.
  mutating func add(_ day: String, of new: Period, to key: String, single year: Period) -> Bool {
    guard let start = line(of: key) else { return false }
    let value = lines[start].value
    if value.hasPrefix("{") { return insert(", \(new): \"\(day)\"", before: "}", from: start) }
    guard value.isEmpty || value.hasPrefix("#") else {
      return wrap(start, year: year, adding: ", \(new): \"\(day)\"")
    }
    guard let last = lastLine(from: start, where: { $0.content.contains(":") }) else {
      return false
    }
    lines.insert(lines[last].indentation + "\(new): \"\(day)\"" + lines[last].ending, at: last + 1)
    return true
  }

  /// Makes a single day the mapping that says whose it is; a mapping stays.
  mutating func name(_ key: String, single year: Period) -> Bool {
    guard let start = line(of: key) else { return true }
    let value = lines[start].value
    guard !value.isEmpty, !value.hasPrefix("{"), !value.hasPrefix("#") else { return true }
    return wrap(start, year: year, adding: "")
  }
}

extension SettingsLines {
  private func line(of key: String) -> Int? {
    lines.firstIndex { $0.hasPrefix(key + ":") }
  }

  /// The last of the lines below a key that are its own and fit; comments between them pass.
  private func lastLine(from start: Int, where fits: (String) -> Bool) -> Int? {
    var last: Int?
    for number in lines.indices.dropFirst(start + 1) {
      let line = lines[number]
      if line.content.isEmpty || line.content.hasPrefix("#") { continue }
      if fits(line), line.content.hasPrefix("-") || !line.indentation.isEmpty {
        last = number
      } else if line.indentation.isEmpty {
        break
      }
    }
    return last
  }

  private mutating func insert(_ text: String, before mark: Character, from start: Int) -> Bool {
    for number in start..<min(lines.count, start + Self.longestList) {
      guard let place = lines[number].firstIndex(of: mark) else { continue }
      lines[number].insert(contentsOf: text, at: place)
      return true
    }
    return false
  }

  /// Lines: a list of years in brackets is not longer.
  private static let longestList = 40

  /// `deadline: "2022-01-25"  # why` → `deadline: {2021: "2022-01-25"}  # why`
  private mutating func wrap(_ number: Int, year: Period, adding rest: String) -> Bool {
    let line = lines[number]
    guard let colon = line.firstIndex(of: ":") else { return false }
    let head = line[...colon]
    let gap = line[line.index(after: colon)...].prefix { $0 == " " }
    let value = line[line.index(after: colon)...].dropFirst(gap.count)
    let quote = value.first.flatMap { "\"'".contains($0) ? $0 : nil }
    let end =
      if let quote {
        value.dropFirst().firstIndex(of: quote).map { value.index(after: $0) }
      } else { value.firstIndex { $0 == " " || $0.isNewline } ?? value.endIndex }
    guard let end else { return false }
    let day = value[..<end].filter { $0 != "\"" && $0 != "'" }
    lines[number] = "\(head) {\(year): \"\(day)\"\(rest)}\(value[end...])"
    return true
  }
}

extension String {
  fileprivate var indentation: String { String(prefix { $0 == " " }) }
  fileprivate var content: Substring { drop { $0.isWhitespace } }
  /// What ends the line; "\n" for the last one.
  fileprivate var ending: String { last.flatMap { $0.isNewline ? String($0) : nil } ?? "\n" }
  /// What stands behind the first colon.
  fileprivate var value: Substring {
    guard let colon = firstIndex(of: ":") else { return "" }
    return self[index(after: colon)...].drop { $0.isWhitespace }
  }
}
