import Foundation
import Monitoring
import Packs
import Testing
import Wording

@Suite("Campaign settings")
struct CampaignFileTests {
  private let text = """
    district:
      code: district
      names:
        - {full: Район Первый, short: Первый}
        - {since: 2020, full: Район Второй, short: Второй}
      level: municipality
    organisation: Управление образования
    organisation_short: УО
    place: г. Первый
    head: {post: Начальник, name: А. А. Сосновская}
    executor: {post: Методист, name: Е. Г. Лазарева}
    pack: small
    periods: [2019, 2020, 2021]
    locked: []
    deadline: "2022-01-25"
    publication: раздел сайта
    """

  private func faults(of text: String, _ language: Language = .en) -> [String] {
    do {
      _ = try CampaignFile.load(text: text)
      return []
    } catch {
      return error.faults.map { $0.message(language) }
    }
  }

  @Test func readsWhoseCampaignItIs() throws {
    let settings = try CampaignFile.load(text: text)
    #expect(settings.district.code == "district")
    #expect(settings.district.level == "municipality")
    #expect(settings.periods.map(\.year) == [2019, 2020, 2021])
    // An empty list of earlier samples is let be.
    #expect(settings.locked.isEmpty)
    #expect(settings.current?.year == 2021)
    let first = try #require(settings.periods.first)
    #expect(settings.district.name(in: first).short == "Первый")
    #expect(settings.current.map { settings.district.name(in: $0).short } == "Второй")
    #expect(settings.head == .init(post: "Начальник", name: "А. А. Сосновская"))
    #expect(settings.current.flatMap { settings.deadline(of: $0) } == "2022-01-25")
    #expect(settings.deadline(of: first) == nil && settings.timeZone == nil)
  }

  @Test(arguments: [
    (
      "executor:", "excutor:", "campaign.yaml:11:1: unknown key `excutor`, did you mean `executor`?"
    ),
    ("organisation_short: УО\n", "", "campaign.yaml:1:1: `organisation_short` is missing"),
    (
      "[2019, 2020, 2021]", "[2020, 2019]",
      "campaign.yaml:13:10: periods must stand from the oldest to the newest, none twice"
    ),
    (
      "[2019, 2020, 2021]", "[2020, 2020]",
      "campaign.yaml:13:10: periods must stand from the oldest to the newest, none twice"
    ),
    ("[2019, 2020, 2021]", "[]", "campaign.yaml:13:10: `periods` is missing"),
    (
      "[2019, 2020, 2021]", "[2019, 21]",
      "campaign.yaml:13:17: a year between 1990 and 2100 must stand here"
    ),
    (
      "locked: []", "locked: [2019]",
      "campaign.yaml:14:9: a period is closed by a command, which keeps what was signed: "
        + "svodka lock; take this line out"
    ),
    ("2022-01-25", "2022-02-29", "campaign.yaml:15:11: a date as \"2021-06-15\" must stand here"),
    ("2022-01-25", "25.01.2022", "campaign.yaml:15:11: a date as \"2021-06-15\" must stand here"),
    ("level:", "levels:", "campaign.yaml:6:3: unknown key `levels`, did you mean `level`?"),
    ("post: Начальник, ", "", "campaign.yaml:10:7: `post` is missing"),
  ])
  func namesWhatIsWrong(old: String, new: String, fault: String) {
    let found = faults(of: text.replacing(old, with: new))
    #expect(found.contains(fault), "\(found)")
  }

  /// Slips of a hand that makes no YAML, each with its line and what to do.
  @Test(arguments: [
    (
      "pack: small", "pack small",
      "campaign.yaml, строка 12, столбец 1: после названия нужны двоеточие и пробел"
    ),
    (
      "pack: small", "pack:small",
      "campaign.yaml, строка 12, столбец 1: после названия нужны двоеточие и пробел"
    ),
    (
      "г. Первый", "г. Первый: центр",
      "campaign.yaml, строка 9, столбец 17: двоеточие с пробелом здесь лишнее"
    ),
    ("2020, 2021]", "2020, 2021", "закрывающая скобка «]»; открыто в строке 13"),
    ("раздел сайта", "\"раздел сайта", "не закрыта; открыто в строке 16"),
    ("place: г.", "\tplace: г.", "в отступе стоит табуляция"),
    ("г. Первый", "@Первый", "возьмите его в кавычки"),
  ])
  func saysInRussianWhatIsNoYAML(old: String, new: String, fault: String) {
    let found = faults(of: text.replacing(old, with: new), .ru).joined()
    #expect(found.contains(fault), "\(found)")
  }

  @Test func refusesWhatIsNoText() {
    #expect(throws: PackError.self) { try CampaignFile.load(bytes: [0xFF, 0xFE, 0x00]) }
    #expect(faults(of: "") == ["campaign.yaml: the file is empty"])
    #expect(faults(of: "- 1") == ["campaign.yaml:1:1: keys with values must stand here"])
  }
}
