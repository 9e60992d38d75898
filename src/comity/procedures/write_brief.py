"""A leader's brief as the file its name asks for: .pdf, .html, .docx, .txt, or .png, a card with the same facts for a chat."""

from __future__ import annotations

from pathlib import Path

from comity.paper.printed import Printed
from comity.procedures.gather_brief import BriefAsked, gather_brief
from comity.procedures.write_review import made, place
from comity.record.errors import WrongValue
from comity.review.brief import leaders_brief
from comity.review.brief_card import brief_card
from comity.review.brief_material import BriefMaterial
from comity.store.home import Home

BRIEF_FORMS = ("pdf", "html", "docx", "txt", "png")


def write_brief(home: Home, asked: BriefAsked, lang: str, to: Path) -> Path:
    """Writes the brief and returns its file.

    Raises: WrongValue, FileThere, UnknownParty, UnknownThing, AmbiguousName, FontsMissing, StoreError.
    """
    form = to.suffix.lower().removeprefix(".")
    if form not in BRIEF_FORMS:
        raise WrongValue(field="to", value=to.name[-60:], expected="a file whose name ends in .pdf, .html, .docx, .txt or .png")
    with home.read() as reading:
        material = gather_brief(reading, asked)
    return place(to, brief_bytes(material, lang, form))


def brief_bytes(material: BriefMaterial, lang: str, form: str) -> bytes:
    """The brief in one form of `BRIEF_FORMS`."""
    # Fonts and the engine that sets them take a moment to load, so only where they are asked for.
    if form == "png":
        from comity.paper.picture_png import picture_png

        return picture_png(brief_card(material, lang))
    printed: Printed = leaders_brief(material, lang)
    if form == "txt":
        from comity.paper.printed_text import text_of

        return text_of(printed).encode()
    return made(form, [printed], day=material.state.on)
