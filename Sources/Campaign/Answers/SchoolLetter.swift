import Documents
import Expressions
import Findings
import Foundation
import Monitoring
import Reporting
import Wording

/// The letter to a unit, with its answer attached.
struct SchoolLetter {
  /// Remarks that the letter itself lists; the protocol has all.
  private static let listedRemarks = 10

  let material: ProtocolMaterial
  let unit: Monitoring.Unit
  /// Texts of the pack, by name.
  let texts: [String: [String]]

  /// - Throws: `CampaignError.badPack` for a text of the pack that cannot be read.
  func draft(_ attachments: [MailDraft.Attachment], now: Date) throws -> MailDraft {
    let text = LetterText(kind, texts: texts)
    do {
      let (subject, body) = try text.filled(values(attachments))
      return MailDraft(
        to: addresses, subject: subject, date: now, body: body, attachments: attachments)
    } catch {
      throw CampaignError(
        .badPack,
        ru:
          "текст letter_\(kind.rawValue) пакета не читается: исправьте его в pack.yaml (\(error))",
        en:
          "the pack's text letter_\(kind.rawValue) cannot be read: mend it in pack.yaml (\(error))")
    }
  }

  /// Of the register; empty where it has none that can be written to.
  var addresses: [MailAddress] { MailAddress.all(in: unit.email ?? "") }

  private var kind: LetterText.Kind {
    let isOpen = material.head.closed.isEmpty
    return switch material.verdict {
    case .returned: .returned
    case .refused: .refused
    // In a closed period nothing is asked for any more.
    case .afterClosing: .closed
    case .errors where !material.undecided.isEmpty: isOpen ? .undecided : .closed
    case .errors: isOpen ? .errors : .closed
    case .questions: isOpen ? .questions : .closed
    case .clean: .clean
    }
  }

  private func values(_ attachments: [MailDraft.Attachment]) -> [LetterText.Name: String] {
    let head = material.head
    let (remarks, more) = remarks
    return [
      .head: unit.headDative.map(Typography.capitalized) ?? "", .unit: head.unit,
      .period: head.period, .form: head.form, .file: file, .verdict: material.verdictSentence,
      .action: material.action,
      .deadline: CalendarDate(iso: head.deadline).map(Language.ru.longDate) ?? "",
      .formsTo: head.formsTo, .remarks: remarks, .more: more,
      .attachments: attachments.map { "– \($0.name)" }.joined(separator: "\n"),
      .reason: material.returned?.reason ?? "", .executor: head.executor,
      .organisation: head.organisation,
    ]
  }

  /// Those that were not taken, where there are any.
  private var file: String {
    material.refused.isEmpty ? material.head.file : material.refused.joined(separator: "; ")
  }

  /// A line an entry of the gravest, and how many there are besides.
  private var remarks: (lines: String, more: String) {
    let entries = material.entries.filter { $0.severity != .notice }
    let lines = entries.prefix(Self.listedRemarks).compactMap { entry in
      entry.remarks.first.map { first in
        let others = entry.others.isEmpty ? "" : " (\(entry.others))"
        let file = first.file.isEmpty ? "" : "Файл «\(first.file)»: "
        let line = "\(entry.number). \(file)\(first.place). \(first.message)\(others)"
        // In a closed period nothing is to be done.
        guard !first.mend.isEmpty, material.head.closed.isEmpty else { return line }
        return "\(Typography.stopped(line)) \(first.mend)"
      }
    }
    let left = entries.count - lines.count
    let counted = Language.ru.counted(left, "замечание", "замечания", "замечаний")
    return (lines.joined(separator: "\n"), left > 0 ? "И ещё \(counted) — в протоколе." : "")
  }
}
