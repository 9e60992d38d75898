"""Filters of lists: each a group of links that put one value into the address or take it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect

from comity.desk.asking import Ask
from comity.paper.areas import area_words
from comity.paper.labels import choice_label
from comity.paper.names import plain_name
from comity.paper.translate import translate
from comity.record.field import Choice, Field, Flag, Ref
from comity.record.kind import Kind
from comity.store.search import MOST_SOUGHT, asked_words

MOST_OPTIONS = 24


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter; following its link chooses it or, where it is chosen, lets it go."""

    words: str
    href: str
    chosen: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """One filter."""

    words: str
    options: tuple[Option, ...]


def group(words: str, name: str, values: Iterable[tuple[str, str, int | None]], *, chosen: Mapping[str, str], path: str) -> Group:
    """The filter `name` over values given as (value, words, count)."""
    return Group(words, tuple(_option(name, value, chosen, path) for value in values))


def facet_groups(ask: Ask, kind: Kind, *, chosen: Mapping[str, str], path: str) -> list[Group]:
    """One filter for each facet the kind declares, with the values held; then one for the books they stand in."""
    groups, books = [], "party" not in {field.name for field in kind.fields}
    found = {
        field.name: ask.reading.facet_values(kind.name, field.name, limit=MOST_OPTIONS) for field in kind.fields if field.facet
    }
    held = ask.reading.facet_values(kind.name, "party", limit=MOST_OPTIONS) if books else []
    named = [name for name in found if isinstance(kind.field(name).form, Ref)]
    ask.names.learn({value for values in (held, *(found[name] for name in named)) for value, _count in values})
    for name, values in found.items():
        field = kind.field(name)
        options = [(value, facet_words(ask, field, value), count) for value, count in values]
        groups.append(group(field.labels.in_language(ask.lang), name, options, chosen=chosen, path=path))
    if len(held) > 1:
        options = [(party, plain_name(ask.names(party), ask.lang), count) for party, count in held]
        groups.append(group(translate(ask.lang)("Book of"), "party", options, chosen=chosen, path=path))
    return groups


def with_chosen(found: Sequence[tuple[str, int]], chosen: str, *, most: int) -> list[tuple[str, int]]:
    """The first values with their counts, and the chosen one wherever it stands."""
    return [*found[:most], *(pair for pair in found[most:] if pair[0] == chosen)]


def shortened(ask: Ask) -> HttpResponse | None:
    """Where more is typed than is looked for, or what no page can show, leads to the address of what is; else None."""
    typed = ask.request.GET.get("q", "")
    if len(typed) <= MOST_SOUGHT and typed.isprintable():
        return None
    kept = {name: str(value)[:MOST_SOUGHT] for name, value in ask.request.GET.items()}
    return HttpResponseRedirect(
        address(ask.request.path, {**kept, "q": asked_words(typed), **({"cut": "1"} if len(typed) > MOST_SOUGHT else {})})
    )


def facet_words(ask: Ask, field: Field, value: str) -> str:
    """What a facet's value is called."""
    if isinstance(field.form, Choice):
        return choice_label(field, value, ask.lang)
    if isinstance(field.form, Ref):
        return plain_name(ask.names(value), ask.lang)
    if isinstance(field.form, Flag):
        return translate(ask.lang)("yes") if value == "true" else translate(ask.lang)("no")
    return area_words(value, ask.lang)


def address(path: str, chosen: Mapping[str, str]) -> str:
    """The path with these filters."""
    return f"{path}?{urlencode(chosen)}" if chosen else path


def _option(name: str, value: tuple[str, str, int | None], chosen: Mapping[str, str], path: str) -> Option:
    key, words, count = value
    is_chosen = chosen.get(name) == key
    rest = {other: held for other, held in chosen.items() if other != name}
    return Option(words, address(path, rest if is_chosen else {**rest, name: key}), is_chosen, count)
