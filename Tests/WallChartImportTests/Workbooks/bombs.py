"""Writes workbooks that unpack to far more than a list, into a folder."""
import struct
import sys
import zipfile

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                   f'<Relationship Id="a" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{REL}"><sheets><sheet name="s" r:id="a"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{REL}/worksheet" Target="worksheets/s.xml"/>'
        f'<Relationship Id="b" Type="{REL}/sharedStrings" Target="strings.xml"/></Relationships>',
    "xl/strings.xml": f"<sst {MAIN}/>",
    "xl/worksheets/s.xml": f"<worksheet {MAIN}/>",
}
SHEET, STRINGS = "xl/worksheets/s.xml", "xl/strings.xml"
MANY = 24 << 20
# A name, the part, its beginning, and what is repeated until it is too much.
BOMBS = [
    ("spaces", SHEET, f"<worksheet {MAIN}>", " "),
    ("zeros", SHEET, "", "\0"),
    ("strangers", SHEET, f"<worksheet {MAIN}>", "<x/>"),
    ("rows", SHEET, f"<worksheet {MAIN}><sheetData>", "<row/>"),
    ("filled", SHEET, f"<worksheet {MAIN}><sheetData>", '<row><c t="b"><v>1</v></c></row>'),
    ("ranges", SHEET, f'<worksheet {MAIN}><sheetData/><mergeCells>', '<mergeCell ref="A1:B2"/>'),
    ("texts", STRINGS, f"<sst {MAIN}>", "<si/>"),
    ("a text", STRINGS, f"<sst {MAIN}><si><t>", "x"),
    ("runs", STRINGS, f"<sst {MAIN}><si>", "<r><t>x</t></r>"),
    ("comments", SHEET, f"<worksheet {MAIN}>", "<!---->"),
]


def write(name, parts, bomb=None, level=9):
    with zipfile.ZipFile(f"{sys.argv[1]}/{name}.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=level) as file:
        for part, text in parts.items():
            if bomb and part == bomb[0]:
                with file.open(part, "w") as out:
                    out.write(bomb[1].encode())
                    piece = (bomb[2] * ((1 << 20) // len(bomb[2]))).encode()
                    for _ in range(MANY >> 20):
                        out.write(piece)
            else:
                file.writestr(part, text)


for name, part, start, piece in BOMBS:
    write(name, PARTS, (part, start, piece), level=1)
# Never unpacked, for no list is in it: harmless.
write("picture", {**PARTS, "xl/media/a.png": ""}, ("xl/media/a.png", "", "\0"), level=1)
# One piece of file under many names, so that each of them unpacks to all of it.
path = f"{sys.argv[1]}/overlapping.xlsx"
write("overlapping", {**PARTS, STRINGS: f"<sst {MAIN}><!--" + "x" * (9 << 20)})
data = bytearray(open(path, "rb").read())
start = struct.unpack("<I", data[-6:-2])[0]
with zipfile.ZipFile(path) as file:
    source = file.getinfo(STRINGS)
at = start
while data[at:at + 4] == b"PK\1\2":
    length = struct.unpack("<H", data[at + 28:at + 30])[0]
    if data[at + 46:at + 46 + length] == SHEET.encode():
        data[at + 16:at + 28] = struct.pack("<III", source.CRC, source.compress_size, source.file_size)
        data[at + 42:at + 46] = struct.pack("<I", source.header_offset)
    at += 46 + length
open(path, "wb").write(data)
