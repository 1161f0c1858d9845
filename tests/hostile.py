"""Files made to do harm: each a name and its bytes, none of them larger than a few MB."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'
)
PARAGRAPH = "<w:p><w:r><w:t>关于开展活动的总结</w:t></w:r></w:p>"

Maker = Callable[[], bytes]


def docx(body: str, *, prolog: str = "", **parts: bytes | str) -> bytes:
    """A .docx of a body and other parts, `/` and `.` in whose names are written __ and _."""
    document = f"{prolog}<w:document {W}><w:body>{body}</w:body></w:document>"
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": document,
        **{name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()},
    }
    return packed(files)


def stored(body: str, **parts: str) -> bytes:
    """As `docx`, but not compressed: large as it is, and no ratio gives it away."""
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": part for name, part in parts.items()},
    }
    return packed(files, zipfile.ZIP_STORED)


def packed(files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, text in files.items():
            # The same bytes on any day.
            package.writestr(zipfile.ZipInfo(name), text, compress_type=method)
    return buffer.getvalue()


def _relations(kind: str, target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    )


# --- Word ------------------------------------------------------------------------------------


def bomb() -> bytes:
    return docx(PARAGRAPH, word__styles_xml=b" " * 250_000_000)


def bomb_that_lies() -> bytes:
    """Its directory says that the part is small."""
    data = docx("<w:p/>" + " " * 120_000_000)
    size = struct.pack(
        "<L", 120_000_000 + len(f"<w:document {W}><w:body><w:p/></w:body></w:document>")
    )
    assert size in data
    return data.replace(size, struct.pack("<L", 1000))


def bomb_within() -> bytes:
    inner = packed({"a": b"\0" * 100_000_000})
    for _ in range(3):
        inner = packed({f"{number}.zip": inner for number in range(16)})
    return docx(PARAGRAPH, word__media__a_xml=b"<a/>", **{"word__media__b.zip": inner})


def many_parts() -> bytes:
    return docx(PARAGRAPH, **{f"word__a{number}_xml": "<a/>" for number in range(20_000)})


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))
    return docx(
        "<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>",
        prolog=f'<!DOCTYPE a [<!ENTITY e0 "ha">{entities}]>',
    )


def laughs_in_utf16() -> bytes:
    text = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY e "{"ha" * 50_000}">]>'
    text += f"<w:document {W}><w:body><w:p><w:r><w:t>{'&e;' * 50_000}</w:t></w:r></w:p></w:body>"
    return packed(
        {"[Content_Types].xml": TYPES, "word/document.xml": f"{text}</w:document>".encode("utf-16")}
    )


def external_entity() -> bytes:
    return docx(
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
        prolog='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    )


def deep() -> bytes:
    return stored("<w:sdt>" * 100_000 + PARAGRAPH + "</w:sdt>" * 100_000)


def deep_tables() -> bytes:
    depth = 70
    return docx("<w:tbl><w:tr><w:tc>" * depth + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * depth)


def many_paragraphs() -> bytes:
    return stored("<w:p/>" * 4_000_000)


def many_words() -> bytes:
    return stored(PARAGRAPH * 400_000)


def long_paragraph() -> bytes:
    return stored(f"<w:p><w:r><w:t>{'公文，' * 3_000_000}</w:t></w:r></w:p>")


def many_runs() -> bytes:
    return stored(f"<w:p>{'<w:r><w:t>字</w:t></w:r>' * 800_000}</w:p>")


def many_styles() -> bytes:
    """A chain of styles, each based on the one before, and a ring at its end."""
    styles = (
        "".join(
            f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/>'
            f'<w:basedOn w:val="s{n + 1}"/></w:style>'
            for n in range(30_000)
        )
        + '<w:style w:type="paragraph" w:styleId="s30000"><w:basedOn w:val="s29999"/></w:style>'
    )
    paragraph = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>字</w:t></w:r></w:p>'
    return stored(paragraph * 2000, styles=f"<w:styles {W}>{styles}</w:styles>")


def wild_numbers() -> bytes:
    values = ["9" * 400, "-" + "9" * 30, "NaN", "1e999", "", "０", "0x10", "٣", "1.5.2"]
    body = "".join(
        f'<w:p><w:pPr><w:ind w:left="{value}" w:firstLine="{value}" w:firstLineChars="{value}"/>'
        f'<w:spacing w:line="{value}" w:before="{value}"/><w:jc w:val="{value}"/></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="{value}"/><w:color w:val="{value}"/></w:rPr>'
        f"<w:t>关于开展活动的总结</w:t></w:r></w:p><w:sectPr>"
        f'<w:pgSz w:w="{value}" w:h="{value}"/><w:pgMar w:top="{value}" w:left="{value}"/>'
        f'<w:docGrid w:linePitch="{value}"/></w:sectPr>'
        for value in values
    )
    return docx(body)


def encrypted_docx() -> bytes:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
    return ole + "EncryptedPackage".encode("utf-16-le") + bytes(1000)


def macros() -> bytes:
    return docx(PARAGRAPH, **{"word__vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def link() -> bytes:
    relations = _relations("attachedTemplate", "https://example.org/t.dotm")
    return docx(PARAGRAPH, **{"word___rels__settings_xml.rels": relations})


def cut_docx() -> bytes:
    data = docx(PARAGRAPH * 1000)
    return data[: len(data) // 2]


WORD: dict[str, tuple[Maker, str]] = {
    "bomb": (bomb, "document-too-large"),
    "bomb that lies": (bomb_that_lies, "document-damaged document-too-large"),
    "bomb within": (bomb_within, ""),
    "many parts": (many_parts, "document-too-large"),
    "laughs": (laughs, "document-unsafe"),
    "laughs in UTF-16": (laughs_in_utf16, "document-unsafe document-damaged"),
    "external entity": (external_entity, "document-unsafe"),
    "deep": (deep, "document-damaged document-too-hard"),
    "deep tables": (deep_tables, "document-damaged document-too-hard "),
    "many paragraphs": (many_paragraphs, "document-too-hard document-too-large document-damaged"),
    "many words": (many_words, "document-too-hard document-too-large "),
    "long paragraph": (long_paragraph, "document-too-hard document-too-large document-damaged "),
    "many runs": (many_runs, "document-too-hard document-too-large "),
    "many styles": (many_styles, "document-too-hard document-damaged "),
    "wild numbers": (wild_numbers, ""),
    "encrypted": (encrypted_docx, "document-encrypted"),
    "macros": (macros, "document-unsafe"),
    "external link": (link, "document-unsafe"),
    "cut": (cut_docx, "document-damaged"),
    "empty": (bytes, "document-damaged"),
    "noise": (lambda: bytes(range(256)) * 100, "document-damaged"),
    "a PDF by another name": (lambda: pages(1), "document-damaged"),
    "not a document": (lambda: packed({"a.txt": "a"}), "document-damaged"),
}
"""Each maker with the codes that it may end in; a blank among them is an examination."""


# --- PDF -------------------------------------------------------------------------------------


def _saved(pdf: Pdf, **options: object) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


def _with_page(
    content: bytes, *, resources: Dictionary | None = None, box: Array | None = None
) -> Pdf:
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.obj.Resources = resources or Dictionary(Font=Dictionary(F1=font))
    page.obj.Contents = pdf.make_stream(content)
    if box is not None:
        page.obj.MediaBox = box
    return pdf


def pages(count: int) -> bytes:
    pdf = _with_page(b"BT /F1 16 Tf 100 700 Td (Report) Tj ET")
    page, tree = pdf.pages[0].obj, pdf.Root.Pages
    tree.Kids = Array([pdf.make_indirect(Dictionary(page)) for _ in range(count)])
    tree.Count = count
    return _saved(pdf)


def locked_pdf() -> bytes:
    pdf = _with_page(b"BT /F1 16 Tf 100 700 Td (Report) Tj ET")
    return _saved(pdf, encryption=pikepdf.Encryption(owner="a", user="b"))


def owned_pdf() -> bytes:
    """Anyone may open it; only changing it takes the password."""
    pdf = _with_page(b"BT /F1 16 Tf 100 700 Td (Report) Tj ET")
    return _saved(pdf, encryption=pikepdf.Encryption(owner="a", user=""))


def _packed_stream(pdf: Pdf, data: bytes, times: int) -> Stream:
    for level in range(1, times + 1):
        data = zlib.compress(data, level)
    stream = Stream(pdf, data)
    stream.stream_dict = Dictionary(Filter=Array([Name.FlateDecode] * times))
    return stream


def flate_bomb() -> bytes:
    pdf = _with_page(b"")
    pdf.pages[0].obj.Contents = pdf.make_indirect(_packed_stream(pdf, b" " * 400_000_000, 2))
    return _saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def font_bomb() -> bytes:
    pdf = _with_page(b"BT /F1 16 Tf 100 700 Td (Report) Tj ET")
    font = pdf.pages[0].obj.Resources.Font.F1
    font.ToUnicode = pdf.make_indirect(_packed_stream(pdf, b" " * 400_000_000, 2))
    return _saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def many_glyphs() -> bytes:
    row = b"(" + b"x" * 1000 + b") Tj 0 -1 Td\n"
    return _saved(_with_page(b"BT /F1 1 Tf 10 800 Td " + row * 1000 + b"ET"))


def many_rules() -> bytes:
    rows = b"".join(
        b"%d %d m %d %d l S\n" % (n % 500, n % 800, n % 500 + 9, n % 800) for n in range(400_000)
    )
    return _saved(_with_page(rows))


def ring_of_pages() -> bytes:
    pdf = _with_page(b"")
    tree = pdf.Root.Pages
    tree.Kids = Array([tree, tree])
    tree.Count = 2_000_000_000
    return _saved(pdf)


def page_count_that_lies() -> bytes:
    return pages(1).replace(b"/Count 1", b"/Count 1000000000")


def ring_of_forms() -> bytes:
    pdf = _with_page(b"/X Do")
    form = pdf.make_stream(b"/X Do /X Do")
    form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842])))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=form))
    return _saved(pdf)


def tower_of_forms() -> bytes:
    """Each form draws the next ten times: ten thousand million in all."""
    pdf = _with_page(b"/X Do")
    below = None
    for _ in range(10):
        form = pdf.make_stream(b"/X Do " * 10 if below is not None else b"0 0 10 10 re f")
        form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842])))
        if below is not None:
            form.Resources = Dictionary(XObject=Dictionary(X=below))
        below = form
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=below))
    return _saved(pdf)


def large_picture() -> bytes:
    pdf = _with_page(b"595 0 0 842 0 0 cm /X Do")
    picture = _packed_stream(pdf, bytes(1_000_000), 1)
    picture.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=60_000,
        Height=60_000,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB,
        Filter=Name.FlateDecode,
    )
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=pdf.make_indirect(picture)))
    return _saved(pdf)


def wild_boxes() -> bytes:
    pdf = _with_page(b"BT /F1 16 Tf 100 700 Td (Report) Tj ET")
    for box in ([0, 0, 0, 0], [0, 0, 10**9, 10**9], [595, 842, 0, 0], [0, 0], ["a", 0, 1, 1]):
        pdf.pages.append(pdf.pages[0])
        pdf.pages[-1].obj.MediaBox = Array(box)
    return _saved(pdf)


def wild_matrices() -> bytes:
    content = b"1e38 0 0 1e38 0 0 cm BT /F1 1e38 Tf 1e38 1e38 Td (Report) Tj ET "
    content += b"0 0 0 0 0 0 cm BT /F1 0 Tf 0 0 0 0 0 0 Tm (Report) Tj ET 0 0 0 0 re f"
    return _saved(_with_page(content))


def ring_of_tables() -> bytes:
    return pages(1) + b"\nstartxref\n0\n%%EOF\nxref\n0 1\ntrailer\n<< /Prev 9 /Root 1 0 R >>\n"


def cut_pdf() -> bytes:
    data = pages(20)
    return data[: len(data) // 2]


PDF: dict[str, tuple[Maker, str]] = {
    "10,000 pages": (lambda: pages(10_000), "document-too-large document-too-hard "),
    "password": (locked_pdf, "document-encrypted"),
    "owner's password": (owned_pdf, ""),
    "Flate bomb": (flate_bomb, "document-too-hard document-too-large document-damaged "),
    "Flate bomb in a font": (font_bomb, "document-too-hard document-too-large document-damaged "),
    "a million glyphs": (many_glyphs, "document-too-hard document-too-large "),
    "many rules": (many_rules, "document-too-hard document-too-large "),
    "ring of pages": (ring_of_pages, "document-damaged document-too-large document-too-hard "),
    "page count that lies": (
        page_count_that_lies,
        "document-damaged document-too-large document-too-hard ",
    ),
    "ring of forms": (ring_of_forms, "document-too-hard document-damaged "),
    "tower of forms": (tower_of_forms, "document-too-hard document-too-large document-damaged "),
    "large picture": (large_picture, "document-too-hard "),
    "wild boxes": (wild_boxes, "document-damaged "),
    "wild matrices": (wild_matrices, "document-damaged "),
    "ring of tables": (ring_of_tables, "document-damaged "),
    "cut": (cut_pdf, "document-damaged "),
    "empty": (bytes, "document-damaged"),
    "noise": (lambda: bytes(range(256)) * 100, "document-damaged"),
    "a header alone": (lambda: b"%PDF-1.7\n%%EOF", "document-damaged"),
}
