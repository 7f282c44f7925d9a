extension WorkbookAnnotation.Level {
  /// The fill of a cell, RRGGBB: pale, so that what is typed stays legible, and of three
  /// brightnesses, so that print in grey tells them apart. By exactly these colours the fills of an
  /// earlier copy are known again.
  var fillColour: String {
    switch self {
    case .error: "FFC9C0"
    case .warning: "FFE3A3"
    case .notice: "D6E6F5"
    }
  }
}
