"""The smallest honest workbooks of both formats, to which each case adds its one trait."""
from archive import zipped
from streams import Stream

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def encoded(text):
    return text if isinstance(text, (bytes, Stream, tuple)) else text.encode()


def joined(*pieces):
    return Stream(*[encoded(piece) for piece in pieces])


def relations(*entries):
    """Each entry: identifier, kind, target."""
    return HEAD + (f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in entries) + "</Relationships>").encode()


class XLSX:
    """Where the parts of a case in SpreadsheetML stand."""

    suffix = "xlsx"
    part = "xl/worksheets/sheet1.xml"
    root = f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"'
    opening = root + "><sheetData>"
    closing = "</sheetData></worksheet>"

    @staticmethod
    def row(text):
        """A row of one cell with a text, given as markup."""
        return joined('<row><c t="inlineStr"><is><t>', text, "</t></is></c></row>")

    @staticmethod
    def parts(sheet, **others):
        """Others: strings, styles, workbook, links, root, more (a dictionary of parts)."""
        links = [("rId1", "worksheet", "worksheets/sheet1.xml")]
        parts = {"[Content_Types].xml": HEAD + b"<Types/>"}
        parts["_rels/.rels"] = others.get(
            "root", relations(("rId1", "officeDocument", "xl/workbook.xml")))
        parts["xl/workbook.xml"] = others.get("workbook", HEAD + (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="rId1"/></sheets>'
            f'{others.get("names", "")}</workbook>').encode())
        for name, kind in (("strings", "sharedStrings"), ("styles", "styles")):
            if name in others:
                links.append((name, kind, kind + ".xml"))
                parts[f"xl/{kind}.xml"] = others[name]
        parts["xl/_rels/workbook.xml.rels"] = others.get("links", relations(*links))
        parts[XLSX.part] = sheet
        parts.update(others.get("more", {}))
        return parts

    @classmethod
    def document(cls, *rows, before="", after=""):
        """The part of the sheet; `before` and `after` stand around its data."""
        return joined(HEAD, cls.root, ">", before, "<sheetData>", *rows, "</sheetData>", after,
                      "</worksheet>")

    @classmethod
    def file(cls, document, **others):
        return zipped(cls.parts(document, **others))

    @classmethod
    def sheet(cls, *rows, before="", after="", **others):
        return cls.file(cls.document(*rows, before=before, after=after), **others)


class ODS:
    """Where the parts of a case in OpenDocument stand."""

    suffix = "ods"
    part = "content.xml"
    root = "<office:document-content" + "".join(
        f' xmlns:{prefix}="{ODF}{name}:1.0"' for prefix, name in (
            ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
            ("number", "datastyle"), ("draw", "drawing"))) + ' office:version="1.3"'
    opening = root + "><office:body><office:spreadsheet><table:table table:name=\"S\">"
    closing = "</table:table></office:spreadsheet></office:body></office:document-content>"

    @staticmethod
    def row(text):
        return joined('<table:table-row><table:table-cell office:value-type="string"><text:p>',
                      text, "</text:p></table:table-cell></table:table-row>")

    @staticmethod
    def parts(content, **others):
        parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
        parts["content.xml"] = content
        parts["META-INF/manifest.xml"] = others.get("manifest", HEAD + (
            f'<manifest:manifest xmlns:manifest="{ODF}manifest:1.0"><manifest:file-entry '
            'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument'
            '.spreadsheet"/></manifest:manifest>').encode())
        parts.update(others.get("more", {}))
        return parts

    @classmethod
    def document(cls, *rows, before="", after=""):
        """`before` stands before the body, `after` behind the table."""
        return joined(HEAD, cls.root, ">", before,
                      '<office:body><office:spreadsheet><table:table table:name="S">', *rows,
                      "</table:table>", after,
                      "</office:spreadsheet></office:body></office:document-content>")

    @classmethod
    def file(cls, document, **others):
        return zipped(cls.parts(document, **others), stored=("mimetype",))

    @classmethod
    def sheet(cls, *rows, before="", after="", **others):
        return cls.file(cls.document(*rows, before=before, after=after), **others)


BOTH = (XLSX, ODS)
# A row whose cell A1 must be read right where a file can be read at all.
FIRST = {XLSX: '<row r="1"><c r="A1"><v>42</v></c></row>',
         ODS: '<table:table-row><table:table-cell office:value-type="float" office:value="42"/>'
              "</table:table-row>"}
