import Foundation
import TestSupport
import Testing

@testable import Documents

struct MailDraftTests {
  static let letter = MailDraft(
    to: [MailAddress("school@example.org"), MailAddress("head.office@example.org")]
      .compactMap { $0 },
    subject: "Форма МС-1, 2021 год: нужно исправить ошибки – МБОУ «Средняя общеобразовательная "
      + "школа № 1» 🙂", date: Date(timeIntervalSince1970: 1_624_183_205),
    body: "Директору И. И. Иванову\n\nФорму нужно исправить: 3 ошибки.\nДа.\n",
    attachments: [
      .init(
        name: "Форма МС-1 – замечания «с ёлочками» и очень длинным названием файла, 2021.xlsx",
        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes: Array(0...255) + Array(0...255)),
      .init(name: "list.odt", mediaType: "application/vnd.oasis.opendocument.text", bytes: []),
    ])

  /// Names and a subject that try to add a header, end a quoted text or leave a folder.
  static let hostile = MailDraft(
    to: [], subject: "Тема\r\nBcc: thief@example.org\u{2028}\u{85}X: y",
    date: Date(timeIntervalSince1970: 0), body: "Один\r\nдва\n--=_svodka_\n.\n",
    attachments: [
      .init(
        name: "../a\"; filename=\"b.exe\r\nX-Evil: 1.xlsx", mediaType: "application/x\r\nX-Evil: 2",
        bytes: [1, 2, 3])
    ])

  @Test(arguments: [("letter", letter), ("hostile", hostile)])
  func isReadByPythonAsItWasMeant(name: String, draft: MailDraft) throws {
    guard let python = OutsideProgram.path("/usr/bin/python3") else {
      print("skipped: Python's reading of letters (there is no python3)")
      return
    }
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "letter.eml")
    try Data(draft.bytes).write(to: file)
    let cases = Checkout.root.appending(path: "Tests/Cases/mail")
    let (status, said) = try OutsideProgram.run(
      python, ["-B", cases.appending(path: "facts.py").path, file.path])
    #expect(status == 0)
    #expect(
      said == (try String(contentsOf: cases.appending(path: "\(name).txt"), encoding: .utf8)))
  }

  @Test func theSameLetterHasTheSameBytes() {
    var other = Self.letter
    other.body += "."
    #expect(Self.letter.bytes == Self.letter.bytes)
    #expect(Self.letter.bytes != other.bytes)
  }

  @Test(arguments: [
    "", "school", "a@b", "a@b.ru\r\nBcc: c@d.ru", "a b@c.ru", "a@b@c.ru", "<a@b.ru>", "школа@b.ru",
    "a,b@c.ru", String(repeating: "a", count: 250) + "@b.ru",
  ])
  func refusesWhatIsNoAddress(text: String) {
    #expect(MailAddress(text) == nil)
  }

  @Test func readsSeveralAddressesOfOneCell() {
    #expect(
      MailAddress.all(in: "a@b.ru; c.d-e@f.example.org,\n нет, g@h.ru").map(\.description)
        == ["a@b.ru", "c.d-e@f.example.org", "g@h.ru"])
    #expect(MailAddress.all(in: "нет").isEmpty)
  }
}
