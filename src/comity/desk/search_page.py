"""What stands in the words held here? In any of the three languages, with or without accents, narrowed by filters."""

from __future__ import annotations

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import Group, address, group, shortened, with_chosen
from comity.desk.listing import MOST, MOST_IN_FILES, Part, chosen_in, in_form
from comity.desk.search_lines import FoundLine, found_rows
from comity.kinds import every_kind
from comity.paper.areas import area_words
from comity.paper.labels import kind_label
from comity.paper.names import plain_name
from comity.paper.thing_view import title_parts
from comity.paper.translate import LANGUAGE_NAMES, N_, translate
from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.store.facets import GENERAL, day_of
from comity.store.register import MOST_COUNTED
from comity.store.search import MOST_SOUGHT, asked_words

MOST_OPTIONS = 16
# The address with this asks for the filters; counting them costs more than finding.
NARROW = "narrow"
GROUPS = {
    "kind": N_("Kind"),
    "year": N_("Year"),
    "concerned": N_("Party"),
    "areas": N_("Area"),
    "lang": N_("Language of the wording"),
    "outlet": N_("Published by"),
}

Tally = dict[str, list[tuple[str, int]]]


@page
def search(ask: Ask, form: str) -> HttpResponse:
    """Things in which all words of `?q=` stand; `?kind= &year= &concerned= &areas= &lang= &outlet=` choose among them."""
    if (to := shortened(ask)) is not None:
        return to
    typed = ask.request.GET.get("q", "")
    words, facets, after = asked_words(typed), chosen_in(ask, GENERAL), ask.request.GET.get("after", "")
    chosen = {"q": words, **facets} if words else {}
    most = MOST if form == "" else MOST_IN_FILES
    count, tally = _figures(ask, words, facets, is_page=not form)
    rows = ask.reading.search(words, facets=facets, after=EntryId(after) if after else None, limit=most + 1) if count else []
    onward = address(ask.request.path, {**chosen, "after": str(rows[most - 1]["id"])}) if len(rows) > most else ""
    part = Part(min(count, MOST_COUNTED), count > MOST_COUNTED, onward)
    lines = [_line(row) for row in rows[:most]] if form else []
    return in_form(form, "found", lines, lambda: _page(ask, rows[:most], (chosen, facets, tally), part), part=part)


def _figures(ask: Ask, words: str, facets: dict[str, str], *, is_page: bool) -> tuple[int, Tally]:
    """How many are found, and how many have which value: the latter only for a page that is narrowed or asks to be."""
    if is_page and words and (facets or ask.request.GET.get(NARROW)):
        return ask.reading.tally_found(words, GROUPS, facets=facets)
    return ask.reading.count_found(words, facets=facets, most=MOST_COUNTED + 1), {}


def _page(ask: Ask, rows: list[Fields], asked: tuple[dict[str, str], dict[str, str], Tally], part: Part) -> HttpResponse:
    chosen, facets, tally = asked
    words = chosen.get("q", "")
    return show(
        ask,
        "search.html",
        words=words,
        cut=MOST_SOUGHT if ask.request.GET.get("cut") else 0,
        count=part.count,
        open=part.open,
        rows=found_rows(ask, rows, words),
        narrowed=bool(facets),
        whole=address("/search", {"q": words}),
        filters=_groups(ask, tally, chosen, facets) if tally else [],
        narrow="" if tally else address("/search", {**chosen, NARROW: "yes"}),
        more=part.next,
        back=address("/search", chosen) if ask.request.GET.get("after") else "",
        query=address("", chosen)[1:],
    )


def _groups(ask: Ask, tally: Tally, chosen: dict[str, str], facets: dict[str, str]) -> list[Group]:
    """The filters over what is found, each value with how many have it; years in order, the latest first."""
    _ = translate(ask.lang)
    tally["year"].sort(reverse=True)
    found = {name: with_chosen(tally[name], facets.get(name, ""), most=MOST_OPTIONS) for name in GROUPS}
    ask.names.learn({party for party, _count in found["concerned"]})
    groups = []
    for name, label in GROUPS.items():
        values = [(value, _value_words(ask, name, value), count) for value, count in found[name]]
        groups.append(group(_(label), name, values, chosen=chosen, path="/search"))
    return groups


def _value_words(ask: Ask, name: str, value: str) -> str:
    if name == "kind":
        return kind_label(value, ask.lang, plural=True) if value in every_kind() else value
    if name == "concerned":
        return plain_name(ask.names(value), ask.lang)
    if name == "areas":
        return area_words(value, ask.lang)
    return {str(tag): words for tag, words in LANGUAGE_NAMES.items()}.get(value, value) if name == "lang" else value


def _line(row: Fields) -> FoundLine:
    return FoundLine(str(row["id"]), str(row["kind"]), day_of(row), str(row["party"]), tuple(title_parts(row)))
