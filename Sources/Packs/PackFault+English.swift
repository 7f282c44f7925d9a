import Expressions
import Wording

extension PackFault.Problem {
  var english: String {
    switch self {
    case .missingFile: "there is no such file"
    case .unreadableFile(let reason): "the file cannot be read: \(reason)"
    case .tooLarge(let bytes, let limit):
      "the file has \(bytes) bytes, the limit is \(limit)"
    case .tooManyNodes(let limit):
      "the file has more than \(limit) values with its aliases followed"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .notUTF8: "the file is not text in UTF-8"
    case .notYAML(let slip): "not valid YAML: \(slip.english)"
    case .emptyFile: "the file is empty"
    case .duplicateKey(let key): "the key `\(key)` stands here a second time"
    case .unknownKey(let key): "unknown key `\(key)`"
    case .missingKey(let key): "`\(key)` is missing"
    case .wrongShape(let needed): "\(needed.english) must stand here"
    case .notAllowed(let word, let allowed):
      "`\(word)` is not allowed here; one of: \(allowed.joined(separator: ", "))"
    case .badCode(let code):
      "the code `\(code)` must begin with a small Latin letter and hold only such letters, digits, "
        + "_ and -"
    case .belowLeast(let number, let least): "\(number) is less than \(least)"
    case .tooManyElements(let key, let limit):
      "the list `\(key)` has more than \(limit) elements"
    case .unknownFormat(let found, let known):
      "format \(found) is newer than this program, which knows \(known)"
    case .duplicateCode(let code, let line): "the code `\(code)` stands in line \(line) already"
    case .ambiguousName(let name, let other): "the name «\(name)» belongs to `\(other)` already"
    case .unknown(let reference, let name): reference.english(name)
    case .badExpression(let error): error.code.english(error)
    case .wrongArgumentCount(let function, let needed):
      "the number of arguments of `\(function)` must be \(needed)"
    case .ruleWithoutField: "the condition names no field"
    case .fieldHasRows(let field):
      "`\(field)` has many rows: name it in sum(…), max(…), min(…), count(…) or distinct(…), or "
        + "choose the scope {row: …}"
    case .fieldHasNoRows(let field):
      "`\(field)` is no column of a table: its value is `\(field)` alone"
    case .wrongUnit(let unit, let other):
      "«\(unit)» stands beside «\(other)»: only values of one unit are added or compared; a ratio or "
        + "a product has none"
    case .previousTwice:
      "`previous` inside `previous` is the same last year: a rule looks one year back and no further"
    case .exclusive(let key, let other): "`\(key)` and `\(other)` exclude each other"
    case .toleranceWithoutComparison:
      "a tolerance needs a comparison with =, <>, <, <=, > or >= in the condition"
    case .notNumeric(let field): "`\(field)` holds no numbers"
    case .notWhole(let field):
      "`\(field)` has rows: a value of the whole unit needs a field of a list"
    case .notInTable(let field, let dictionary):
      "`\(field)` is no column of a table by `\(dictionary)`"
    case .notByDictionary(let field, let dictionary):
      "`\(field)` is of a table by `\(dictionary)`: `by` must name a column of that dictionary"
    case .notCounted(let field, let form):
      "`\(field)` must be of the kind `count`, in a section of the form `\(form)` with "
        + "`is_counted: true`"
    case .uncounted(let field):
      "nothing counts `\(field)`: a form of a roster has its title block and what is counted"
    case .denominatorMissing: "a share needs a `denominator`"
    case .denominatorOfCount: "a count has no `denominator`"
    case .notInSection(let indicator, let section):
      "the indicator `\(indicator)` is not of the section `\(section)`"
    case .noTarget(let indicator): "the indicator `\(indicator)` has no target"
    case .missingSentence(let indicator, let trigger):
      "no sentence for `\(trigger)` of the indicator `\(indicator)`"
    case .missingRecommendation(let addressee, let section):
      "no recommendation to `\(addressee)` in the section `\(section)`"
    case .missingIdentity(let identities):
      "the form needs a field of the kind "
        + identities.map { "{identity: \($0)}" }.joined(separator: " and ")
    case .notAFreeText(let field):
      "the field `\(field)` is no text in free rows (a section with `layout: records`, `kind: text`)"
    case .contactNotPersonal(let field):
      "`contact` is for texts about a person: the field `\(field)` needs `kind: text` and "
        + "`is_personal: true`"
    case .explanationsApart: "the fields `about` and `text` must stand in one section"
    case .missingTemplate(let path): "there is no template `\(path)`"
    case .pathOutside(let path): "`\(path)` leads out of the pack's folder"
    case .fileNameWithoutUnit:
      "a document for each unit needs {unit} in its file name, or one overwrites another"
    case .bindingWithoutRows:
      "one of `unit`, `period`, `field` and `member` must stand in a column: {column: …} or "
        + "{headed: …}"
    case .lockedInSettings:
      "a period is closed by a command, which keeps what was signed: svodka lock; take this line out"
    case .periodsNotAscending: "periods must stand from the oldest to the newest, none twice"
    case .unknownPeriod(let period): "\(period) is not among the periods"
    case .nobodyHandsIn:
      "below the first level, the root's, one at least needs `hands_in: true`; the first hands in "
        + "nothing"
    case .unknownTimeZone(let name): "there is no time zone `\(name)`; write one as Asia/Yakutsk"
    case .deadlineMissing(let period): "the last period, \(period), has no deadline here"
    case .correctionsBeforeDeadline: "corrections end before the forms are due"
    }
  }
}

extension PackFault.Shape {
  fileprivate var english: String {
    switch self {
    case .text: "a text"
    case .list: "a list"
    case .mapping: "keys with values"
    case .flag: "true or false"
    case .whole: "a whole number"
    case .number: "a number, its decimals after a point,"
    case .year: "a year between 1990 and 2100"
    case .column: "a column in Latin capitals, as \"B\","
    case .cell: "a cell in Latin capitals, as \"A2\","
    case .date: "a date as \"2021-06-15\""
    case .referenceDay:
      "a day as \"{period}-12-31\" or \"{previous_period}-09-01\", or {field: …} of a date"
    }
  }
}

extension PackFault.Reference {
  fileprivate func english(_ name: String) -> String {
    switch self {
    case .dictionary: "there is no dictionary `\(name)`"
    case .member(let dictionary): "the dictionary `\(dictionary)` has no member `\(name)`"
    case .field: "the form has no field `\(name)`"
    case .section: "no form has a section `\(name)`"
    case .indicator: "there is no indicator `\(name)`"
    case .name: "nothing is called `\(name)` here"
    case .function: "there is no function `\(name)`"
    case .form: "there is no form `\(name)`"
    case .column: "the roster has no column `\(name)`"
    }
  }
}
