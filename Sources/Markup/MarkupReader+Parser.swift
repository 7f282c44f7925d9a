private import CXMLReader

/// What is left to libxml2.
extension MarkupReader {
  /// Lets libxml2 go on from where the scanner stands.
  mutating func leaveToParser() {
    isLeaving = false
    guard let left = scanner.take() else { return }
    let rest = left.rest
    guard let reader = unsafe parser() else { return }
    let opening = left.opening
    let status = unsafe opening.withUnsafeBufferPointer { buffer in
      unsafe cxml_reader_take_over(
        reader, buffer.baseAddress, buffer.count, Int32(clamping: left.knownEvents),
        Int32(clamping: left.state == .before ? 1 : left.line))
    }
    guard status == CXML_OK else {
      fault = unsafe fault(of: reader, status)
      return
    }
    parse(rest.span, isLast: isLast)
  }

  mutating func parse(_ bytes: borrowing Span<UInt8>, isLast: Bool) {
    guard let reader = unsafe parser() else { return }
    let status = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe cxml_reader_feed(reader, buffer.baseAddress, buffer.count, isLast ? 1 : 0)
    }
    if status != CXML_OK { fault = unsafe fault(of: reader, status) }
  }

  /// What the last feed brought. The records of Swift mirror those of C (`recordsAgree`).
  var parsed: MarkupBatch? {
    guard let reader = unsafe reader else { return nil }
    var count = 0
    let events = unsafe UnsafeRawPointer(cxml_reader_events(reader, &count))
    let attributes = unsafe UnsafeRawPointer(cxml_reader_attributes(reader))
    return unsafe MarkupBatch(
      reader: reader, events: events?.assumingMemoryBound(to: MarkupEventRecord.self),
      count: count,
      attributes: attributes?.assumingMemoryBound(to: MarkupAttributeRecord.self),
      bytes: cxml_reader_bytes(reader))
  }

  /// libxml2's parser, made when it is needed first; nil without memory, which is a fault.
  private mutating func parser() -> OpaquePointer? {
    if let reader = unsafe reader { return unsafe reader }
    let made = unsafe Self.withCNames(names.list[...], []) { known in
      unsafe known.withUnsafeBufferPointer { buffer in
        unsafe cxml_reader_new(
          buffer.baseAddress, buffer.count, Int32(clamping: limits.depth), limits.longestRun,
          Int32(clamping: limits.attributes), max(limits.names, 1), keepsNames ? 1 : 0)
      }
    }
    if unsafe made == nil { fault = MarkupError(.noMemory) }
    unsafe reader = made
    return unsafe made
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

  private func fault(of reader: OpaquePointer, _ status: cxml_status) -> MarkupError {
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
        detail: limits.tooLongDetail)
    case CXML_TOO_MANY:
      MarkupError(
        .tooLarge, line: line,
        detail: "an element has more than \(limits.attributes) attributes")
    case CXML_TOO_MANY_NAMES:
      MarkupError(
        .tooLarge, line: line,
        detail: "more than \(limits.names) distinct names of elements and attributes")
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
