/// A file of a campaign's folder, or a part of one, in which nobody could look for copies.
package struct UnopenedFile: Sendable, Hashable {
  package enum Reason: Error, Hashable {
    /// It is not followed: it may lead out of the campaign.
    case link
    case unlistedFolder
    case unreadable
    /// An archive over `Inbox.largestFile`.
    case tooLarge
    case damaged
    /// An archive that is no ZIP.
    case otherArchive
    /// Files of an archive under a password, over the limits or damaged.
    case unreadParts
    /// Archives within an archive.
    case innerArchives

    package var russian: String {
      switch self {
      case .link: "ссылка, по ней программа не идёт"
      case .unlistedFolder: "папку не удалось прочесть"
      case .unreadable: "файл не удалось прочесть"
      case .tooLarge: "архив больше \(Inbox.largestFile >> 20) МБ"
      case .damaged: "архив повреждён или больше, чем программа разбирает"
      case .otherArchive: "архив не ZIP"
      case .unreadParts: "не все файлы архива удалось прочесть (пароль, размер или повреждение)"
      case .innerArchives: "в архиве есть другие архивы"
      }
    }

    package var english: String {
      switch self {
      case .link: "a link, which is not followed"
      case .unlistedFolder: "the folder could not be listed"
      case .unreadable: "the file could not be read"
      case .tooLarge: "an archive over \(Inbox.largestFile >> 20) MB"
      case .damaged: "an archive that is damaged or over the limits"
      case .otherArchive: "an archive that is no ZIP"
      case .unreadParts: "some files of the archive could not be read (password, size or damage)"
      case .innerArchives: "there are archives within the archive"
      }
    }
  }

  /// Of the file on the disk, below the campaign's folder.
  package let path: String
  package let reason: Reason
}
