import Monitoring
import Yams

extension PackReader {
  /// A property of a member that points at something: "direction", "indicator".
  struct PointingProperty {
    var name: String
    var value: String
    var place: Place
  }

  func readDictionaries() -> (classifiers: [Classifier], properties: [PointingProperty]) {
    var codes = SeenCodes()
    var properties: [PointingProperty] = []
    let records = records("dictionaries.yaml", "dictionaries", keys: ["code", "title", "members"])
    let classifiers = records.map { record in
      let code = codes.code(of: record)
      let members = members(of: record, properties: &properties)
      if catalogue.dictionaries[code] == nil {
        catalogue.dictionaries[code] = members.map(\.code.rawValue)
      }
      return Classifier(
        code: ClassifierCode(rawValue: code), title: record.text("title"), members: members)
    }
    return (classifiers, properties)
  }

  private func members(
    of dictionary: Record, properties: inout [PointingProperty]
  ) -> [Classifier.Member] {
    var codes = SeenCodes()
    var names = SeenNames()
    var members: [Classifier.Member] = []
    for entry in dictionary.neededElements("members") {
      guard
        let record = Record(
          entry, keys: ["code", "title", "aliases", "properties"], faults: faults)
      else { continue }
      let code = codes.code(of: record)
      let member = Classifier.Member(
        code: MemberCode(rawValue: code), title: record.text("title"),
        aliases: record.texts("aliases"), properties: words(of: record, pointing: &properties))
      for name in [member.title] + member.aliases where !name.isEmpty {
        names.add(name, of: code, at: record.place, faults: faults)
      }
      members.append(member)
    }
    return members
  }

  private func words(
    of member: Record, pointing: inout [PointingProperty]
  ) -> [String: String] {
    guard let entry = member.entry("properties") else { return [:] }
    let names = entry.node.mapping?.compactMap { $0.key.scalar?.string } ?? []
    guard let record = Record(entry, keys: names, faults: faults) else { return [:] }
    var words: [String: String] = [:]
    for name in names {
      words[name] = record.text(name)
      if name == "direction" || name == "indicator", let value = words[name], !value.isEmpty {
        pointing.append(PointingProperty(name: name, value: value, place: record.place(of: name)))
      }
    }
    return words
  }

  /// What members point at can be declared later than they are.
  func check(_ properties: [PointingProperty]) {
    for property in properties {
      if property.name == "indicator" {
        checkIndicator(property.value, at: property.place)
      } else {
        checkMember(property.value, of: "directions", at: property.place)
      }
    }
  }
}
