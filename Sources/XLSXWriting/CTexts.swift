private import Glibc

/// Texts lent to C until the end of a call that takes many of them.
@safe struct CTexts: ~Copyable {
  private var kept: [UnsafeMutablePointer<CChar>] = unsafe []

  /// The text up to a U+0000; nil for nil, and where there is no memory.
  @unsafe mutating func keep(_ text: String?) -> UnsafeMutablePointer<CChar>? {
    guard let text, let copy = unsafe strdup(text) else { return nil }
    unsafe kept.append(copy)
    return unsafe copy
  }

  deinit { unsafe kept.forEach { unsafe free($0) } }
}
