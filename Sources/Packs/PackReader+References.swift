import Monitoring
import Yams

extension PackReader {
  func checkDictionary(_ code: String, at place: Place) {
    check(code, among: catalogue.dictionaries.keys.sorted(), as: .dictionary, at: place)
  }

  /// A dictionary that is not declared is named once at each place that needs it.
  func checkMember(_ code: String, of dictionary: String, at place: Place) {
    guard let members = catalogue.dictionaries[dictionary] else {
      checkDictionary(dictionary, at: place)
      return
    }
    check(code, among: members, as: .member(of: dictionary), at: place)
  }

  func checkIndicator(_ code: String, at place: Place) {
    check(code, among: catalogue.indicatorCodes, as: .indicator, at: place)
  }

  /// The field when it is declared.
  @discardableResult
  func checkField(_ code: String, at place: Place) -> Catalogue.FieldInfo? {
    check(code, among: catalogue.fields.keys.sorted(), as: .field, at: place)
    return catalogue.fields[code]
  }

  private func check(
    _ code: String, among known: [String], as reference: PackFault.Reference, at place: Place
  ) {
    guard !code.isEmpty, !known.contains(code) else { return }
    faults.add(
      .unknown(reference, code), at: place, meant: Suggestion.nearest(to: code, among: known))
  }

  /// A member of a dictionary that a record must name.
  func member(_ key: String, of dictionary: String, in record: Record) -> MemberCode {
    let code = record.text(key)
    checkMember(code, of: dictionary, at: record.place(of: key))
    return MemberCode(rawValue: code)
  }

  /// A list of members of a dictionary; may be empty.
  func members(_ key: String, of dictionary: String, in record: Record) -> [MemberCode] {
    record.elements(key).map { entry in
      let code = text(entry)
      checkMember(code, of: dictionary, at: entry.place)
      return MemberCode(rawValue: code)
    }
  }

  /// An indicator that a record must name.
  func indicator(_ key: String, in record: Record) -> IndicatorCode {
    let code = record.text(key)
    checkIndicator(code, at: record.place(of: key))
    return IndicatorCode(rawValue: code)
  }

  /// A list of fields; may be empty.
  func fields(_ entries: [Entry]) -> [FieldCode] {
    entries.map { entry in
      let code = text(entry)
      checkField(code, at: entry.place)
      return FieldCode(rawValue: code)
    }
  }

  func text(_ entry: Entry) -> String {
    if let text = entry.text { return text }
    faults.add(.wrongShape(needed: .text), at: entry.place)
    return ""
  }
}
