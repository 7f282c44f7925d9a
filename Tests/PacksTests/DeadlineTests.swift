import Foundation
import Monitoring
import Packs
import Testing
import Wording

/// Deadlines of periods and the time zone in campaign.yaml.
@Suite struct DeadlineTests {
  private func text(_ lines: String) -> String {
    """
    district:
      code: district
      names: [{full: Район, short: Район}]
      level: municipality
    organisation: Управление образования
    organisation_short: УО
    place: г. Первый
    head: {post: Начальник, name: А. А. Сосновская}
    executor: {post: Методист, name: Е. Г. Лазарева}
    pack: small
    periods: [2020, 2021]
    publication: раздел сайта

    """ + lines
  }

  @Test func aMappingHasADayForEachPeriod() throws {
    let settings = try CampaignFile.load(
      text: text(
        """
        deadline: {2020: "2021-01-25", 2021: "2022-01-26"}
        corrections_until: "2022-02-10"
        time_zone: Asia/Yakutsk
        """))
    let (first, last) = (try #require(Period("2020")), try #require(Period("2021")))
    #expect(settings.deadline(of: first) == "2021-01-25")
    #expect(settings.deadline(of: last) == "2022-01-26")
    #expect(settings.correctionsUntil(of: first) == "2021-01-25")
    #expect(settings.correctionsUntil(of: last) == "2022-02-10")
    #expect(settings.timeZone == "Asia/Yakutsk")
  }

  @Test(arguments: [
    ("deadline: {2020: \"2021-01-25\"}", "the last period, 2021, has no deadline here"),
    ("deadline: {2019: \"2020-01-25\", 2021: \"2022-01-25\"}", "2019 is not among the periods"),
    ("deadline: {2021: \"25.01.2022\"}", "a date as \"2021-06-15\" must stand here"),
    (
      "deadline: \"2022-01-25\"\ncorrections_until: \"2022-01-20\"",
      "corrections end before the forms are due"
    ),
    (
      "deadline: \"2022-01-25\"\ntime_zone: Asia/Nowhere",
      "there is no time zone `Asia/Nowhere`; write one as Asia/Yakutsk"
    ),
    ("", "`deadline` is missing"),
  ])
  func namesWhatIsWrong(lines: String, fault: String) {
    let error = #expect(throws: PackError.self) { try CampaignFile.load(text: text(lines)) }
    let said = error?.faults.map { $0.message(.en) } ?? []
    #expect(said.contains { $0.hasSuffix(fault) }, "\(said)")
  }
}
