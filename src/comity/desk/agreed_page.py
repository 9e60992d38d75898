"""What was agreed, and what has been reported since? The address holds the filters, so it can be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import Group, facet_words, group
from comity.desk.listing import MOST_READ, chosen_in, in_form, one_page
from comity.kinds import every_kind
from comity.paper.agreed_view import SHAPES, SILENT, AgreedLine, Read, agreed_line, discs, no_mention, shape_sectors
from comity.paper.matter_view import wordings_of
from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.paper.translate import translate
from comity.record.canonical import Fields

FACETS = ("areas", "owners", "nature", "session")
FILTERS = (*FACETS, "state", "q")
MOST_OPTIONS = 12


@page
def agreed(ask: Ask, form: str) -> HttpResponse:
    """The agreed items; `?areas= &owners= &nature= &session= &state= &q=` choose among them."""
    chosen = chosen_in(ask, FILTERS)
    rows = _rows(ask, chosen)
    again = _worded_again(rows if not chosen else ask.reading.things("undertaking", limit=MOST_READ))
    every = sorted(
        (agreed_line(row, again=bool(wordings_of(row) & again)) for row in rows), key=lambda line: line.agreed_on, reverse=True
    )
    lines = [line for line in every if _in_state(line, chosen.get("state", ""))]
    return in_form(form, "agreed", lines, lambda: _page(ask, rows, (every, lines), chosen))


def read_here(ask: Ask) -> Read:
    """How many reports the home holds as sources; of those not known in full, only a part was read."""
    sources = ask.reading.count("source")
    return Read(sources, sources - ask.reading.count("source", {"coverage": "full_text"}))


def _page(ask: Ask, rows: list[Fields], found: tuple[list[AgreedLine], list[AgreedLine]], chosen: dict[str, str]) -> HttpResponse:
    every, lines = found
    shown, more = one_page(ask, lines, chosen)
    held = {line.id for line in shown}
    read, groups = read_here(ask), _groups(ask, every, chosen)
    ask.names.learn({name for line in shown for name in (line.id, *line.owners, line.session)})
    return show(
        ask,
        "agreed.html",
        count=len(every),
        lines=shown,
        fitting=len(lines),
        shapes=Counter(shape for line in every for shape in line.shapes),
        silent=sum(1 for line in every if line.silent),
        no_mention=no_mention(read, ask.lang),
        read=read,
        narrowed=bool(chosen),
        chosen=chosen,
        state=chosen.get("state", ""),
        key=shape_sectors(ask.lang),
        filters=groups,
        discs=discs([row for row in rows if row["id"] in held], ask.lang, ask.names),
        capped=len(rows) >= MOST_READ,
        more=more,
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _rows(ask: Ask, chosen: dict[str, str]) -> list[Fields]:
    facets = {name: chosen[name] for name in FACETS if name in chosen}
    if "q" not in chosen:
        return ask.reading.things("undertaking", facets=facets or None, limit=MOST_READ)
    found = ask.reading.search(chosen["q"], kind="undertaking", limit=MOST_READ)
    return [row for row in found if all(_holds(row, name, value) for name, value in facets.items())]


def _worded_again(rows: Sequence[Fields]) -> set[tuple[str, str]]:
    """The wordings that two items or more have in one language."""
    counts = Counter(wording for row in rows for wording in wordings_of(row))
    return {wording for wording, count in counts.items() if count > 1}


def _holds(row: Fields, name: str, value: str) -> bool:
    return value in ids_in(fields_in(row), name) or value == words_in(fields_in(row), name)


def _in_state(line: AgreedLine, state: str) -> bool:
    return not state or state in line.shapes or (state == SILENT and line.silent)


def _groups(ask: Ask, lines: Sequence[AgreedLine], chosen: dict[str, str]) -> list[Group]:
    """The filters over what is chosen so far, each value with how many items have it."""
    _, kind = translate(ask.lang), every_kind()["undertaking"]
    state = [(shape, _(words), sum(shape in line.shapes for line in lines)) for shape, words in SHAPES.items()]
    state.append((SILENT, _("no later mention"), sum(line.silent for line in lines)))
    groups = [group(_("State"), "state", [part for part in state if part[2]], chosen=chosen, path=ask.request.path)]
    found = {name: _values(lines, name).most_common(MOST_OPTIONS) for name in FACETS}
    ask.names.learn({value for name in ("owners", "session") for value, _count in found[name]})
    for name in FACETS:
        field = kind.field(name)
        values = [(value, facet_words(ask, field, value), count) for value, count in found[name]]
        groups.append(group(field.labels.in_language(ask.lang), name, values, chosen=chosen, path=ask.request.path))
    return groups


def _values(lines: Sequence[AgreedLine], name: str) -> Counter[str]:
    plain = [(line.nature,) if name == "nature" else (line.session,) if name == "session" else () for line in lines]
    many = [line.owners if name == "owners" else line.areas if name == "areas" else () for line in lines]
    return Counter(value for values in (*plain, *many) for value in values if value)
