"""The review book of a session, in one language: from what is recorded to a document, every sentence from a template over facts.

- The home edition is for one's own side. The joint edition is another document: it holds what all parties of the session may see
  and have stated, and nothing that one side alone wonders about.
- Its blocks stand in one order under the same keys in every language.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.paper.moment import show_day
from comity.paper.printed import Block, Drafted, Ending, Head, Printed, plain
from comity.paper.row_parts import fields_in, ids_in
from comity.paper.translate import N_, Msgid, translate
from comity.review.agenda import agenda_chapter
from comity.review.agreed_table import agreed_chapter, all_sources
from comity.review.annexes import codes_annex, signatures_annex, sources_annex
from comity.review.chapters import chapter, chapter_by_area, chapter_by_rule
from comity.review.drafting import Drafting, numbers_of
from comity.review.material import Edition, Material
from comity.review.summary import summary
from comity.review.unknown import unknown_chapter

EDITIONS: dict[Edition, Msgid] = {Edition.HOME: N_("home edition of {day}"), Edition.JOINT: N_("joint edition of {day}")}
TITLE = N_("Results and difficulties: {session}")
STANDS = ("waiting", "condition", "due", "moved")
FURTHER = ("letters", "meetings", "half_signed", "ending", "no_successor", "left", "translations")


def review_book(material: Material, lang: str) -> Drafted:
    """The book in one language."""
    drafting = Drafting(material, lang, numbers_of(_sources(material), material))
    blocks = tuple(_blocks(drafting))
    session = drafting.name(material.scope.session)
    printed = Printed(
        lang=lang,
        title=drafting.say(TITLE, session=session),
        edition=translate(lang)(EDITIONS[material.edition], day=show_day(material.state.on, lang)),
        label=_label(drafting),
        head=_head(drafting),
        blocks=blocks,
    )
    return Drafted(printed, drafting.digests)


def _blocks(drafting: Drafting) -> Iterator[Block]:
    material, home = drafting.material, drafting.material.edition is Edition.HOME
    yield from summary(drafting)
    yield from chapter(drafting, "thanks", N_("Thanks"), material.by_rule("thanks"))
    yield from chapter_by_area(drafting, "results", N_("Results by area"), material.by_rule("results"))
    yield from chapter_by_area(drafting, "difficulties", N_("Difficulties by area"), material.by_rule("difficulties"))
    yield from chapter_by_rule(drafting, "stands", N_("What waits, and what has moved"), STANDS)
    yield from agreed_chapter(drafting)
    if home:
        yield from chapter(drafting, "to_compare", N_("To compare"), material.by_rule("to_compare"))
    yield from chapter(drafting, "recurring", N_("Agreed more than once"), material.by_rule("recurring"))
    if home:
        yield from chapter(drafting, "no_mention", N_("No later mention found"), material.by_rule("no_mention"))
    yield from agenda_chapter(drafting)
    further = FURTHER if home else tuple(rule for rule in FURTHER if rule in ("half_signed", "ending"))
    yield from chapter_by_rule(drafting, "further", N_("Also to look after"), further)
    yield from unknown_chapter(drafting)
    yield Ending("end")
    yield from sources_annex(drafting)
    yield from signatures_annex(drafting)
    yield from codes_annex(drafting)


def _sources(material: Material) -> set[str]:
    return {source for each in material.found for source in each.sources} | all_sources(material)


def _label(drafting: Drafting) -> str:
    """Whom the book is for, in words."""
    if drafting.material.edition is Edition.JOINT:
        return drafting.text(N_("for the parties of the session"))
    own = [drafting.name(party) for party in sorted(drafting.material.state.us)]
    return plain(drafting.say(N_("for {party} only"), party=own[0])) if own else drafting.text(N_("for one's own side only"))


def _head(drafting: Drafting) -> Head:
    """What the record knows of head and foot: the organ of the own side and the day; the rest is for a person to say.

    A paper of all sides has no issuing organ, so it stands under nobody's arms; it is for the parties of the session.
    """
    material = drafting.material
    if material.edition is Edition.JOINT:
        parties = drafting.sides(ids_in(fields_in(material.row), "parties"), material.scope.session)
        known = [party for party in parties if party in material.names]
        return Head(day=material.state.on, addressees=tuple(plain(drafting.name(party)) for party in known), is_of_all=True)
    own = next(iter(sorted(material.state.us)), "")
    organ = plain(drafting.name(own)) if own else ""
    return Head(organ=organ, day=material.state.on, country=material.isos.get(own, "")[:2])
