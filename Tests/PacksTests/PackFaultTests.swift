import Foundation
import Packs
import Testing
import Wording

/// One slip in the small pack. `new` replaces `old`; `¦` in it marks the character that the fault
/// must point at.
struct Slip: CustomTestStringConvertible, Sendable {
  var file: String
  var old: String
  var new: String
  /// The fault in English, without its place.
  var words: String

  init(_ file: String, _ old: String, _ new: String, _ words: String) {
    self.file = file
    self.old = old
    self.new = new
    self.words = words
  }

  var testDescription: String { "\(file): \(new)" }

  /// The changed file, and the place of the mark as "file:line:column".
  func applied() throws -> (text: String, place: String) {
    let source = try #require(SmallPack.texts[file])
    let range = try #require(source.range(of: old), "\(old) is not in \(file)")
    let marked = source.replacingCharacters(in: range, with: new)
    let mark = try #require(marked.firstIndex(of: "¦"))
    let before = marked[..<mark].split(separator: "\n", omittingEmptySubsequences: false)
    let column = (before.last?.count ?? 0) + 1
    return (marked.replacing("¦", with: ""), "\(file):\(before.count):\(column)")
  }
}

/// The faults of a pack in English; empty when it loads.
func faults(of texts: [String: String]) -> [String] {
  do {
    _ = try PackLoader.load(PackFiles(texts: texts))
    return []
  } catch {
    return error.faults.map { $0.message(.en) }
  }
}

@Suite("Faults of packs")
struct PackFaultTests {
  @Test func findsNothingInAWholePack() {
    #expect(faults(of: SmallPack.texts) == [])
  }

  @Test(arguments: [
    Slip(
      "pack.yaml", "title: Малая", "¦titel: Малая", "unknown key `titel`, did you mean `title`?"),
    Slip(
      "pack.yaml", "small_cell: 5", "small_cell: ¦пять",
      "a number, its decimals after a point, must stand here"),
    Slip("pack.yaml", "small_cell: 5", "small_cell: ¦-1", "-1 is less than 0"),
    Slip(
      "pack.yaml", "- Первый абзац.", "- 'Место: {{ ¦publcation }}.'",
      "nothing is called `publcation` here, did you mean `publication`?"),
    Slip(
      "pack.yaml", "persons: 3", "persons: ¦3,5",
      "a number, its decimals after a point, must stand here"),
    Slip("pack.yaml", "version: 1", "version: ¦1.5", "a whole number must stand here"),
    Slip(
      "pack.yaml", "format: 1", "format: ¦2", "format 2 is newer than this program, which knows 1"),
    Slip(
      "pack.yaml", "code: small", "code: ¦малая",
      "the code `малая` must begin with a small Latin letter and hold only such letters, digits, _ and -"
    ),
    Slip(
      "pack.yaml", "calendar", "¦calender",
      "`calender` is not allowed here; one of: calendar, school, did you mean `calendar`?"),
    Slip("pack.yaml", "tasks: [первая]", "tasks: ¦первая", "a list must stand here"),
    Slip(
      "dictionaries.yaml", "code: subjects", "code: ¦sections",
      "the code `sections` stands in line 2 already"),
    Slip(
      "dictionaries.yaml", "{code: singing, title: Пение}", "¦{code: singing, title: математика}",
      "the name «математика» belongs to `algebra` already"),
    Slip(
      "dictionaries.yaml", "direction: d1,", "direction: ¦d2,",
      "the dictionary `directions` has no member `d2`, did you mean `d1`?"),
    Slip(
      "dictionaries.yaml", "indicator: supported", "indicator: ¦suported",
      "there is no indicator `suported`, did you mean `supported`?"),
    Slip(
      "form.yaml", "{table: subjects}", "{table: ¦subject}",
      "there is no dictionary `subject`, did you mean `subjects`?"),
    Slip(
      "form.yaml", "layout: {table: subjects}", "layout: ¦tabel",
      "`tabel` is not allowed here; one of: list, records, {table: …}"),
    Slip(
      "form.yaml", "kind: percent", "kind: ¦percents",
      "`percents` is not allowed here; one of: count, percent, number, text, yes_no, date, did you mean `percent`?"
    ),
    Slip(
      "form.yaml", "kind: percent", "kind: {choice: ¦levels}", "there is no dictionary `levels`"),
    Slip("form.yaml", "is_required: false", "is_required: ¦no", "true or false must stand here"),
    Slip("form.yaml", "code: named", "code: ¦total", "the code `total` stands in line 22 already"),
    Slip(
      "form.yaml", "label: Сопровождались", "label: ¦всего",
      "the name «всего» belongs to `total` already"),
    Slip(
      "form.yaml", "sheet: Предметы", "sheet: ¦Кадры", "the name «Кадры» belongs to `staff` already"
    ),
    Slip(
      "indicators.yaml", "field: helped", "field: ¦help",
      "the form has no field `help`, did you mean `helped`?"),
    Slip(
      "indicators.yaml", "section: support", "section: ¦supports",
      "the dictionary `sections` has no member `supports`, did you mean `support`?"),
    Slip(
      "indicators.yaml", "kind: share", "kind: ¦rate",
      "`rate` is not allowed here; one of: share, count"),
    Slip("indicators.yaml", "field: total", "field: ¦share", "`share` holds no numbers"),
    Slip(
      "indicators.yaml", "field: total", "field: ¦teachers",
      "`teachers` has rows: a value of the whole unit needs a field of a list"),
    Slip(
      "indicators.yaml", "numerator: {field: teachers", "numerator: {field: ¦helped",
      "`helped` is no column of a table by `subjects`"),
    Slip(
      "indicators.yaml", "- dimension: subjects", "- dimension: ¦sujects",
      "there is no dictionary `sujects`, did you mean `subjects`?"),
    Slip(
      "indicators.yaml", "breaks: [2020]", "breaks: [¦20]",
      "a year between 1990 and 2100 must stand here"),
    Slip(
      "indicators.yaml",
      "- numerator: {field: helped, description: кого}\n        denominator: {field: total, description: всех}",
      "- ¦numerator: {field: helped, description: кого}", "a share needs a `denominator`"),
  ])
  func namesTheSlipAtItsPlace(slip: Slip) throws {
    try check(slip)
  }

  @Test(arguments: [
    Slip(
      "rules.yaml", "condition: helped", "¦conditon: helped",
      "unknown key `conditon`, did you mean `condition`?"),
    Slip(
      "rules.yaml", "helped <= total", "¦helpd <= total",
      "nothing is called `helpd` here, did you mean `helped`?"),
    Slip(
      "rules.yaml", "helped <= total", "helped <= ¦totаl",
      "nothing is called `totаl` here, did you mean `total`?"),
    Slip(
      "rules.yaml", "helped <= total", "helped <= ¦unit_code", "nothing is called `unit_code` here"),
    Slip(
      "rules.yaml", "helped <= total", "helped ¦,5 <= total",
      "an operator must stand here, not `,`: decimals are written after a point"),
    Slip(
      "rules.yaml", "helped <= total", "helped <= ¦= total",
      "a number, a name or a parenthesis must stand here, not `=`"),
    Slip(
      "rules.yaml", "helped <= total", "0 <= helped ¦<= total",
      "two comparisons in a row: put `and` between them"),
    Slip(
      "rules.yaml", "condition: helped <= total", "condition: ¦2 <= 3",
      "the condition names no field"),
    Slip(
      "rules.yaml", "helped <= total", "helped <= ¦teachers",
      "`teachers` has many rows: name it in sum(…), max(…), min(…), count(…) or distinct(…), or choose the scope {row: …}"
    ),
    Slip(
      "rules.yaml", "helped <= total", "helped <= ¦previus(total)",
      "there is no function `previus`, did you mean `previous`?"),
    Slip(
      "rules.yaml", "helped <= total", "helped <= ¦previous(total, 2)",
      "the number of arguments of `previous` must be 1"),
    Slip(
      "rules.yaml", "      teachers >= 0", "      teachers >= ¦zero",
      "nothing is called `zero` here"),
    Slip(
      "rules.yaml", "> {{ total }}", "> {{ ¦totals }}",
      "nothing is called `totals` here, did you mean `total`?"),
    Slip("rules.yaml", "> {{ total }}", "> ¦{{ total", "`{{` without `}}`"),
    Slip(
      "rules.yaml", "'Больше: {{ helped }} >", "'Больше, чем ''целое'': {{ ¦whole }} >",
      "nothing is called `whole` here"),
    Slip(
      "rules.yaml", "'Больше: {{ helped }} >",
      "'Больше\n        чем целое:\n        {{ ¦whole }} >", "nothing is called `whole` here"),
    Slip(
      "rules.yaml", "'Больше: {{ helped }} > {{ total }}'",
      "\"Больше \\\"целого\\\": {{ ¦whole }}\"", "nothing is called `whole` here"),
    Slip(
      "rules.yaml", "{{ row.title }}", "{{ ¦row }}",
      "nothing is called `row` here, did you mean `row.title`?"),
    Slip(
      "rules.yaml", "{{ row.title }}", "{{ ¦row.titel }}",
      "nothing is called `row.titel` here, did you mean `row.title`?"),
    Slip("rules.yaml", "{{ helped }}", "{{ ¦row.title }}", "nothing is called `row.title` here"),
    Slip(
      "rules.yaml", "form\n    condition: helped",
      "{column: [helped]}\n    condition: ¦value + helped",
      "`value` has many rows: name it in sum(…), max(…), min(…), count(…) or distinct(…), or choose the scope {row: …}"
    ),
    Slip("rules.yaml", "{row: subjects}", "{row: ¦lessons}", "there is no dictionary `lessons`"),
    Slip(
      "rules.yaml", "severity: error", "severity: ¦fatal",
      "`fatal` is not allowed here; one of: error, warning, notice"),
    Slip(
      "rules.yaml", "withholds: [helped]", "withholds: [¦helpt]",
      "the form has no field `helpt`, did you mean `helped`?"),
    Slip(
      "rules.yaml", "leads: helped", "leads: ¦hepled",
      "the form has no field `hepled`, did you mean `helped`?"),
    Slip(
      "rules.yaml", "code: teachers_within_total", "code: ¦helped_within_total",
      "the code `helped_within_total` stands in line 2 already"),
    Slip(
      "sentences.yaml", "{{ value }}", "{{ ¦valeu }}",
      "nothing is called `valeu` here, did you mean `value`?"),
    Slip(
      "sentences.yaml", "{{ value }}", "{{ ¦plural(value) }}",
      "the number of arguments of `plural` must be 4"),
    Slip("sentences.yaml", "{{ value }}", "{{¦ }}", "an expression is missing"),
    Slip(
      "sentences.yaml", "addressees: [heads]", "addressees: [¦head]",
      "the dictionary `addressees` has no member `head`, did you mean `heads`?"),
    Slip(
      "sentences.yaml", "direction: d1", "direction: ¦d9",
      "the dictionary `directions` has no member `d9`, did you mean `d1`?"),
    Slip(
      "sentences.yaml", "code: supported_growth", "code: ¦supported_decline",
      "the code `supported_decline` stands in line 2 already"),
    Slip(
      "recommendations.yaml", "[decline, gap]", "[decline, ¦gaps]",
      "`gaps` is not allowed here; one of: target_missed, decline, gap, no_data, growth, target_met, steady, did you mean `gap`?"
    ),
    Slip(
      "recommendations.yaml", "triggers: [decline, gap]", "triggers: ¦[]", "`triggers` is missing"),
    Slip(
      "recommendations.yaml", "[supported]", "[¦goal]",
      "the indicator `goal` is not of the section `support`"),
    Slip(
      "recommendations.yaml", "{{ next_period }}", "{{ ¦value }}", "nothing is called `value` here"),
    Slip("measures.yaml", "indicator: supported", "indicator: ¦i9", "there is no indicator `i9`"),
    Slip(
      "documents.yaml", "documents/report.fodt", "¦documents/reports.fodt",
      "there is no template `documents/reports.fodt`"),
    Slip(
      "documents.yaml", "documents/report.fodt", "¦../report.fodt",
      "`../report.fodt` leads out of the pack's folder"),
    Slip(
      "documents.yaml", "file_name: Отчёт\n    cardinality: once",
      "file_name: ¦Отчёт\n    cardinality: unit",
      "a document for each unit needs {unit} in its file name, or one overwrites another"),
    Slip(
      "documents.yaml", "[internal, public]", "[internal, ¦secret]",
      "`secret` is not allowed here; one of: internal, public"),
  ])
  func namesTheSlipOfATextAtItsCharacter(slip: Slip) throws {
    try check(slip)
  }

  private func check(_ slip: Slip) throws {
    let (text, place) = try slip.applied()
    var texts = SmallPack.texts
    texts[slip.file] = text
    let found = faults(of: texts).filter { $0.hasPrefix("\(place): ") }
    #expect(found.contains { $0.hasPrefix("\(place): \(slip.words)") }, "\(faults(of: texts))")
  }
}
