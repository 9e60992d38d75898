"""A printed document as a tagged PDF that says its language and title, and nothing of who made it or on what.

- The same input gives the same bytes: the day it was made is given, the identifier is the digest of what stands in it.
- Where the letters it needs are missing, it refuses rather than print boxes; a sign that no font has is shown by its code.
- Files may travel inside it.

Source: ISO 14289-1:2014 (PDF/UA-1).
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from comity.paper.printed import Printed
from comity.paper.printed_fonts import engine, refuse_without_fonts
from comity.paper.printed_page import Order, is_beside, markup_of, style
from comity.paper.printed_sheets import sheets_of
from comity.paper.printed_tags import complete, name_media


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that travels inside the PDF: its media type, and in words what it is."""

    name: str
    media: str
    content: bytes
    about: str = ""


def pdf_of(printed: Sequence[Printed], *, made_on: str, order: Order = Order.BESIDE, attached: Sequence[Attached] = ()) -> bytes:
    """The PDF; `made_on` is a day (ISO). Raises: FontsMissing, PaperPartsMissing.

    Linear: 1,000 rows of five columns take about half a minute and 750 MB.
    """
    beside = is_beside(printed, order)
    styles = style("printed.css") + style("printed_pdf.css") + sheets_of(printed, is_beside=beside)
    return pdf_of_markup(markup_of(printed, order, styles, made_on=made_on), made_on=made_on, attached=attached)


def pdf_of_markup(html: str, *, made_on: str, address: str = "", attached: Sequence[Attached] = ()) -> bytes:
    """The PDF of a page with all its styles in it; its links lead on from `address`. Raises: FontsMissing, PaperPartsMissing."""
    engine()
    refuse_without_fonts(html)
    given = _Given(made_on, address, tuple(attached))
    made, unknown = _written(html, given)
    return _written(_by_code(html, unknown), given)[0] if unknown else made


@dataclass(frozen=True, slots=True)
class _Given:
    """What a PDF is made with beside its words."""

    made_on: str
    address: str
    attached: tuple[Attached, ...]


def _written(html: str, given: _Given) -> tuple[bytes, set[int]]:
    """The PDF, and the signs for which no font has a letter."""
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]

    # A paper is made of what is given: nothing is fetched but the pictures that stand in it.
    page = engine().HTML(string=html, url_fetcher=URLFetcher(allowed_protocols={"data"}), base_url=given.address or None)
    document, day = page.render(pdf_variant="pdf/ua-1"), datetime.fromisoformat(given.made_on).replace(tzinfo=UTC)
    document.metadata.attachments = [
        engine().Attachment(file_obj=io.BytesIO(one.content), name=one.name, description=one.about, created=day, modified=day)
        for one in given.attached
    ]
    digest = hashlib.sha256(html.encode())
    for one in given.attached:
        digest.update(hashlib.sha256(one.content).digest())

    def finish(laid_out: Any, pdf: Any) -> None:
        complete(laid_out, pdf)
        name_media(pdf, [one.media for one in given.attached])

    target = io.BytesIO()
    identifier = digest.hexdigest()[:32].encode()
    document.write_pdf(target, finisher=finish, pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return target.getvalue(), {sign for font in document.fonts.values() for sign in font.missing}


def _by_code(html: str, signs: set[int]) -> str:
    pattern = "[" + re.escape("".join(chr(sign) for sign in sorted(signs))) + "]"
    return re.sub(pattern, lambda found: f"[U+{ord(found.group()):04X}]", html)
