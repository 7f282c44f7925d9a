import Foundation

extension MailDraft {
  /// The letter as a file `.eml` (RFC 5322 and 2045): ASCII throughout, lines of at most 76
  /// characters that end with CR LF. The same letter gives the same bytes.
  package var bytes: [UInt8] {
    // Bodies are in base64, which has no "_": none of their lines can be the boundary.
    let boundary = "=_svodka_\(mark)"
    var lines = ["X-Unsent: 1", "MIME-Version: 1.0", "Date: \(MailHeader.date(date))"]
    lines += MailHeader.addresses("To", to)
    lines += MailHeader.text("Subject", subject)
    lines += ["Content-Type: multipart/mixed;", " boundary=\"\(boundary)\"", ""]
    lines += ["--\(boundary)", "Content-Type: text/plain; charset=UTF-8"]
    lines += Self.encoded(Self.typed(body))
    for attachment in attachments {
      lines.append("--\(boundary)")
      lines += attachment.headers
      lines += Self.encoded(attachment.bytes)
    }
    lines += ["--\(boundary)--", ""]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  /// RFC 2045, 6.8: the rest of a part's headers, and its body.
  private static func encoded(_ bytes: [UInt8]) -> [String] {
    let base64 = Data(bytes).base64EncodedString(
      options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
    return ["Content-Transfer-Encoding: base64", "", base64]
  }

  /// Text travels with CR LF at the ends of its lines (RFC 2046, 4.1.1).
  private static func typed(_ text: String) -> [UInt8] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  /// FNV-1a of all that the letter holds, in hexadecimal: letters differ in their boundaries.
  private var mark: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    add(subject.utf8)
    add(body.utf8)
    for attachment in attachments {
      add(attachment.name.utf8)
      add(attachment.bytes)
    }
    return String(hash, radix: 16)
  }
}

extension MailDraft.Attachment {
  /// The name three times, since mail programs differ in where they look: in RFC 2231's form, in
  /// ASCII for those that know nothing else, and as an encoded word in the type.
  fileprivate var headers: [String] {
    let name = MailHeader.fileName(name)
    let plain = MailHeader.latin(name)
    let words = MailHeader.words(name)
    var lines = ["Content-Type:", " \(MailHeader.plain(mediaType));"]
    lines += words.enumerated().map { index, word in
      let opening = index == 0 ? " name=\"" : " "
      return opening + word + (index == words.count - 1 ? "\"" : "")
    }
    lines.append("Content-Disposition: attachment;")
    lines += MailHeader.parameter("filename", name)
    lines.append(" filename=\"\(plain)\"")
    return lines
  }
}
