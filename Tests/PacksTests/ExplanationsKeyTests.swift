import Monitoring
import Packs
import Testing

/// `explanations:` of a form.
@Suite struct ExplanationsKeyTests {
  /// The small pack with a section of free rows, and its key.
  private func texts(_ key: String) -> [String: String] {
    var texts = SmallPack.texts
    texts["form.yaml"] =
      SmallPack.form + """

            - code: notes
              sheet: Пояснения
              title: Пояснения
              layout: records
              fields:
                - {code: about, label: О чём, kind: text, is_required: false}
                - {code: why, label: Почему, kind: text, is_required: false}
                - {code: pages, label: Листов, kind: count, is_required: false}
            - code: others
              sheet: Другое
              title: Другое
              layout: records
              fields:
                - {code: remark, label: Замечание, kind: text, is_required: false}
          explanations: \(key)
        """
    return texts
  }

  @Test func namesTwoTextsOfFreeRows() throws {
    let pack = try PackLoader.load(PackFiles(texts: texts("{about: about, text: why}")))
    #expect(pack.forms.first?.explanations == .init(about: "about", text: "why"))
    #expect(try PackLoader.load(PackFiles(texts: SmallPack.texts)).forms[0].explanations == nil)
  }

  @Test(arguments: [
    ("{about: about}", "`text` is missing"),
    ("{about: abuot, text: why}", "the form has no field `abuot`, did you mean `about`?"),
    ("{about: about, text: why, to: why}", "unknown key `to`"),
    (
      "{about: about, text: pages}",
      "the field `pages` is no text in free rows (a section with `layout: records`, `kind: text`)"
    ),
    (
      "{about: total, text: why}",
      "the field `total` is no text in free rows (a section with `layout: records`, `kind: text`)"
    ),
    (
      "{about: about, text: remark}", "the fields `about` and `text` must stand in one section"
    ),
    ("[about, why]", "keys with values must stand here"),
  ])
  func saysWhatIsWrongWithIt(key: String, words: String) {
    let said = faults(of: texts(key))
    #expect(said.contains { $0.contains(words) }, "\(said)")
  }
}
