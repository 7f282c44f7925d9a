private import CXMLReader

/// Parses XML that comes in pieces, and hands what it holds to a receiver.
///
/// Plain documents are read by `QuickScanner`; libxml2 reads the others, and takes over where one
/// ceases to be plain. Document types are refused, entities are never fetched, and a limit stops
/// what grows without end.
///
/// One reader parses one document, on one task; it owns libxml2's parser, where there is one, beside
/// the bytes that it is fed.
@safe public struct MarkupReader: ~Copyable {
  /// libxml2's; nil while the document is plain.
  var reader: OpaquePointer?
  var scanner: QuickScanner?
  let names: KnownNames
  let limits: MarkupLimits
  let keepsNames: Bool

  /// What the last pieces brought and was not handed over yet.
  private var hasMore = false
  /// Whether libxml2 takes over when the batch that was handed over is done with.
  var isLeaving = false
  var isLast = false
  var fault: MarkupError?

  /// - Parameters:
  ///   - names: what the receiver knows by a token.
  ///   - keepsNames: whether the names of elements and attributes can be asked for, and declarations
  ///     of namespaces are among the attributes, in the namespace `MarkupNode.Name.xmlns`: for those
  ///     who keep what they do not know.
  ///   - isQuick: false leaves everything to libxml2.
  package init(
    names: KnownNames, limits: MarkupLimits = MarkupLimits(), keepsNames: Bool = false,
    isQuick: Bool = true
  ) {
    self.names = names
    self.limits = limits
    self.keepsNames = keepsNames
    scanner = isQuick && !keepsNames ? QuickScanner(known: names, limits: limits) : nil
  }

  package init(
    names: [KnownName] = [], limits: MarkupLimits = MarkupLimits(), keepsNames: Bool = false,
    isQuick: Bool = true
  ) {
    self.init(
      names: KnownNames(names), limits: limits, keepsNames: keepsNames, isQuick: isQuick)
  }

  deinit {
    if let reader = unsafe reader { unsafe cxml_reader_free(reader) }
  }

  /// Parses the next bytes and hands over what they complete.
  /// - Throws: the document's fault with its line, or what the receiver throws.
  @inlinable
  public mutating func feed(
    _ bytes: borrowing Span<UInt8>, to receiver: inout some MarkupReceiver
  ) throws(MarkupError) {
    take(bytes)
    try handOver(to: &receiver)
  }

  /// Says that no more bytes come.
  @inlinable
  public mutating func finish(to receiver: inout some MarkupReceiver) throws(MarkupError) {
    takeEnd()
    try handOver(to: &receiver)
  }

  /// A whole document at once; `afterChunk` takes out what a chunk of it has brought.
  package static func read<Receiver: MarkupReceiver>(
    _ bytes: [UInt8], names: KnownNames, limits: MarkupLimits = MarkupLimits(),
    keepsNames: Bool = false, isQuick: Bool = true, to receiver: inout Receiver,
    afterChunk: (inout Receiver) -> Void = { _ in }
  ) throws(MarkupError) {
    var reader = MarkupReader(
      names: names, limits: limits, keepsNames: keepsNames, isQuick: isQuick)
    var start = 0
    while start < bytes.count {
      let end = min(start + chunkBytes, bytes.count)
      try reader.feed(bytes.span.extracting(start..<end), to: &receiver)
      afterChunk(&receiver)
      start = end
    }
    try reader.finish(to: &receiver)
  }

  package static func read<Receiver: MarkupReceiver>(
    _ bytes: [UInt8], names: [KnownName] = [], limits: MarkupLimits = MarkupLimits(),
    keepsNames: Bool = false, isQuick: Bool = true, to receiver: inout Receiver,
    afterChunk: (inout Receiver) -> Void = { _ in }
  ) throws(MarkupError) {
    try read(
      bytes, names: KnownNames(names), limits: limits, keepsNames: keepsNames, isQuick: isQuick,
      to: &receiver, afterChunk: afterChunk)
  }

  /// Bytes that are parsed at a time: the events of a chunk stay in the second cache.
  private static let chunkBytes = 64 << 10

  @inlinable
  mutating func handOver(to receiver: inout some MarkupReceiver) throws(MarkupError) {
    while let batch = next() { try batch.drain(to: &receiver) }
    if let fault = takeFault() { throw fault }
  }

  @usableFromInline
  mutating func take(_ bytes: borrowing Span<UInt8>) {
    hasMore = true
    if scanner != nil {
      scanner?.take(bytes)
    } else {
      parse(bytes, isLast: false)
    }
  }

  @usableFromInline
  mutating func takeEnd() {
    hasMore = true
    isLast = true
    if scanner == nil { parse(Span(), isLast: true) }
  }

  @usableFromInline
  mutating func takeFault() -> MarkupError? {
    defer { fault = nil }
    return fault
  }

  /// The next batch of what was taken; nil when there is no more. Its memory is only lent.
  @usableFromInline
  mutating func next() -> MarkupBatch? {
    guard hasMore else { return nil }
    if isLeaving { leaveToParser() }
    guard let stop = scanner?.scan() else {
      hasMore = false
      return parsed
    }
    switch stop {
    case .paused: break
    case .starved:
      isLeaving = isLast && scanner?.isComplete == false
      hasMore = isLeaving
    case .tooLong:
      hasMore = false
      fault = MarkupError(.tooLong, line: scanner?.line ?? 0, detail: limits.tooLongDetail)
    case .handOver: isLeaving = true
    }
    return scanner?.batch
  }
}

extension MarkupLimits {
  var tooLongDetail: String { "one text or attribute is longer than \(longestRun) bytes" }
}
