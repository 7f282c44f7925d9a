private import CXMLReader

/// Reads a document of XML in chunks, whatever its encoding, and hands its elements and text to a
/// receiver. It never reads a DTD, an entity of one, or anything outside the bytes that it is fed.
@safe package struct MarkupReader: ~Copyable {
  private let reader: OpaquePointer
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
  package mutating func feed(
    _ bytes: borrowing Span<UInt8>, to receiver: inout some MarkupReceiver
  ) throws(MarkupError) {
    let status = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe cxml_reader_feed(reader, buffer.baseAddress, buffer.count, 0)
    }
    try drain(status, to: &receiver)
  }

  /// Says that no more bytes come.
  package mutating func finish(to receiver: inout some MarkupReceiver) throws(MarkupError) {
    let status = unsafe cxml_reader_feed(reader, nil, 0, 1)
    try drain(status, to: &receiver)
  }

  /// A whole document at once.
  package static func read(
    _ bytes: [UInt8], names: [KnownName] = [], limits: MarkupLimits = MarkupLimits(),
    to receiver: inout some MarkupReceiver
  ) throws(MarkupError) {
    var reader = try MarkupReader(names: names, limits: limits)
    try reader.feed(bytes.span, to: &receiver)
    try reader.finish(to: &receiver)
  }

  private func drain(
    _ status: cxml_status, to receiver: inout some MarkupReceiver
  ) throws(MarkupError) {
    var count = 0
    let events = unsafe cxml_reader_events(reader, &count)
    let bytes = unsafe cxml_reader_bytes(reader)
    for position in 0..<count {
      guard let event = unsafe events?[position] else { break }
      switch event.kind {
      case CXML_START.rawValue:
        try receiver.start(unsafe MarkupElement(reader: reader, position: position))
      case CXML_END.rawValue:
        try receiver.end(event.token)
      default:
        guard let bytes = unsafe bytes else { continue }
        let text = unsafe UnsafeBufferPointer(
          start: bytes + Int(event.first), count: Int(event.count))
        try receiver.text(unsafe text.span)
      }
    }
    guard status != CXML_OK else { return }
    throw fault(status)
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
