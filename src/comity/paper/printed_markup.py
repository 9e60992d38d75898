"""Lines of a printed document as markup: each run under its own language, links and stress kept."""

from __future__ import annotations

from markupsafe import Markup, escape

from comity.paper.names import tongue
from comity.paper.printed import Line, Run


def line_markup(line: Line, lang: str) -> Markup:
    """The runs of a line that stands in text of `lang`."""
    return Markup("").join(run_markup(run, lang) for run in line)


def run_markup(run: Run, lang: str) -> Markup:
    """One run; its language is marked where it differs from `lang`."""
    shown = escape(run.text)
    if run.is_strong:
        shown = Markup("<strong>{}</strong>").format(shown)
    own = language_of(run, lang)
    tag = "" if own == lang else Markup(' lang="{}"').format(own)
    if run.href:
        return Markup('<a href="{}"{}>{}</a>').format(run.href, tag, shown)
    return Markup("<span{}>{}</span>").format(tag, shown) if tag else shown


def language_of(run: Run, lang: str) -> str:
    """The language a run is shown under; one that is stated in a form nobody knows is read from the letters."""
    return tongue(run.text, run.lang) if run.lang else lang
