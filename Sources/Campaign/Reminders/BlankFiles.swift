import Documents
import Foundation
import Monitoring

/// The blank forms that go with reminders, by unit.
struct BlankFiles {
  private let folder: URL
  private let names: [UnitCode: String]

  /// Bytes: mail servers commonly refuse letters over 10 MB, and base64 adds a third.
  private static let longest = 7 << 20

  init(campaign: OpenCampaign, period: Period) {
    folder = campaign.folder.forms(period)
    names = IssuedBlanks(campaign: campaign, period: period).names
  }

  /// Nil where no blank stands there.
  func attachment(_ unit: UnitCode) throws -> MailDraft.Attachment? {
    guard let name = names[unit] else { return nil }
    let bytes = try WholeFile.read(folder.appending(path: name))
    guard bytes.count <= Self.longest else { return nil }
    return MailDraft.Attachment(name: name, mediaType: Self.type(of: name), bytes: bytes)
  }

  private static func type(of name: String) -> String {
    name.lowercased().hasSuffix(".ods")
      ? "application/vnd.oasis.opendocument.spreadsheet"
      : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  }
}
