"""Reports of this house as HTML, PDF, DOCX and pictures, made anew for each test run."""

from __future__ import annotations

import io
import zipfile
from html import escape

FONTS = "font-family: 'Noto Serif', 'DejaVu Serif', 'Noto Serif CJK SC', serif"


def paragraphs_of(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def html_of(text: str, *, style: str = "", running: str = "") -> str:
    body = "".join(f"<p>{escape(line, quote=False)}</p>\n" for line in paragraphs_of(text))
    return f"<!doctype html><html><head><style>body{{{FONTS}}}{style}</style></head><body>{running}{body}</body></html>"


def pdf_of(text: str, *, style: str = "") -> bytes:
    return pdf_of_html(html_of(text, style=style))


def pdf_of_html(page: str) -> bytes:
    from weasyprint import HTML

    made: bytes = HTML(string=page, url_fetcher=_nowhere).write_pdf()
    return made


def _nowhere(address: str) -> dict[str, object]:
    raise ValueError(address)


def docx_of(text: str, *, header: str = "", footer: str = "") -> bytes:
    from docx import Document

    document = Document()
    for line in paragraphs_of(text):
        document.add_paragraph(line)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    return saved(document)


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def with_part(docx: bytes, name: str, content: bytes) -> bytes:
    """The archive with one part more, or another in its place."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()
