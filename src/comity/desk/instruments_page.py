"""What was signed, by whom, until when, and what follows on; what ends soon is asked for a day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.figures import instrument_figures, no_figures
from comity.desk.filters import MOST_OPTIONS, Group, group
from comity.desk.listing import Block, Part, chosen_in, in_form, page_in, part_asked
from comity.paper.instruments_view import (
    InstrumentLine,
    asked_for,
    form_words,
    organ_words,
    own_line,
    reported_line,
    tied,
)
from comity.paper.labels import status_words
from comity.paper.names import plain_name
from comity.paper.row_parts import fields_in, ids_in
from comity.paper.translate import translate
from comity.procedures.clock import now
from comity.record.canonical import Fields

KINDS = ("item", "reading")
INSTRUMENT = {"instrument": "yes"}
FILTERS = ("kind", "organ", "party", "year", "ends", "on")
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@page
def instruments(ask: Ask, form: str) -> HttpResponse:
    """The instruments; `?kind= &organ= &party= &year= &ends=soon` choose among them, `?on=2026-11-22` asks for another day."""
    chosen = chosen_in(ask, FILTERS)
    on = day_asked(chosen.get("on", ""))
    if chosen.get("on", on) != on:
        del chosen["on"]
    block = part_asked(ask, partial(ask.reading.things_of, KINDS, facets=INSTRUMENT), chosen, form)
    items, reported = ([row for row in block.rows if row["kind"] == kind] for kind in KINDS)
    every = instrument_lines(ask, items, reported, on=on)
    lines = [line for line in every if _fits(line, chosen)]
    part = Part(len(lines), not block.is_whole, block.onward)
    return in_form(form, "instruments", lines, lambda: _page(ask, block, (every, lines), on), part=part)


def instrument_lines(ask: Ask, items: Sequence[Fields], reported: Sequence[Fields], *, on: str) -> list[InstrumentLine]:
    """Instruments that readings report, and those carried as items, the latest first, as of the day `on`.

    Second reports of one, and what follows on, are looked for among these.
    """
    wanted = asked_for((*reported, *items))
    beside = ask.reading.things_called(wanted) if wanted else {}
    lines = [reported_line(row, beside, on=on) for row in reported] + [own_line(row, beside, on=on) for row in items]
    sessions = {thing: row for thing, row in beside.items() if row["kind"] == "session"}
    return tied(lines, {thing: next(iter(ids_in(fields_in(row), "mechanism")), "") for thing, row in sessions.items()})


def day_asked(given: str) -> str:
    """The day given, or today where none or no day is."""
    try:
        return given if _DAY.fullmatch(given) and date.fromisoformat(given) else now().day
    except ValueError:
        return now().day


def _page(ask: Ask, block: Block, found: tuple[list[InstrumentLine], list[InstrumentLine]], on: str) -> HttpResponse:
    every, lines = found
    chosen = {name: value for name, value in block.asked.items() if name in FILTERS}
    shown, more, back = page_in(ask, block, lines)
    soon = [line for line in every if line.ends == "soon"]
    groups = _groups(ask, every, chosen)
    ask.names.learn({name for line in (*shown, *soon) for name in line.named()})
    return show(
        ask,
        "instruments.html",
        count=len(every),
        own=sum(bool(line.status) for line in every),
        soon=soon,
        past=sum(line.ends == "past" for line in every),
        on=on,
        narrowed=any(name != "on" for name in chosen),
        kept={name: value for name, value in chosen.items() if name != "on"},
        fitting=len(lines),
        lines=shown,
        figures=instrument_figures(ask, [line for line in every if _fits(line, chosen)], 0, on=on) if not back else no_figures,
        filters=groups,
        form_words=lambda code: form_words(code, ask.lang),
        organ_words=lambda code: organ_words(code, ask.lang),
        status_words=lambda code: status_words(code, ask.lang),
        in_part=0 if block.is_whole else len(block.rows),
        of_all=sum(ask.reading.count(kind, INSTRUMENT) for kind in KINDS),
        more=more,
        back=back,
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _fits(line: InstrumentLine, chosen: dict[str, str]) -> bool:
    return (
        chosen.get("kind", line.form) == line.form
        and chosen.get("organ", line.organ) == line.organ
        and ("party" not in chosen or chosen["party"] in line.parties)
        and chosen.get("year", line.day[:4]) == line.day[:4]
        and chosen.get("ends", line.ends) == line.ends
    )


def _groups(ask: Ask, every: list[InstrumentLine], chosen: dict[str, str]) -> list[Group]:
    _, lang, path = translate(ask.lang), ask.lang, ask.request.path
    parties = Counter(party for line in every for party in line.parties).most_common(MOST_OPTIONS)
    ask.names.learn(party for party, _count in parties)
    forms = Counter(line.form for line in every if line.form).most_common()
    organs = Counter(line.organ for line in every if line.organ).most_common()
    years = sorted(Counter(line.day[:4] for line in every if line.day).items(), reverse=True)
    ends = Counter(line.ends for line in every if line.ends)
    words = {"soon": _("within a year"), "past": _("ended by then")}
    values = (
        (_("Kind of paper"), "kind", [(code, form_words(code, lang), count) for code, count in forms]),
        (_("Organ"), "organ", [(code, organ_words(code, lang), count) for code, count in organs]),
        (_("Party"), "party", [(party, plain_name(ask.names(party), lang), count) for party, count in parties]),
        (_("Year"), "year", [(year, year, count) for year, count in years]),
        (_("Term ends"), "ends", [(code, words[code], ends[code]) for code in ("soon", "past") if ends[code]]),
    )
    return [group(label, name, options, chosen=chosen, path=path) for label, name, options in values]
