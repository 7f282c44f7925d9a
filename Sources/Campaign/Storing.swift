import Store

/// Runs what the store does, and words its errors for a person.
func storing<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let error as StoreError {
    throw CampaignError(
      .store, ru: "хранилище кампании \(error.path): \(error.russian)",
      en: "the campaign's store: \(error). \(error.advice)")
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
      "повреждено. Восстановите папку кампании из копии; файлы svodka.sqlite-wal и "
        + "svodka.sqlite-shm, если они есть, — часть svodka.sqlite. В новом хранилище, собранном "
        + "из inbox, не будет ни решений, ни подписанных итогов, ни закрытых периодов, ни форм, "
        + "которых в inbox уже нет"
    case .closed:
      "период закрыт, его итоги подписаны; сначала откройте его: svodka unlock, с причиной"
    case .changed:
      "за время расчёта поступили новые данные; запустите команду ещё раз, чтобы подписать их"
    case .contradiction:
      "действие не согласуется с тем, что уже сохранено, и не выполнено; ничего не изменилось. Что "
        + "сохранено, покажут svodka journal и svodka status"
    case .notKept: "файл не удалось сохранить; проверьте место на диске и права и повторите"
    default:
      "действие не выполнено. Проверьте место на диске, права на папку и сам диск и повторите; "
        + "сохранённое раньше цело"
    }
  }

  /// What to do, behind what the store says itself.
  fileprivate var advice: String {
    switch code {
    case .damaged:
      "Bring the campaign's folder back from a copy; svodka.sqlite-wal and svodka.sqlite-shm, where "
        + "there are any, are part of svodka.sqlite. A new store made from the inbox holds none of "
        + "the decisions, signed results and closed periods, nor forms that have left the inbox."
    case .contradiction:
      "It does not agree with what is stored, and nothing was changed: see svodka journal and "
        + "svodka status."
    case _: "What was stored before is whole."
    }
  }
}
