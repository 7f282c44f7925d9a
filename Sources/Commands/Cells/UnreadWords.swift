import Spreadsheets
import Wording

/// Why a file could not be shown, in words: what is wrong, where, and what to do.
struct UnreadWords {
  let language: Language

  func described(_ error: SpreadsheetError) -> String {
    let said = error.verdict.map(described) ?? described(error.code)
    let place = error.part.isEmpty ? error.detail : "\(error.part): \(error.detail)"
    return "\(said) [\(error.code.name): \(place)]"
  }

  private func described(_ code: SpreadsheetError.Code) -> String {
    switch code {
    case .limit:
      say(
        "файл больше или сложнее, чем разрешают пределы чтения; см. --limits",
        "the file asks for more than the limits of reading allow; see --limits")
    case .unreadable:
      say(
        "файла нет, это папка или нет прав на чтение; проверьте имя",
        "there is no such file, it is a folder, or it may not be read; check the name")
    case .encrypted: described(FileVerdict.passwordProtected)
    case .notAWorkbook: described(FileVerdict.unknown)
    default:
      say(
        "файл повреждён; откройте его в офисной программе и сохраните заново",
        "the file is damaged; open it in an office program and save it anew")
    }
  }

  private func described(_ verdict: FileVerdict) -> String {
    switch verdict {
    case .xlsx, .ods, .fods: say("книга", "a workbook")
    case .passwordProtected:
      say("файл закрыт паролем; снимите пароль", "the file has a password; remove it")
    case .oldXLS:
      say(
        "это старая книга XLS; сохраните её как XLSX или ODS",
        "it is an old XLS workbook; save it as XLSX or ODS")
    case .xlsb:
      say(
        "это двоичная книга XLSB; сохраните её как XLSX или ODS",
        "it is a binary XLSB workbook; save it as XLSX or ODS")
    case .xml2003:
      say(
        "это таблица XML 2003; сохраните её как XLSX или ODS",
        "it is an XML spreadsheet of 2003; save it as XLSX or ODS")
    case .html:
      say(
        "это веб-страница под именем книги; сохраните её как XLSX или ODS",
        "it is a web page; save it as XLSX or ODS")
    case .csv: say("это текст CSV, а не книга", "it is CSV text, no workbook")
    case .mail:
      say("это письмо; сохраните вложение", "it is a letter; save what is attached to it")
    case .pdf: say("это документ PDF, а не книга", "it is a PDF, no workbook")
    case .picture: say("это картинка, а не книга", "it is a picture, no workbook")
    case .truncated:
      say("файл обрывается; получите его ещё раз", "the file is cut off; get it again")
    case .empty: say("файл пуст", "the file is empty")
    case .document: say("это документ, а не книга", "it is a document, no workbook")
    case .archive, .otherArchive:
      say("это архив; распакуйте его", "it is an archive; unpack it")
    case .unknown: say("это не книга XLSX или ODS", "it is no XLSX or ODS workbook")
    }
  }

  private func say(_ russian: String, _ english: String) -> String {
    language == .ru ? russian : english
  }
}
