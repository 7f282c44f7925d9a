import Intake
import Monitoring
import Store

/// Which of several forms of a unit a person means.
extension DecidedForm {
  /// The form that is meant among those that count.
  /// - Parameter named: its code or its title, as people write it; nil where there is only one.
  func only(_ current: [StoredSubmission], form named: String?) throws -> StoredSubmission {
    let meant = submissions(current, ofForm: named)
    if meant.count == 1 { return meant[0] }
    let forms = titles(of: current)
    if let named, meant.isEmpty {
      throw CampaignError(
        .badDecision, ru: "\(name): формы «\(named)» нет; есть: \(forms)",
        en: "\(name): there is no form \"\(named)\"; there are: \(forms)")
    }
    throw CampaignError(
      .badDecision, ru: "\(name): назовите форму ключом --form; есть: \(forms)",
      en: "\(name): name the form by --form; there are: \(forms)")
  }

  /// Those of the form that is named by its code or its title («МС-1» for «Форма МС-1», its
  /// version behind it or not); all of them for nil.
  func submissions(
    _ submissions: [StoredSubmission], ofForm named: String?
  ) -> [StoredSubmission] {
    guard let named else { return submissions }
    let typed = TypedName(named)
    let meant = Set(
      pack.forms.filter { schema in
        let versioned = "\(schema.title), версия \(schema.version)"
        return named == schema.code.rawValue || typed == TypedName(schema.code.rawValue)
          || [schema.title, versioned].contains { typed.isEnd(of: TypedName($0)) }
      }.map(\.code))
    return submissions.filter { meant.contains($0.submission.form) }
  }

  /// The forms of these submissions by their titles, with the codes: «Форма МС-1» (ms-1).
  func titles(of submissions: [StoredSubmission]) -> String {
    let codes = Set(submissions.map(\.submission.form))
    let known = pack.forms.filter { codes.contains($0.code) }
    let others = codes.subtracting(known.map(\.code)).sorted().map(\.rawValue)
    return (known.map { "«\($0.title)» (\($0.code))" } + others).joined(separator: ", ")
  }
}
