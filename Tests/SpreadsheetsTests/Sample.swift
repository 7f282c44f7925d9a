import Archives
import Spreadsheets

/// Workbooks of one trait, made in memory.
enum Sample {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  static func archive(_ parts: [(String, String)]) throws -> [UInt8] {
    try archive(parts.map { ($0.0, Array($0.1.utf8)) })
  }

  static func archive(_ parts: [(String, [UInt8])]) throws -> [UInt8] {
    var writer = try ArchiveWriter()
    for (name, content) in parts { try writer.add(name, content) }
    return try writer.finish()
  }

  /// A workbook of one sheet, «Лист1»; `data` stands in `sheetData`, `after` behind it.
  static func xlsx(
    _ data: String, after: String = "", shared: String? = nil, styles: String? = nil,
    properties: String = "", namespace: String = main, extra: [(String, String)] = []
  ) throws -> [UInt8] {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var parts = [
      (
        "[Content_Types].xml",
        #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#
      ),
      (
        "_rels/.rels",
        #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="\#(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
      ),
      (
        "xl/workbook.xml",
        #"<workbook xmlns="\#(namespace)" xmlns:r="\#(relations)">\#(properties)<sheets><sheet name="Лист1" sheetId="1" r:id="b"/></sheets></workbook>"#
      ),
      (
        "xl/_rels/workbook.xml.rels",
        #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="b" Type="\#(relations)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="\#(relations)/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="d" Type="\#(relations)/styles" Target="styles.xml"/></Relationships>"#
      ),
      (
        "xl/worksheets/sheet1.xml",
        #"<worksheet xmlns="\#(namespace)"><sheetData>\#(data)</sheetData>\#(after)</worksheet>"#
      ),
    ]
    if let shared {
      parts.append(("xl/sharedStrings.xml", #"<sst xmlns="\#(namespace)">\#(shared)</sst>"#))
    }
    if let styles {
      parts.append(("xl/styles.xml", #"<styleSheet xmlns="\#(namespace)">\#(styles)</styleSheet>"#))
    }
    return try archive(parts + extra)
  }

  static let namespaces = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
    xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    """

  /// A spreadsheet of one table, «Лист1», with `rows` in it.
  static func ods(_ rows: String, name: String = "Лист1", manifest: String? = nil) throws -> [UInt8]
  {
    var parts = [
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      (
        "content.xml",
        #"<office:document-content \#(namespaces)><office:body><office:spreadsheet><table:table table:name="\#(name)">\#(rows)</table:table></office:spreadsheet></office:body></office:document-content>"#
      ),
    ]
    if let manifest { parts.append(("META-INF/manifest.xml", manifest)) }
    return try archive(parts)
  }

  /// The cells of the first sheet as "A1=…", empty ones left out.
  static func cells(_ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()) throws
    -> [String]
  {
    let workbook = try Workbook(reading: bytes, limits: limits)
    return (workbook.sheets.first?.cells ?? []).filter { $0.value != .empty }.map {
      "\($0.address)=\(SavedWorkbooksTests.described($0.value))"
    }
  }

  static func notices(_ bytes: [UInt8]) throws -> [String] {
    let workbook = try Workbook(reading: bytes)
    return (workbook.sheets.first?.notices ?? []).map {
      "\($0.address?.description ?? "") \($0.code.rawValue)"
    }
  }
}
