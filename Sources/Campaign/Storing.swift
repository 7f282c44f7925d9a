import Store

/// Runs what the store does, and words its errors for a person.
func storing<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let error as StoreError {
    throw CampaignError(
      .store, ru: "хранилище кампании \(error.path): \(error.russian)",
      en: "the campaign's store: \(error). What was stored before is whole.")
  }
}

extension StoreError {
  /// What happened and what to do.
  fileprivate var russian: String {
    switch code {
    case .busy: "занято другим запуском svodka; дождитесь его конца и повторите"
    case .readOnly: "нет права записи; проверьте права на папку и повторите"
    case .full: "нет места на диске; освободите место и повторите, сохранённое раньше цело"
    case .newer: "создано более новой версией svodka; обновите программу"
    case .damaged:
      "повреждено. Присланные файлы целы: они лежат в папке received. Переименуйте файл "
        + "svodka.sqlite и запустите collect: формы будут прочитаны заново из inbox"
    case .closed:
      "период закрыт, его итоги подписаны; сначала откройте его: svodka unlock, с причиной"
    case .changed:
      "за время расчёта поступили новые данные; запустите команду ещё раз, чтобы подписать их"
    case .notKept: "файл не удалось сохранить; проверьте место на диске и права и повторите"
    default:
      "действие не выполнено. Проверьте место на диске, права на папку и сам диск и повторите; "
        + "сохранённое раньше цело"
    }
  }
}
