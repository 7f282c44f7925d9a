import Findings
import Intake
import Monitoring
import Wording

/// Values that are named in the form's own words.
extension ValueFinder {
  /// Names that are listed where several may be meant.
  private static let listed = 6

  /// - Parameter text: «стр. 01», «Астрономия, гр. 4», the label of a row.
  /// - Throws: `CampaignError.badDecision` that names what may be meant.
  func value(quoted text: String) throws -> Found {
    let (meant, isWhole) = quoted(text)
    guard isWhole || meant.count != 1 else { throw partly(text, meant[0].key) }
    if meant.count == 1 { return try found(meant[0].key, place: meant[0].origin?.place) }
    guard meant.isEmpty else {
      throw refusal(
        ru: "«\(text)» — это не одно значение: \(list(meant.map(\.key), .ru)); назовите и строку, "
          + "и графу, а если листов несколько, и лист",
        en: "\"\(text)\" is more than one value: \(list(meant.map(\.key), .en)); name the row and "
          + "the column, and the sheet where there are several")
    }
    throw unknown(text, among: schemas.flatMap(\.fields))
  }

  /// The values that such words mean, in the order of the form, empty for none; and whether each
  /// form that has them knew all of the words.
  func quoted(_ text: String) -> (values: [Observation], isWhole: Bool) {
    let places = PlaceWords(pack: form.pack)
    var isWhole = true
    let values = schemas.flatMap { schema in
      let quoted = QuotedValues(
        schema: schema, classifiers: form.pack.classifiers, observations: asRead)
      let named = quoted.named(text)
      if !named.isEmpty { isWhole = isWhole && quoted.knowsAll(of: text) }
      return named
    }.map { ($0, places.position(of: $0.key.field, $0.key.breakdown)) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    return (values, isWhole)
  }

  private func partly(_ text: String, _ near: Observation.Key) -> CampaignError {
    refusal(
      ru: "не все слова понятны: «\(text)»; если имеется в виду \(name(near, .ru)), назовите "
        + "значение так, как оно названо в форме, или ячейкой из протокола",
      en: "not every word is understood: \"\(text)\"; if \(name(near, .en)) is meant, name the "
        + "value as the form does, or its cell in the protocol")
  }

  private var schemas: [FormSchema] { form.pack.forms.filter { submitted.contains($0.code) } }

  private func unknown(_ text: String, among fields: [FormField]) -> CampaignError {
    let known = fields.filter { !$0.isIdentity && !$0.isPersonal }
    let near = TypedName(text).near(known) { [$0.label] + $0.aliases }
    let keys = (near.isEmpty ? known : near).map { key($0.code, .whole) }
    return refusal(
      ru: "значения «\(text)» в форме нет; назовите его ячейкой из протокола, строкой и графой "
        + "формы или кодом поля: \(list(keys, .ru, coded: true))",
      en: "the form has no value \"\(text)\"; name its cell in the protocol, its row and column in "
        + "the form, or the field's code: \(list(keys, .en, coded: true))")
  }

  /// The first of these values as the form names them, with the codes of their fields or without.
  private func list(
    _ keys: [Observation.Key], _ language: Language, coded: Bool = false
  ) -> String {
    let shown = keys.prefix(Self.listed).map { key in
      name(key, language) + (coded ? " (\(key.field))" : "")
    }
    return (shown + (keys.count > shown.count ? ["…"] : [])).joined(separator: ", ")
  }
}
