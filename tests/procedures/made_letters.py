"""PDFs as strangers make them out of a letter: edited, swapped, locked, broken."""

import io

import pypdf
from pypdf.generic import DecodedStreamObject, NameObject

from comity.paper.printed import Head, Paragraph, Printed, Run
from comity.paper.printed_pdf import Attached, pdf_of
from comity.procedures.write_letter import INSIDE, MEDIA


def page_saying(*lines, lang="vi", inside=None, name=INSIDE):
    """A PDF of a few lines, with a bundle inside if one is given."""
    blocks = tuple(Paragraph(f"p{at}", (Run(line),)) for at, line in enumerate(lines))
    printed = Printed(lang, (), "", "", Head(subject="Trang thử", is_letter=True), blocks, False)
    attached = [Attached(name, MEDIA, inside)] if inside is not None else []
    return pdf_of([printed], made_on="2026-03-10", attached=attached)


def rewritten(raw, change):
    """The PDF after `change(writer)`."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(raw))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def without_inside(raw):
    """As printing to a PDF again leaves it."""

    def change(writer):
        del writer._root_object["/Names"]

    return rewritten(raw, change)


def with_another_inside(raw, content):
    """The same pages with another bundle."""

    def change(writer):
        del writer._root_object["/Names"]
        writer.add_attachment(INSIDE, content)

    return rewritten(raw, change)


def twice_inside(raw):
    """Two files of that name."""
    return rewritten(raw, lambda writer: writer.add_attachment(INSIDE, b"{}"))


def locked(raw):
    """Opens only with a password."""
    return rewritten(raw, lambda writer: writer.encrypt("secret", "owner", algorithm="AES-256"))


def bomb_inside(raw, size=200_000_000):
    """A file inside that unpacks to far more than it may."""

    def change(writer):
        del writer._root_object["/Names"]
        writer.add_attachment(INSIDE, b"")
        names = writer._root_object["/Names"]["/EmbeddedFiles"]["/Names"]
        stream = DecodedStreamObject()
        stream.set_data(b"0" * size)
        packed = stream.flate_encode()
        packed[NameObject("/Type")] = NameObject("/EmbeddedFile")
        names[1].get_object()["/EF"][NameObject("/F")] = writer._add_object(packed)

    return rewritten(raw, change)
