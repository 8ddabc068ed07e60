"""Small files of every kind, made by hand, that say what a test wants them to say."""

import io
import zipfile

from django.core.files.base import ContentFile
from PIL import Image, PngImagePlugin

CORE = '<cp:core xmlns:cp="c" xmlns:dc="d"><dc:creator>{}</dc:creator><dc:title>Notes</dc:title></cp:core>'
TYPES = "<Types/>"
WORD = '<w:document xmlns:w="w"><w:p><w:r><w:t>We met at </w:t></w:r><w:r><w:t>BS1 5TR</w:t></w:r></w:p></w:document>'
EXCEL = '<workbook xmlns="x"/>'
SHEET = '<s xmlns="x"><row><c t="s"><v>7</v></c><c><v>9990000018</v></c></row></s>'
SHARED = '<sst xmlns="x"><si><t>Ring 01632 960123</t></si></sst>'
SLIDE = '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:t>LAS-123456</a:t></a:p></p:sld>'
ODT = '<o xmlns:text="t"><text:p>At <text:span>BS1 5TR</text:span> then</text:p></o>'


def archive(name, parts, *, packing=zipfile.ZIP_DEFLATED):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", packing) as made:
        for part, said in {"[Content_Types].xml": TYPES, **parts}.items():
            made.writestr(part, said)
    return ContentFile(content.getvalue(), name=name)


def word(name="paper.docx", author="Ann", **parts):
    return archive(name, {"word/document.xml": WORD, "docProps/core.xml": CORE.format(author), **parts})


def excel():
    parts = {"xl/workbook.xml": EXCEL, "xl/worksheets/sheet1.xml": SHEET, "xl/sharedStrings.xml": SHARED}
    return archive("table.xlsx", parts)


def slides():
    return archive("talk.pptx", {"ppt/presentation.xml": "<p/>", "ppt/slides/slide1.xml": SLIDE})


def open_text():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", ODT)
    return ContentFile(content.getvalue(), name="text.odt")


def pdf(*pages, author="Ann", name="paper.pdf"):
    """As small as a PDF can be: no table of its parts, which readers put together again."""
    kids = " ".join(f"{10 + number * 2} 0 R" for number in range(len(pages)))
    parts = [
        f"1 0 obj<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>endobj",
        "2 0 obj<</Type/Catalog/Pages 1 0 R>>endobj",
        "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
        f"4 0 obj<</Author({author})/Title(A visit)>>endobj",
    ]
    for number, text in enumerate(pages):
        own, body = 10 + number * 2, f"BT /F 12 Tf ({text}) Tj ET"
        parts += [
            f"{own} 0 obj<</Type/Page/Parent 1 0 R/Resources<</Font<</F 3 0 R>>>>/Contents {own + 1} 0 R>>endobj",
            f"{own + 1} 0 obj<</Length {len(body)}>>stream\n{body}\nendstream endobj",
        ]
    parts.append("trailer<</Root 2 0 R/Info 4 0 R>>\nstartxref\n0\n%%EOF")
    return ContentFile("\n".join(["%PDF-1.4", *parts]).encode(), name=name)


def jpeg(words):
    content, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = words
    exif[0x9C9C] = "Comment".encode("utf-16-le")
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0Said later"
    Image.new("RGB", (2, 2)).save(content, "jpeg", exif=exif)
    return ContentFile(content.getvalue(), name="picture.jpg")


def png(words):
    content, said = io.BytesIO(), PngImagePlugin.PngInfo()
    said.add_text("Author", words)
    Image.new("RGB", (2, 2)).save(content, "png", pnginfo=said)
    return ContentFile(content.getvalue(), name="picture.png")
