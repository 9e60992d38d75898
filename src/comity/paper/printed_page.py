"""A printed document as one web page that needs nothing beside itself: no script, no font, no other file.

- Every block stands under its key, once; a long word breaks rather than widen the page.
- On paper it is the same document without colour; at night it is dark.
- Several languages stand side by side, or one after another, each in its own layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from markupsafe import Markup

from comity.paper.printed import Printed, plain
from comity.paper.printed_head import Frame, frame_of
from comity.paper.printed_markup import Marker
from comity.paper.printed_numbers import numbers_of
from comity.paper.printed_sides import sides_of
from comity.paper.rendering import render


class Order(StrEnum):
    """How several languages of one document stand: in columns, or each whole and in its own layout after the other."""

    BESIDE = "beside"
    IN_TURN = "in turn"


@dataclass(frozen=True, slots=True)
class Side:
    """One language of the document as the template needs it."""

    printed: Printed
    frame: Frame
    numbers: dict[str, str]
    marker: Marker

    @property
    def lang(self) -> str:
        return self.printed.lang

    @property
    def layout(self) -> str:
        """The layouts are those of vi and zh-Hans; every other language has the plain one."""
        return self.lang if self.lang in ("vi", "zh-Hans") else "en"


def page_of(printed: Sequence[Printed], order: Order = Order.BESIDE) -> str:
    """The page, in the language of the first document."""
    running = tuple(words for words in (printed[0].label, printed[0].edition) if words)
    return markup_of(printed, order, style("printed.css") + style("printed_page.css"), running=running)


def markup_of(
    printed: Sequence[Printed], order: Order, styles: Markup, *, running: tuple[str, ...] = (), made_on: str = ""
) -> str:
    """The document as HTML; `running` is said above it once, `made_on`, which only paper has, in its head."""
    sides = [
        Side(one, frame_of(one), numbers_of(one), Marker(one.lang, "" if at == 0 else f".{one.lang}", bool(made_on)))
        for at, one in enumerate(printed)
    ]
    return render(
        "printed.html",
        printed[0].lang,
        sides=sides,
        rows=sides_of(printed) if is_beside(printed, order) else [],
        title=title_of(printed[0]),
        style=styles,
        running=running,
        made_on=made_on,
    )


def is_beside(printed: Sequence[Printed], order: Order) -> bool:
    """Whether the languages stand in columns; a single one never does."""
    return len(printed) > 1 and order == Order.BESIDE


def title_of(printed: Printed) -> str:
    """What the document is called in windows and lists: its title, else its subject."""
    return plain(printed.title) or (printed.head.subject if printed.head else "")


@cache
def style(name: str) -> Markup:
    """A stylesheet of the printed documents."""
    return Markup((resources.files("comity.paper") / "static" / name).read_text("utf-8"))
