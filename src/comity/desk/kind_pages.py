"""Lists by kind, from the kind's declaration alone: page, filters by its facets, JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import cast

from django.http import HttpResponse

from comity.desk.answering import as_csv, as_json, flat, show
from comity.desk.asking import Ask, page
from comity.desk.filters import address, facet_groups
from comity.desk.form_kinds import typed_kinds
from comity.desk.listing import MOST, MOST_IN_FILES, Turn, linked, turn
from comity.desk.rows import kind_rows, thing_rows
from comity.kinds import every_kind
from comity.paper.labels import kind_label
from comity.paper.thing_view import title_parts
from comity.paper.translate import translate
from comity.paper.wording import lead_of
from comity.procedures.clock import now
from comity.procedures.show_thing import shown_row
from comity.record.canonical import Fields, Value
from comity.record.errors import UnknownKind
from comity.record.kind import Kind
from comity.store.register import MOST_COUNTED


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list is asked for."""

    kind: str
    declared: Kind | None
    facets: Mapping[str, str]

    def address(self, path: str) -> str:
        """The list under this path."""
        return address(path, self.facets)


@page
def kinds(ask: Ask) -> HttpResponse:
    """Every kind that opens things, with what it means."""
    rows = kind_rows(ask, held_only=False)
    return show(ask, "kinds.html", kinds=rows, things=sum(row.count for row in rows))


@page
def kind(ask: Ask, name: str) -> HttpResponse:
    """The things of one kind, newest first."""
    listing = _listing(ask, name)
    found = _turn(ask, listing, most=MOST)
    count, is_open = _count(ask, listing)
    declared = listing.declared
    unknown = translate(ask.lang)("This kind is not known to this version of Comity. The entry is kept and passed on as it came.")
    return show(
        ask,
        "kind.html",
        kind=name,
        kind_words=kind_label(name, ask.lang, plural=True),
        meaning=declared.meaning.in_language(ask.lang) if declared else unknown,
        declared_source=declared.source if declared else "",
        count=min(count, MOST_COUNTED) if is_open else count,
        open=is_open,
        has_form=name in {typed.name for typed in typed_kinds()},
        narrowed=bool(listing.facets),
        rows=thing_rows(ask, found.rows),
        filters=facet_groups(ask, declared, chosen=listing.facets, path=ask.request.path) if declared else [],
        more=found.onward,
        back=found.back,
        query=listing.address(""),
    )


@page
def kind_json(ask: Ask, name: str) -> HttpResponse:
    """The same list as JSON, up to 2,000 rows; `next` is the address of the following ones or ""."""
    listing = _listing(ask, name)
    found, (count, is_open), day = _turn(ask, listing, most=MOST_IN_FILES), _count(ask, listing), now().day
    return as_json(
        {
            "kind": name,
            "count": count,
            **({"or_more": True} if is_open else {}),
            "things": list[Value](shown_row(ask.reading, row, on=day) for row in found.rows),
            "next": found.onward,
        }
    )


@page
def kind_csv(ask: Ask, name: str) -> HttpResponse:
    """The list as a table, one column a field, each row with its label, up to 2,000 rows; `Link` names the next part."""
    listing = _listing(ask, name)
    fields = [field.name for field in listing.declared.fields] if listing.declared else []
    head = ["id", "party", "at", "label", "body", "title", *fields]
    found = _turn(ask, listing, most=MOST_IN_FILES)
    return linked(as_csv(name, [head, *(_cells(ask, row, fields) for row in found.rows)]), found.onward)


def _turn(ask: Ask, listing: Listing, *, most: int) -> Turn:
    give = partial(ask.reading.things, listing.kind, facets=listing.facets or None)
    return turn(ask, give, listing.facets, most=most)


def _count(ask: Ask, listing: Listing) -> tuple[int, bool]:
    """How many things fit, and whether there may be more than those counted."""
    most = MOST_COUNTED + 1 if len(listing.facets) > 1 else None
    count = ask.reading.count(listing.kind, listing.facets or None, most=most)
    return count, count == most


def _listing(ask: Ask, name: str) -> Listing:
    declared = every_kind().get(name)
    if declared is None and not ask.reading.count(name):
        raise UnknownKind(kind=name)
    facets = {field.name for field in declared.fields if field.facet} | {"party"} if declared else set()
    given = {key: str(value) for key, value in ask.request.GET.items() if key in facets and value}
    return Listing(name, declared, given)


def _cells(ask: Ask, row: Fields, names: list[str]) -> list[str]:
    lead = lead_of(title_parts(row), ask.lang)
    fields = cast(Fields, row["fields"])
    known = [str(row[key]) for key in ("id", "party", "at", "label", "body")]
    return [*known, lead.text if lead else "", *(flat(fields.get(name)) for name in names)]
