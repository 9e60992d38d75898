"""A printed document as a tagged PDF that says its language and title, and nothing of who made it or on what.

- The same input gives the same bytes: the day it was made is given, the identifier is the digest of the page.
- Fonts are Debian's Noto; where they are missing, it refuses rather than print boxes.

Source: ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass

from comity.paper.printed import Printed
from comity.paper.printed_page import markup_of, style


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that travels inside the PDF. `about` says what it is."""

    name: str
    media: str
    content: bytes
    about: str = ""


def pdf_of(printed: Sequence[Printed], *, made_on: str, attached: Sequence[Attached] = ()) -> bytes:
    """The PDF: one document, or several languages of it side by side; `made_on` is a day (ISO)."""
    from weasyprint import HTML, Attachment  # type: ignore[import-untyped]

    html = markup_of(printed, style=style("printed.css") + style("printed_pdf.css"), made_on=made_on)
    files = [
        Attachment(file_obj=io.BytesIO(one.content), name=one.name, description=one.about, relationship="Data")
        for one in attached
    ]
    target = io.BytesIO()
    HTML(string=html, base_url=None).write_pdf(
        target, pdf_variant="pdf/ua-1", pdf_identifier=hashlib.sha256(html.encode()).digest()[:16], attachments=files
    )
    return target.getvalue()
