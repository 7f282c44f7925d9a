extension WorkbookAnnotation.Level {
  /// The fill of a cell, RRGGBB: pale, so that what is typed stays legible, and of three
  /// brightnesses (83, 89 and 94 of 100), so that print in grey tells them apart. By exactly these
  /// colours the fills of an earlier copy are known again.
  var fillColour: String {
    switch self {
    case .error: "FFC2B8"
    case .warning: "FFE3A3"
    case .notice: "E8F2FB"
    }
  }
}
