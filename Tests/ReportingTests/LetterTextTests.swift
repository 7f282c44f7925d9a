import Monitoring
import Testing

@testable import Reporting

struct LetterTextTests {
  @Test func thePackMayNameWhatALetterHas() {
    #expect(LetterText.Name.allCases.map(\.rawValue).sorted() == Vocabulary.letterNames.sorted())
  }

  @Test func aParagraphThatNamesWhatIsNotThereIsLeftOut() throws {
    let text = LetterText(
      .errors,
      texts: [
        "letter_errors": ["О форме {{ form }}", "{{ head }}", "Срок – {{ deadline }}", "Конец."]
      ])
    let letter = try text.filled([.form: "МС-1", .head: "Директору И. И. Иванову", .deadline: ""])
    #expect(letter.subject == "О форме МС-1")
    #expect(letter.body == "Директору И. И. Иванову\n\nКонец.\n")
  }

  @Test(arguments: LetterText.Kind.allCases)
  func theProgramHasWordsForEachLetter(kind: LetterText.Kind) throws {
    let all = Dictionary(
      LetterText.Name.allCases.map { ($0, "<\($0.rawValue)>") }, uniquingKeysWith: { $1 })
    let letter = try LetterText(kind, texts: [:]).filled(all)
    #expect(letter.subject.hasPrefix("<form>, <period>: "))
    #expect(letter.body.hasPrefix("<head>\n\n") && letter.body.hasSuffix("<organisation>\n"))
    #expect(!letter.body.contains("{{"))
    // Without a head the letter begins with its first sentence.
    let bare = try LetterText(kind, texts: [:]).filled([
      .unit: "Школа", .form: "Ф", .period: "2021", .verdict: "В.", .deadline: "1 мая",
    ])
    #expect(bare.body.contains("Школа") && !bare.body.contains("<") && !bare.body.hasPrefix("\n"))
  }
}
