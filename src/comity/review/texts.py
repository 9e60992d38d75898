"""Texts: terms that end soon, texts signed by some, wordings that lack a language or have fallen behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.paper.calendar_view import SIGNED, reported_end
from comity.paper.row_parts import fields_in, ids_in, rows_in, words_in
from comity.paper.wording import parts_of
from comity.record.canonical import Fields
from comity.record.language import LANGUAGES
from comity.record.status import Status, status_of
from comity.review.found import Found, about
from comity.review.gathered import Gathered
from comity.review.thresholds import Thresholds


def ending(state: Gathered, limits: Thresholds) -> Iterator[Found]:
    """Instruments in force here, or told of by a source, whose term ends within the days asked about."""
    for row in state.things("item"):
        for text in _texts(row):
            day = words_in(text, "ends_on")
            if status_of(text, on=state.on) is Status.IN_FORCE and _soon(state, day, limits.ending_days):
                made = about(state, row, rule="ending", case="text", evidence=[str(text["id"])])
                yield replace(made, part=str(text["id"]), parties=ids_in(text, "parties"), day=day, facts={"day": day})
    for row in state.things("reading"):
        day = reported_end(row)
        if fields_in(row).get("says") in SIGNED and _soon(state, day, limits.ending_days):
            yield replace(about(state, row, rule="ending", case="reported"), day=day, facts={"day": day})


def half_signed(state: Gathered, _limits: Thresholds) -> Iterator[Found]:
    """Texts that some of their parties have signed and that are still open for the others."""
    for row in state.things("item"):
        texts = _texts(row)
        below = {lower for text in texts for lower in ids_in(text, "supersedes")}
        for text in texts:
            if text["id"] in below or status_of(text, on=state.on) is not Status.SIGNED:
                continue
            made = about(state, row, rule="half_signed", case="open", evidence=[str(text["id"])])
            facts: Fields = {"party": list(ids_in(text, "signed_by")), "others": list(ids_in(text, "missing"))}
            day = words_in(text, "open_until")
            yield replace(made, part=str(text["id"]), parties=ids_in(text, "parties"), day=day, facts=facts)


def translations(state: Gathered, _limits: Thresholds) -> Iterator[Found]:
    """Agreed items and items to be signed whose wording lacks one of the languages, or stands in one that is stale."""
    for row in state.things("undertaking", "item"):
        parts = parts_of(fields_in(row).get("title"))
        lacking = [lang for lang in LANGUAGES if lang not in {part.lang for part in parts}]
        stale = [part.lang for part in parts if part.standing == "stale"]
        for case, langs in (("missing", lacking), ("stale", stale)):
            if parts and langs:
                made = about(state, row, rule="translations", case=case)
                yield replace(made, part=case, facts={"languages": list(langs)})


def _texts(row: Fields) -> tuple[Fields, ...]:
    agreement = row.get("agreement")
    return rows_in(agreement, "texts") if isinstance(agreement, dict) else ()


def _soon(state: Gathered, day: str, days: int) -> bool:
    ago = state.days_since(day)
    return ago is not None and not state.has_passed(day) and -ago <= days
