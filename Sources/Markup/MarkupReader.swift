private import CXMLReader

/// Reads a document of XML in chunks, whatever its encoding, and hands its elements and text to a
/// receiver. It never reads a DTD, an entity of one, or anything outside the bytes that it is fed.
@safe public struct MarkupReader: ~Copyable {
  @usableFromInline let reader: OpaquePointer
  private let limits: MarkupLimits

  /// - Parameters:
  ///   - names: what the receiver knows by a token.
  ///   - reportsNamespaces: whether declarations of namespaces are among the attributes, in the
  ///     namespace `MarkupNode.Name.xmlns`.
  /// - Throws: `.noMemory`.
  package init(
    names: [KnownName] = [], limits: MarkupLimits = MarkupLimits(), reportsNamespaces: Bool = false
  ) throws(MarkupError) {
    let made = unsafe Self.withCNames(names[...], []) { known in
      unsafe known.withUnsafeBufferPointer { buffer in
        unsafe cxml_reader_new(
          buffer.baseAddress, buffer.count, Int32(clamping: limits.depth), limits.longestRun,
          Int32(clamping: limits.attributes),
          reportsNamespaces ? 1 : 0)
      }
    }
    guard let made = unsafe made else { throw MarkupError(.noMemory) }
    unsafe reader = made
    self.limits = limits
  }

  deinit { unsafe cxml_reader_free(reader) }

  /// Parses the next bytes and hands over what they complete.
  /// - Throws: the document's fault with its line, or what the receiver throws.
  @inlinable
  public mutating func feed(
    _ bytes: borrowing Span<UInt8>, to receiver: inout some MarkupReceiver
  ) throws(MarkupError) {
    let fault = parse(bytes, isLast: false)
    try drain(to: &receiver)
    if let fault { throw fault }
  }

  /// Says that no more bytes come.
  @inlinable
  public mutating func finish(to receiver: inout some MarkupReceiver) throws(MarkupError) {
    let fault = parse(Span(), isLast: true)
    try drain(to: &receiver)
    if let fault { throw fault }
  }

  /// A whole document at once; `afterChunk` takes out what a chunk of it has brought.
  package static func read<Receiver: MarkupReceiver>(
    _ bytes: [UInt8], names: [KnownName] = [], limits: MarkupLimits = MarkupLimits(),
    reportsNamespaces: Bool = false, to receiver: inout Receiver,
    afterChunk: (inout Receiver) -> Void = { _ in }
  ) throws(MarkupError) {
    var reader = try MarkupReader(
      names: names, limits: limits, reportsNamespaces: reportsNamespaces)
    var start = 0
    while start < bytes.count {
      let end = min(start + chunkBytes, bytes.count)
      try reader.feed(bytes.span.extracting(start..<end), to: &receiver)
      afterChunk(&receiver)
      start = end
    }
    try reader.finish(to: &receiver)
  }

  /// Bytes that are parsed at a time: the events of a chunk stay in the second cache.
  private static let chunkBytes = 64 << 10

  /// Inlined where the receiver is known, so that an event costs no call through a protocol.
  @inlinable
  func drain(to receiver: inout some MarkupReceiver) throws(MarkupError) {
    let batch = batch
    guard let events = unsafe batch.events else { return }
    for position in 0..<batch.count {
      let event = unsafe events[position]
      if event.kind == 1 {
        try receiver.start(
          unsafe MarkupElement(
            reader: reader, event: event, attributes: batch.attributes, bytes: batch.bytes))
      } else if event.kind == 2 {
        try receiver.end(event.token)
      } else if let bytes = unsafe batch.bytes {
        let text = unsafe UnsafeBufferPointer(
          start: bytes + Int(event.first), count: Int(event.count))
        try receiver.text(unsafe text.span)
      }
    }
  }

  @usableFromInline
  mutating func parse(_ bytes: borrowing Span<UInt8>, isLast: Bool) -> MarkupError? {
    let status = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe cxml_reader_feed(reader, buffer.baseAddress, buffer.count, isLast ? 1 : 0)
    }
    return status == CXML_OK ? nil : fault(status)
  }

  /// The records of Swift mirror those of C (`recordsAgree`); their memory is only lent.
  @usableFromInline
  var batch: MarkupBatch {
    var count = 0
    let events = unsafe UnsafeRawPointer(cxml_reader_events(reader, &count))
    let attributes = unsafe UnsafeRawPointer(cxml_reader_attributes(reader))
    return unsafe MarkupBatch(
      events: events?.assumingMemoryBound(to: MarkupEventRecord.self), count: count,
      attributes: attributes?.assumingMemoryBound(to: MarkupAttributeRecord.self),
      bytes: cxml_reader_bytes(reader))
  }

  /// Whether the records have the same layout in Swift and in C.
  package static var recordsAgree: Bool {
    MemoryLayout<MarkupEventRecord>.stride == MemoryLayout<cxml_event>.stride
      && MemoryLayout<MarkupEventRecord>.offset(of: \.line)
        == MemoryLayout<cxml_event>.offset(
          of: \.line)
      && MemoryLayout<MarkupAttributeRecord>.stride == MemoryLayout<cxml_attribute>.stride
      && MemoryLayout<MarkupAttributeRecord>.offset(of: \.offset)
        == MemoryLayout<cxml_attribute>.offset(of: \.offset)
      && CXML_START.rawValue == 1 && CXML_END.rawValue == 2
  }

  private func fault(_ status: cxml_status) -> MarkupError {
    let line = Int(unsafe cxml_reader_line(reader))
    let said = unsafe String(cString: cxml_reader_message(reader))
    return switch status {
    case CXML_DOCTYPE: MarkupError(.doctype, line: line, detail: said)
    case CXML_TOO_DEEP:
      MarkupError(
        .tooDeep, line: line, detail: "elements are nested deeper than \(limits.depth)")
    case CXML_TOO_LONG:
      MarkupError(
        .tooLong, line: line,
        detail: "one text or attribute is longer than \(limits.longestRun) bytes")
    case CXML_TOO_MANY:
      MarkupError(
        .tooLarge, line: line,
        detail: "an element has more than \(limits.attributes) attributes")
    case CXML_NO_MEMORY: MarkupError(.noMemory, line: line, detail: said)
    default: MarkupError(.notWellFormed, line: line, detail: said)
    }
  }

  /// C strings that live during `body`: a recursion, because each lives in a closure of its own.
  private static func withCNames<Value>(
    _ names: ArraySlice<KnownName>, _ made: [cxml_known_name],
    _ body: ([cxml_known_name]) -> Value
  ) -> Value {
    guard let name = names.first else { return unsafe body(made) }
    return unsafe name.local.withCString { local in
      if let namespace = name.namespace {
        return unsafe namespace.withCString { uri in
          unsafe withCNames(
            names.dropFirst(), made + [cxml_known_name(uri: uri, local: local, token: name.token)],
            body)
        }
      }
      return unsafe withCNames(
        names.dropFirst(), made + [cxml_known_name(uri: nil, local: local, token: name.token)],
        body)
    }
  }
}
