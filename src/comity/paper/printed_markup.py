"""Lines of a printed document as markup: each run under its own language, links and stress kept."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from markupsafe import Markup, escape

from comity.paper.names import tongue
from comity.paper.picture_png import in_paper_letters
from comity.paper.printed import Line, Mark, Picture, Run


@dataclass(frozen=True, slots=True)
class Marker:
    """Marks up what stands in text of `lang`. `suffix` makes keys that stand in the page already stand there once each;

    `is_paper`: drawings get the letters of paper, which are on this machine. `sets_widths`: tables say how wide their columns
    are, which a page that allows no style of its own leaves to the browser.
    """

    lang: str
    suffix: str = ""
    is_paper: bool = False
    sets_widths: bool = True

    def line(self, line: Line) -> Markup:
        """The runs of a line one after another."""
        return Markup("").join(self.run(run) for run in line)

    def run(self, run: Run) -> Markup:
        """One run; its language is marked where it differs from that around it."""
        shown = escape(run.text)
        if run.is_strong:
            shown = Markup("<strong>{}</strong>").format(shown)
        own = language_of(run, self.lang)
        tag = "" if own == self.lang else Markup(' lang="{}"').format(own)
        if run.href:
            return Markup('<a href="{}"{}>{}</a>').format(self.address(run.href), tag, shown)
        return Markup("<span{}>{}</span>").format(tag, shown) if tag else shown

    def key(self, key: str) -> Markup:
        """The anchor of a block, as an attribute; none for a block without a key."""
        return Markup(' id="{}{}"').format(key, self.suffix) if key else Markup("")

    def address(self, href: str) -> str:
        """Where a link leads: one within the document stays within its language."""
        return href + self.suffix if href.startswith("#") else href

    def drawing(self, picture: Picture) -> Markup:
        """A drawing as a picture of its own: nothing in it touches the page around it."""
        svg = in_paper_letters(picture.svg) if self.is_paper else picture.svg
        return Markup('<img class="drawing" alt="{}" src="{}">').format(picture.alt, held_here(svg))

    def square(self, mark: Mark) -> str:
        """The address of a square for machines, which holds it itself."""
        return held_here(mark.svg)


def held_here(svg: str) -> str:
    """An address that holds the drawing itself."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def language_of(run: Run, lang: str) -> str:
    """The language a run is shown under; one that is stated in a form nobody knows is read from the letters."""
    return tongue(run.text, run.lang) if run.lang else lang
