/// Writes remarks into the parts of an ODS file (OpenDocument 1.3, part 3, 9 and 14.1).
struct ODSAnnotator {
  let annotation: WorkbookAnnotation
  let limits: SpreadsheetLimits

  func annotate(_ bytes: [UInt8]) throws(AnnotationRefusal) -> AnnotatedWorkbook {
    throw AnnotationRefusal(.unsplicable, detail: "ODS files are not annotated yet")
  }
}
