"""What was agreed, and what has been reported since? The address holds the filters, so it can be kept."""

from __future__ import annotations

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.figures import Figures, agreed_figures, no_figures
from comity.desk.filters import Group, facet_words, group, shortened, with_chosen
from comity.desk.listing import MOST, MOST_IN_FILES, MOST_IN_PART, Give, Part, Turn, chosen_in, in_form, turn
from comity.kinds import every_kind
from comity.paper.agreed_view import SHAPES, SILENT, AgreedLine, Read, agreed_line, discs, no_mention, shape_sectors
from comity.paper.translate import translate
from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.record.field import Ref
from comity.store.register import MOST_COUNTED
from comity.store.search import MOST_SOUGHT

KIND = "undertaking"
FACETS = ("areas", "owners", "nature", "session")
FILTERS = (*FACETS, "state", "q")
MOST_OPTIONS = 12
# What is shown as a shape, by the value it is found by.
STATES = {
    "done": ("state", "done"),
    "way": ("state", "under_way"),
    "wait": ("state", "waiting"),
    "not": ("state", "not_started"),
    "none": ("state", "none"),
    "never": ("state", "ended"),
    SILENT: ("mentioned", "no"),
}

Tally = dict[str, list[tuple[str, int]]]


@page
def agreed(ask: Ask, form: str) -> HttpResponse:
    """The agreed items; `?areas= &owners= &nature= &session= &state= &q=` choose among them."""
    if (to := shortened(ask)) is not None:
        return to
    chosen = chosen_in(ask, FILTERS)
    facets = _facets(chosen)
    is_page = form == "/"
    found = turn(ask, _give_of(ask, chosen.get("q", ""), facets), chosen, most=MOST if is_page else MOST_IN_FILES)
    again = ask.reading.worded_again(str(row["id"]) for row in found.rows)
    lines = [agreed_line(row, again=row["id"] in again) for row in found.rows]
    count, tally = _figures(ask, chosen.get("q", ""), facets)
    part = Part(count, count > MOST_COUNTED and not _is_exact(chosen), found.onward)
    return in_form(form, "agreed", lines, lambda: _page(ask, found, lines, (chosen, tally, part)), part=part)


def read_here(ask: Ask) -> Read:
    """How many reports the home holds as sources; of those not known in full, only a part was read."""
    sources = ask.reading.count("source")
    return Read(sources, sources - ask.reading.count("source", {"coverage": "full_text"}))


def _page(ask: Ask, found: Turn, lines: list[AgreedLine], asked: tuple[dict[str, str], Tally, Part]) -> HttpResponse:
    chosen, tally, part = asked
    read = read_here(ask)
    shapes = {shape: dict(tally[name]).get(value, 0) for shape, (name, value) in STATES.items()}
    groups = _groups(ask, tally, shapes, chosen)
    ask.names.learn({name for line in lines for name in (line.id, *line.owners, line.session)})
    return show(
        ask,
        "agreed.html",
        count=part.count,
        cut=MOST_SOUGHT if ask.request.GET.get("cut") else 0,
        open=part.open,
        lines=lines,
        shapes=shapes,
        silent=shapes[SILENT],
        no_mention=no_mention(read, ask.lang),
        read=read,
        narrowed=bool(chosen),
        chosen=chosen,
        key=shape_sectors(ask.lang),
        figures=_figures_of(ask, chosen, found, part.count),
        filters=groups,
        discs=discs(found.rows, ask.lang, ask.names),
        counted=MOST_COUNTED if chosen and part.count > MOST_COUNTED else 0,
        more=found.onward,
        back=found.back,
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _figures_of(ask: Ask, chosen: dict[str, str], found: Turn, count: int) -> Figures:
    """The picture of all that is chosen, on the first page of it; what words found is drawn from that page alone."""
    if found.back or "q" in chosen:
        return no_figures
    rows = ask.reading.things(KIND, facets=_facets(chosen), limit=MOST_IN_PART) if found.onward else found.rows
    return agreed_figures(ask, [agreed_line(row) for row in rows], count)


def _facets(chosen: dict[str, str]) -> dict[str, str]:
    """What the store is asked for; a state that is none of ours is nobody's."""
    facets = {name: chosen[name] for name in FACETS if name in chosen}
    if "state" in chosen:
        name, value = STATES.get(chosen["state"], ("state", chosen["state"]))
        facets[name] = value
    return facets


def _is_exact(chosen: dict[str, str]) -> bool:
    """Whether the store knows the number without counting."""
    return len(chosen) < 2 and "q" not in chosen


def _give_of(ask: Ask, words: str, facets: dict[str, str]) -> Give:
    """The rows in the order of lists; what is found by words has no way back but to its beginning."""

    def give(*, after: EntryId | None, newer: EntryId | None, limit: int) -> list[Fields]:
        if words:
            return ask.reading.search(words, kind=KIND, facets=facets, after=after, limit=limit)
        return ask.reading.things(KIND, facets=facets, after=after, newer=newer, limit=limit)

    return give


def _figures(ask: Ask, words: str, facets: dict[str, str]) -> tuple[int, Tally]:
    names = (*FACETS, "state", "mentioned")
    if words:
        return ask.reading.tally_found(words, names, kind=KIND, facets=facets)
    count = ask.reading.count(KIND, facets, most=None if len(facets) < 2 else MOST_COUNTED + 1)
    return count, ask.reading.tally(KIND, facets, names)


def _groups(ask: Ask, tally: Tally, shapes: dict[str, int], chosen: dict[str, str]) -> list[Group]:
    """The filters over what is chosen so far, each value with how many items have it."""
    _, kind = translate(ask.lang), every_kind()[KIND]
    words = {**{shape: _(said) for shape, said in SHAPES.items()}, SILENT: _("no later mention")}
    states = [(shape, words[shape], count) for shape, count in shapes.items() if count]
    groups = [group(_("State"), "state", states, chosen=chosen, path=ask.request.path)]
    found = {name: with_chosen(tally[name], chosen.get(name, ""), most=MOST_OPTIONS) for name in FACETS}
    ask.names.learn({value for name in FACETS if isinstance(kind.field(name).form, Ref) for value, _count in found[name]})
    for name in FACETS:
        field = kind.field(name)
        values = [(value, facet_words(ask, field, value), count) for value, count in found[name]]
        groups.append(group(field.labels.in_language(ask.lang), name, values, chosen=chosen, path=ask.request.path))
    return groups
