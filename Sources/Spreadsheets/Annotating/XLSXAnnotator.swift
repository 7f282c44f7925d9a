/// Writes remarks into the parts of an XLSX file (ECMA-376, part 1, 18).
struct XLSXAnnotator {
  let annotation: WorkbookAnnotation
  let limits: SpreadsheetLimits

  func annotate(_ bytes: [UInt8]) throws(AnnotationRefusal) -> AnnotatedWorkbook {
    throw AnnotationRefusal(.unsplicable, detail: "XLSX files are not annotated yet")
  }
}
