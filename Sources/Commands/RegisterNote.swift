import Campaign
import Foundation
import Wording

/// The word that several registers of schools lie in a campaign, and which of them is read.
enum RegisterNote {
  static func say(_ campaign: OpenCampaign) {
    let files = campaign.folder.presentRegisters.map(\.lastPathComponent)
    guard let read = files.first, files.count > 1 else { return }
    let others = Array(files.dropFirst())
    Terminal.note(
      Commands.say(
        "svodka: реестр школ прочитан из \(read); лежащие рядом файлы не читаются: "
          + "\(Language.ru.list(others)). Оставьте в папке кампании один реестр, верный.",
        "svodka: the register of schools was read from \(read); not read are the files beside it: "
          + "\(Language.en.list(others)). Leave the right one alone in the campaign's folder."))
  }
}
