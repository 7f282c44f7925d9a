import Campaign

/// The word that campaign.yaml is not filled in: its samples would go out in documents and letters.
enum SampleNote {
  static func say(_ campaign: OpenCampaign) {
    let keys = campaign.unfilledSettings
    guard !keys.isEmpty else { return }
    let list = keys.joined(separator: ", ")
    Terminal.note(
      Commands.say(
        "svodka: в campaign.yaml ещё стоят образцы: \(list). Впишите своё и запустите команду ещё "
          + "раз: это печатается в документах и письмах.",
        "svodka: campaign.yaml still holds samples: \(list). Write your own and run the command "
          + "again: they are printed in documents and letters."))
  }
}
