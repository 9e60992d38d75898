"""A printed document as one web page that needs nothing beside itself: no script, no font, no other file.

- Every block stands under its key, once; a long word breaks rather than widen the page.
- On paper it is the same document without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

from markupsafe import Markup

from comity.paper.printed import Picture, Printed, plain
from comity.paper.printed_head import frame_of
from comity.paper.printed_numbers import numbers_of
from comity.paper.rendering import render


def page_of(printed: Sequence[Printed]) -> str:
    """The page: one document, or several languages of it side by side."""
    return markup_of(printed, style=style("printed.css") + style("printed_page.css"))


def markup_of(printed: Sequence[Printed], *, style: Markup, made_on: str = "") -> str:
    """The document as HTML with this style; `made_on` is said in its head."""
    first = printed[0]
    return render(
        "printed.html",
        first.lang,
        printed=first,
        frame=frame_of(first),
        numbers=numbers_of(first),
        title=title_of(first),
        layout=f"layout-{first.lang}",
        style=style,
        made_on=made_on,
        drawn=_drawn,
    )


def title_of(printed: Printed) -> str:
    """What the document is called in windows and lists."""
    subject = printed.head.subject if printed.head else ""
    return plain(printed.title) or subject


@cache
def style(name: str) -> Markup:
    """A stylesheet of the printed documents."""
    return Markup((resources.files("comity.paper") / "static" / name).read_text("utf-8"))


def _drawn(picture: Picture) -> Markup:
    return Markup('<div class="drawing" role="img" aria-label="{}">{}</div>').format(picture.alt, Markup(picture.svg))
