"""Chapters of findings: in one list, by area, or by rule; each begins with how many there are, or says that there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from comity.paper.areas import area_words
from comity.paper.moment import show_day
from comity.paper.printed import Block, Bullets, Heading, Paragraph, Run
from comity.paper.row_parts import ids_in
from comity.paper.translate import N_, Msgid
from comity.review.drafting import Drafting
from comity.review.every_rule import RULES
from comity.review.found import Found
from comity.review.saying import state_name

NOTHING = N_("Nothing is recorded here under this heading.")
NO_AREA = N_("Not placed in an area")


def chapter(drafting: Drafting, key: str, title: Msgid, found: Sequence[Found]) -> Iterator[Block]:
    """All findings in one list."""
    yield Heading(key, 1, drafting.say(title))
    yield _opening(drafting, key, found)
    if found:
        yield listed(drafting, f"{key}/all", found)


def chapter_by_area(drafting: Drafting, key: str, title: Msgid, found: Sequence[Found]) -> Iterator[Block]:
    """By area as the codes stand, each finding once, under the first of its areas."""
    yield Heading(key, 1, drafting.say(title))
    yield _opening(drafting, key, found)
    by_area: dict[str, list[Found]] = {}
    for each in found:
        by_area.setdefault(min(each.areas, default=""), []).append(each)
    for area in sorted(by_area, key=lambda code: (not code, code)):
        words = area_words(area, drafting.lang) if area else drafting.text(NO_AREA)
        yield Heading(f"{key}/{area or 'none'}", 2, (Run(words),))
        yield listed(drafting, f"{key}/{area or 'none'}/all", by_area[area])


def chapter_by_rule(drafting: Drafting, key: str, title: Msgid, rules: Iterable[str]) -> Iterator[Block]:
    """By rule, those without a finding left out."""
    by_rule = {rule: drafting.material.by_rule(rule) for rule in rules}
    yield Heading(key, 1, drafting.say(title))
    yield _opening(drafting, key, [each for found in by_rule.values() for each in found])
    for rule, found in by_rule.items():
        if found:
            yield Heading(f"{key}/{rule}", 2, drafting.say(RULES[rule]))
            yield listed(drafting, f"{key}/{rule}/all", found)


def listed(drafting: Drafting, key: str, found: Iterable[Found]) -> Bullets:
    """Findings one under the other."""
    return Bullets(key, tuple(_with_states(drafting, each) for each in found))


def _opening(drafting: Drafting, key: str, found: Sequence[Found]) -> Paragraph:
    if not found:
        return drafting.paragraph(f"{key}/count", drafting.say(NOTHING), facts={"count": 0})
    days = {"since": show_day(drafting.material.state.since, drafting.lang)}
    line = (
        drafting.many("{count} entry since {since}.", "{count} entries since {since}.", len(found), **days)
        if key in ("thanks", "results")
        else drafting.many("{count} entry.", "{count} entries.", len(found))
    )
    return drafting.paragraph(f"{key}/count", line, facts={"count": len(found)})


def _with_states(drafting: Drafting, found: Found) -> Paragraph:
    """The finding; of words to compare each one behind it, with whose it is."""
    made = drafting.finding(found)
    states = ids_in(found.facts, "states")
    if found.rule != "to_compare" or not states:
        return made
    whose = ids_in(found.facts, "books" if found.case == "told" else "party")
    pairs = [_pair(drafting, found.case, *pair) for pair in zip(whose, states, strict=False)]
    return Paragraph(
        made.key,
        (*made.line, Run(" "), *drafting.say(N_("({words})"), words=drafting.parted(pairs))),
        made.rests_on,
        made.sources,
        made.code,
    )


def _pair(drafting: Drafting, case: str, party: str, state: str) -> tuple[Run, ...]:
    words = state_name(state, drafting.lang)
    template = N_("in the book of {party}: {state}") if case == "told" else N_("{party}: {state}")
    return drafting.say(template, party=drafting.name(party), state=words)
