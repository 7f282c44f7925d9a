package import Foundation

/// A letter that is ready to be sent by a person: her mail program opens the file as a draft.
///
/// It names no sender: the program that opens it puts its own account there.
package struct MailDraft: Sendable, Hashable {
  /// A file that goes with the letter.
  package struct Attachment: Sendable, Hashable {
    /// Its name for a person, without a path.
    package var name: String
    /// RFC 2046: "application/pdf".
    package var mediaType: String
    package var bytes: [UInt8]

    package init(name: String, mediaType: String, bytes: [UInt8]) {
      self.name = name
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  /// Empty: the person types the address herself.
  package var to: [MailAddress]
  package var subject: String
  package var date: Date
  /// Plain text; its lines end with "\n".
  package var body: String
  package var attachments: [Attachment]

  package init(
    to: [MailAddress], subject: String, date: Date, body: String, attachments: [Attachment] = []
  ) {
    self.to = to
    self.subject = subject
    self.date = date
    self.body = body
    self.attachments = attachments
  }
}

/// An address of electronic mail that can stand in a header as it is.
package struct MailAddress: Sendable, Hashable, CustomStringConvertible {
  /// RFC 5321, 4.5.3.1.3: octets of a path, less its two brackets.
  private static let longest = 254

  package let description: String

  /// Nil for what is no address in ASCII of the form `name@domain`: whatever could end the header
  /// or name somebody else is none.
  package init?(_ text: String) {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }), halves[1].contains("."),
      text.utf8.count <= Self.longest, text.unicodeScalars.allSatisfy(Self.mayStand)
    else { return nil }
    description = text
  }

  /// The addresses of a register's cell, several of which may be parted by commas, semicolons or
  /// spaces; what is no address is left out.
  package static func all(in text: String) -> [MailAddress] {
    text.split { ",;".contains($0) || $0.isWhitespace }.compactMap { MailAddress(String($0)) }
  }

  /// RFC 5322, 3.2.3: letters, digits and marks of an atom, full stops, and the sign itself.
  private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII, scalar.value > 32, scalar.value < 127 else { return false }
    return !"()<>[]:;\\,\"".unicodeScalars.contains(scalar)
  }
}
