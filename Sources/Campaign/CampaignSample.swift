import Foundation
import Monitoring

/// What `new` writes where nothing is given: a campaign to be filled in.
enum CampaignSample {
  /// The header of the register with one line to overwrite.
  static let register = """
    \u{FEFF}№;Код;Полное наименование;Краткое наименование;Тип;Группа;Руководитель (кому);\
    Преемник кого;Открыта с;Закрыта с;Действует с;Электронная почта;Входит в;Уровень
    1;unit-01;Полное наименование организации;Краткое наименование;;;Директору И. О. Фамилии;;;;;;;

    """

  /// `campaign.yaml` of a pack. What a person has to replace stands in «…».
  static func settings(pack: String) -> String {
    """
    # Кампания мониторинга. Замените то, что в кавычках «…», на своё.
    pack: \(pack)
    district:
      code: district
      number: 0
      names:
        - full: "«Полное наименование района»"
          short: "«Район»"
      level: municipality
    organisation: "«Полное наименование управления»"
    organisation_short: "«Управление»"
    place: "«Населённый пункт»"
    head:
      post: "Начальник управления"
      name: "«И. О. Фамилия»"
    executor:
      post: "Методист"
      name: "«И. О. Фамилия»"
    periods: [2021]
    deadline: "2022-01-25"
    publication: "«раздел официального сайта управления»"
    forms_to: "на адрес электронной почты «адрес»"

    """
  }
}

extension OpenCampaign {
  /// The keys of `campaign.yaml` under which the sample of `new` still stands, in its order: what
  /// they say would be printed in documents and letters. None where all of it was filled in.
  package var unfilledSettings: [String] {
    let text = CampaignSample.settings(pack: settings.pack)
    guard let sample = try? Self.settings(Array(text.utf8), file: folder.settings) else {
      return []
    }
    let values: [(key: String, of: (CampaignSettings) -> String)] = [
      ("district", { $0.district.names.map { "\($0.full) \($0.short)" }.joined() }),
      ("organisation", \.organisation), ("organisation_short", \.organisationShort),
      ("place", \.place), ("head", \.head.name), ("executor", \.executor.name),
      ("publication", \.publication), ("forms_to", { $0.formsTo ?? "" }),
    ]
    return values.filter { $0.of(settings) == $0.of(sample) }.map(\.key)
  }
}
