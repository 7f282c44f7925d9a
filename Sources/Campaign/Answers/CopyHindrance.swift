import Spreadsheets

/// Why a unit's file is not given back with remarks in it.
enum CopyHindrance: Error, Sendable, Hashable {
  /// It holds rows of persons, of which no copies leave the store.
  case persons
  /// It holds forms of other units, too.
  case severalUnits
  /// Of several files none is known to count.
  case undecided
  /// No copy of it was kept, or the copy is not what came.
  case notKept
  case refused(AnnotationRefusal.Code)

  /// A clause behind «потому что».
  var russian: String {
    switch self {
    case .persons: "в нём есть сведения о людях, и копии таких файлов не рассылаются"
    case .severalUnits: "в нём формы нескольких организаций"
    case .undecided: "неясно, какой из присланных файлов верен"
    case .notKept: "его копия не сохранилась или повреждена"
    case .refused(.notAWorkbook): "он не открывается или записан не в формате XLSX или ODS"
    case .refused(.signed): "он подписан, и любое изменение нарушило бы подпись"
    case .refused(.limit): "он слишком велик"
    case .refused: "он записан так, что дополнить его, ничего не потеряв, нельзя"
    }
  }

  var english: String {
    switch self {
    case .persons: "it holds rows of persons, of which no copies are sent"
    case .severalUnits: "it holds forms of several units"
    case .undecided: "it is not known which of several files counts"
    case .notKept: "no copy of it was kept, or it is damaged"
    case .refused(.notAWorkbook): "it is no XLSX or ODS file"
    case .refused(.signed): "it is signed, and any change would break the signature"
    case .refused(.limit): "it is too large"
    case .refused: "it is written in a way that nothing can be added to without loss"
    }
  }
}
