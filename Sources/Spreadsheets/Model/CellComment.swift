/// A note that stands at a cell. One that was answered gives a comment for each answer too, all at
/// one address, in the order of the file.
public struct CellComment: Hashable, Sendable {
  /// The cell that it stands at.
  public var address: CellAddress
  /// Nil when the file does not say.
  public var author: String?
  /// Paragraphs are parted by "\n". Excel begins the text with the author's name where a person
  /// left it so; it is not taken off.
  public var text: String

  /// A note that stands in no file.
  public init(address: CellAddress, author: String? = nil, text: String) {
    self.address = address
    self.author = author
    self.text = text
  }
}
