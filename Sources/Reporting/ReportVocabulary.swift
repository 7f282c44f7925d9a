import Documents
import Monitoring

/// Dictionaries that documents know by name. A pack without one prints nothing of it.
enum KnownClassifier {
  static let sections: ClassifierCode = "sections"
  static let directions: ClassifierCode = "directions"
  static let addressees: ClassifierCode = "addressees"
  static let factors: ClassifierCode = "factors"
  static let statuses: ClassifierCode = "statuses"
}

/// Properties of a dictionary's members that documents print.
enum KnownProperty {
  static let number = "number"
  static let short = "short"
  static let dative = "dative"
  static let genitive = "genitive"
  static let post = "post"
  static let kind = "kind"
  static let about = "about"
  static let direction = "direction"
  static let indicator = "indicator"
}

extension SystemPack {
  /// The members of a dictionary in its order; none when the pack has no such dictionary.
  func members(of code: ClassifierCode) -> [Classifier.Member] {
    classifier(code)?.members ?? []
  }

  /// A member's title; its code when the dictionary does not have it.
  func title(of member: MemberCode, in code: ClassifierCode) -> String {
    classifier(code)?[member]?.title ?? member.rawValue
  }

  /// The indicators of a section, in the order of the pack.
  func indicators(of section: MemberCode) -> [Indicator] {
    indicators.filter { $0.section == section }
  }
}

extension Classifier.Member {
  /// A property, or its title when the pack does not give one.
  func word(_ property: String) -> String { properties[property] ?? title }
}
