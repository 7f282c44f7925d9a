"""Archives that hold one trait each: everything around it is as plain as it can be."""
import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>%s</Types>'
)
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."
STYLES = (
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1">'
    '<fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
)

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    "office": ODF + "office:1.0", "table": ODF + "table:1.0", "text": ODF + "text:1.0",
    "style": ODF + "style:1.0", "draw": ODF + "drawing:1.0", "number": ODF + "datastyle:1.0",
    "svg": ODF + "svg-compatible:1.0", "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink", "of": ODF + "of:1.2",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
MIME = "application/vnd.oasis.opendocument.spreadsheet"


def encoded(content):
    return content if isinstance(content, bytes) else content.encode()


def packed(parts, method=zipfile.ZIP_DEFLATED):
    """A zip of parts in their order; None leaves a part out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            if content is None:
                continue
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else method
            # zipfile turns the separator of the machine; a backslash is kept by this.
            info.filename = name
            archive.writestr(info, encoded(content))
    return out.getvalue()


class Stream(io.RawIOBase):
    """Cannot be sought, so zipfile writes data descriptors."""

    def __init__(self):
        self.out = io.BytesIO()

    def writable(self):
        return True

    def write(self, data):
        return self.out.write(data)


def streamed(parts):
    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, encoded(content))
    return stream.out.getvalue()


def sixty_four(parts):
    """Sizes in zip64 fields, though they would fit."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is None:
                continue
            with archive.open(name, "w", force_zip64=True) as entry:
                entry.write(encoded(content))
    return out.getvalue()


def xlsx_parts(data="", *, whole=None, shared=None, xfs=None, formats="", after="", before="",
               workbook="", ns=MAIN, sheets=None, rel=RELATIONS, styles=None, more=None):
    """`data` stands in sheetData; `xfs` are number format ids of the cell formats 1, 2, …"""
    sheets = sheets or [("S", "")]
    kinds = '<Override PartName="/xl/workbook.xml" ContentType="' + KIND + 'sheet.main+xml"/>'
    listed, related, bodies = "", "", {}
    for number, (name, attributes) in enumerate(sheets, 1):
        listed += f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"{attributes}/>'
        related += (f'<Relationship Id="rId{number}" Type="{rel}/worksheet" '
                    f'Target="worksheets/sheet{number}.xml"/>')
        kinds += (f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
                  f'ContentType="{KIND}worksheet+xml"/>')
        rows = data if number == 1 else '<row r="1"><c r="A1"><v>2</v></c></row>'
        bodies[f"xl/worksheets/sheet{number}.xml"] = (
            f'{HEAD}<worksheet xmlns="{ns}" xmlns:r="{rel}">{before}'
            f'<sheetData>{rows}</sheetData>{after}</worksheet>')
    if whole is not None:
        bodies["xl/worksheets/sheet1.xml"] = whole
    beside = {}
    if shared is not None:
        related += f'<Relationship Id="s" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/>'
        kinds += f'<Override PartName="/xl/sharedStrings.xml" ContentType="{KIND}sharedStrings+xml"/>'
        beside["xl/sharedStrings.xml"] = (
            shared if isinstance(shared, bytes) or shared.startswith("<?xml")
            else f'{HEAD}<sst xmlns="{ns}">{shared}</sst>')
    if xfs is not None or styles is not None:
        related += f'<Relationship Id="y" Type="{rel}/styles" Target="styles.xml"/>'
        kinds += f'<Override PartName="/xl/styles.xml" ContentType="{KIND}styles+xml"/>'
        cells = "".join(
            f'<xf numFmtId="{id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
            for id in [0] + list(xfs or []))
        codes = f"<numFmts>{formats}</numFmts>" if formats else ""
        beside["xl/styles.xml"] = styles or (
            f'{HEAD}<styleSheet xmlns="{ns}">{codes}{STYLES}<cellXfs>{cells}</cellXfs></styleSheet>')
    parts = {
        "[Content_Types].xml": TYPES % kinds,
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{ns}" xmlns:r="{rel}">{workbook}<sheets>{listed}</sheets></workbook>'),
        "xl/_rels/workbook.xml.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'),
        **bodies, **beside, **(more or {}),
    }
    return parts


def manifest(kind=MIME):
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="{ODF}manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>")


def bindings(spaces=None):
    return " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in (spaces or SPACES).items())


def content(rows, *, styles="", before="", after="", attributes="", tables=None, columns="", head=HEAD):
    tables = tables or (
        f'<table:table table:name="S"{attributes}>{columns}{rows}</table:table>')
    return (
        f'{head}<office:document-content {bindings()} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f"{before}{tables}{after}</office:spreadsheet></office:body></office:document-content>")


def ods_parts(rows="", *, body=None, kind=MIME, **options):
    return {
        "mimetype": kind, "content.xml": body or content(rows, **options),
        "META-INF/manifest.xml": manifest(kind),
    }


def flat(rows, **options):
    inside = content(rows, **options)
    inside = inside.replace("office:document-content", "office:document")
    return inside.replace("office:version", f'office:mimetype="{MIME}" office:version').encode()


