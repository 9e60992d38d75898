"""A sitting told in ordinary words, where a text names none: a conference of two police forces, a visit, a bridge that is opened.

- Only the headline and the opening count, and only where two countries are named, "both sides" act or something is agreed.
- A noun needs a word of holding in its sentence; "visited", "reopened" tell it themselves.
"""

from __future__ import annotations

from dataclasses import replace

from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page, Sentence
from comity.reader.told.namings import EVENT, TALKS, Naming, naming_of, opening_of
from comity.reader.words.lexicon import Hit

ROLE = "sittings"
_MECHANISM = {"talks": TALKS, "event": EVENT}
_HELD = ("held", "host", "chair")
# "do" (by) stands in too many sentences that hold nothing.
_NO_CUE = frozenset({"do", "sau", "trước"})


def plain_sitting(page: Page, doc_year: int | None, partners: frozenset[str]) -> Naming | None:
    """The sitting the opening tells of in ordinary words, as a main naming; None where there is none."""
    if not _is_of_two(page, partners):
        return None
    titles = [sentence for sentence in page.sentences if sentence.block.label == TITLE]
    for sentence in (*opening_of(page), *titles):
        for hit in _told_in(page, sentence):
            meant = hit._replace(value=_MECHANISM[hit.value.rpartition(" ")[2]])
            one = naming_of(page, meant, sentence, doc_year, partners)
            if one.is_main and not one.is_ahead:
                return replace(one, in_opening=True)
    return None


def _is_of_two(page: Page, partners: frozenset[str]) -> bool:
    """Whether the text tells of two countries, of "both sides", or of something agreed."""
    countries = {code.partition("-")[0] for code in partners} | {mention.place.country for mention in page.places}
    if len(countries - {"x"}) > 1:
        return True
    return any(
        (hit.role == "subjects" and hit.value == "both") or (hit.role == "acts" and hit.value.startswith("agreed"))
        for hit in page.hits
    )


def _told_in(page: Page, sentence: Sentence) -> list[Hit]:
    """The ordinary words for a sitting that a sentence tells as held, talks before what they were about."""
    hits = page.hits_in(sentence.start, sentence.end)
    found = [hit for hit in hits if hit.role == ROLE]
    is_held = sentence.block.label == TITLE or any(
        cue.role == "cues" and cue.value in _HELD and cue.line.words not in _NO_CUE for cue in hits
    )
    did = [hit for hit in found if hit.value.startswith("did ")]
    return sorted(found if is_held else did, key=lambda hit: (hit.value.endswith("event"), hit.start))
