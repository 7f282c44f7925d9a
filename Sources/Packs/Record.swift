import ExactNumbers
import Yams

/// A mapping of a YAML file whose keys are known. Reading a value that is missing or of the wrong
/// shape notes the fault and gives a placeholder, so that one run names every fault; what was built
/// from placeholders is never handed out.
struct Record {
  let place: Place
  let faults: FaultList
  private var values: [String: Entry] = [:]

  /// Nil when the value is no mapping. Keys that are not among `keys` are faults.
  init?(_ entry: Entry, keys: [String], faults: FaultList) {
    place = entry.place
    self.faults = faults
    guard let pairs = entry.node.mapping else {
      faults.add(.wrongShape(needed: .mapping), at: place)
      return nil
    }
    for pair in pairs {
      let key = Entry(node: pair.key, file: entry.file)
      guard let name = key.text else {
        faults.add(.wrongShape(needed: .text), at: key.place)
        continue
      }
      if keys.contains(name) {
        values[name] = Entry(node: pair.value, file: entry.file)
      } else {
        faults.add(
          .unknownKey(name), at: key.place, meant: Suggestion.nearest(to: name, among: keys))
      }
    }
  }

  /// The value of a key, when it is there and not empty.
  func entry(_ key: String) -> Entry? {
    guard let entry = values[key] else { return nil }
    return entry.node.scalar != nil && entry.text == nil ? nil : entry
  }

  /// The value of a key that must be there.
  func needed(_ key: String) -> Entry? {
    if let entry = entry(key) { return entry }
    faults.add(.missingKey(key), at: values[key]?.place ?? place)
    return nil
  }

  /// The place of a key's value, or of the record.
  func place(of key: String) -> Place { values[key]?.place ?? place }

  private func text(_ entry: Entry) -> String? {
    if let text = entry.text { return text }
    faults.add(.wrongShape(needed: .text), at: entry.place)
    return nil
  }

  func text(_ key: String) -> String { needed(key).flatMap(text) ?? "" }

  func optionalText(_ key: String) -> String? { entry(key).flatMap(text) }

  /// A list of texts; empty when the key is not there.
  func texts(_ key: String) -> [String] { elements(key).compactMap(text) }

  /// The elements of a list; empty when the key is not there.
  func elements(_ key: String) -> [Entry] {
    guard let entry = entry(key) else { return [] }
    if let elements = entry.elements { return elements }
    faults.add(.wrongShape(needed: .list), at: entry.place)
    return []
  }

  /// The elements of a list that must be there and have one at least.
  func neededElements(_ key: String) -> [Entry] {
    guard needed(key) != nil else { return [] }
    let elements = elements(key)
    if elements.isEmpty { faults.add(.missingKey(key), at: place(of: key)) }
    return elements
  }

  func flag(_ key: String, default standard: Bool) -> Bool {
    guard let entry = entry(key) else { return standard }
    switch entry.text {
    case "true": return true
    case "false": return false
    default:
      faults.add(.wrongShape(needed: .flag), at: entry.place)
      return standard
    }
  }

  /// A whole number of at least `least`.
  func whole(_ key: String, least: Int, default standard: Int? = nil) -> Int {
    guard let entry = standard == nil ? needed(key) : entry(key) else { return standard ?? least }
    guard let text = entry.text, let number = Int(text) else {
      faults.add(.wrongShape(needed: .whole), at: entry.place)
      return least
    }
    if number < least { faults.add(.belowLeast(text, least: least), at: entry.place) }
    return number
  }

  /// A number of 0 or more, with a point.
  func number(_ key: String) -> ExactNumber {
    guard let entry = needed(key) else { return .zero }
    guard let text = entry.text, let number = ExactNumber(text) else {
      faults.add(.wrongShape(needed: .number), at: entry.place)
      return .zero
    }
    if number.isNegative { faults.add(.belowLeast(text, least: 0), at: entry.place) }
    return number
  }

  /// One of a closed list of words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    needed(key).flatMap { choice($0, of: type) }
  }

  func choices<Choice: RawRepresentable & CaseIterable>(
    _ entries: [Entry], of type: Choice.Type
  ) -> [Choice] where Choice.RawValue == String {
    entries.compactMap { choice($0, of: type) }
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ entry: Entry, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(entry) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let allowed = type.allCases.map(\.rawValue)
    faults.add(
      .notAllowed(text, allowed: allowed), at: entry.place,
      meant: Suggestion.nearest(to: text, among: allowed))
    return nil
  }

  /// A record below a key that must be there.
  func record(_ key: String, keys: [String]) -> Record? {
    needed(key).flatMap { Record($0, keys: keys, faults: faults) }
  }
}
