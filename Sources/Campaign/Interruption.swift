/// What a run that is asked to stop says: the task that it runs in was cancelled.
extension CampaignError {
  /// Stopped between two batches of files of the inbox; each is stored whole or not at all.
  static func interrupted(_ summary: CollectSummary, of files: Int) -> CampaignError {
    let new = summary.arrived + summary.versions.count
    return CampaignError(
      .interrupted,
      ru: "остановлено: просмотрено файлов \(summary.files), сохранено форм в этом запуске "
        + "\(new). Сохранённое цело; запустите collect ещё раз, он продолжит с этого места",
      en: "stopped: \(summary.files) files looked at, \(new) forms stored in this run. What was "
        + "stored is whole; run collect again and it goes on from there")
  }

  /// Stopped when all forms were stored.
  static let interruptedChecking = CampaignError(
    .interrupted,
    ru: "остановлено: формы сохранены, но проверены не все. Запустите collect ещё раз",
    en: "stopped: the forms are stored, but not all of them are checked. Run collect again")

  /// Stopped between two schools.
  static let interruptedAnswering = CampaignError(
    .interrupted,
    ru:
      "остановлено: ответы составлены не всем. Запустите answer ещё раз, он продолжит с этого места",
    en: "stopped: not all schools have their answers. Run answer again and it goes on from there")

  /// Stopped between two documents.
  static let interruptedWriting = CampaignError(
    .interrupted,
    ru: "остановлено: составлены не все документы. Запустите report ещё раз",
    en: "stopped: not all documents were written. Run report again")

  /// Stopped between two schools.
  static let interruptedIssuing = CampaignError(
    .interrupted,
    ru: "остановлено: бланки выпущены не всем школам. Запустите forms ещё раз",
    en: "stopped: not all schools have their blanks. Run forms again")

  static let interruptedWaiting = CampaignError(
    .interrupted, ru: "остановлено; ничего не изменено", en: "stopped; nothing was changed")
}
