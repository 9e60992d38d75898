"""Lists by kind, from the kind's declaration alone: page, filters by its facets, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from django.http import HttpResponse

from comity.desk.answering import as_csv, as_json, flat, show
from comity.desk.asking import Ask, page
from comity.desk.filters import address, facet_groups
from comity.desk.form_kinds import typed_kinds
from comity.desk.rows import kind_rows, thing_rows
from comity.kinds import every_kind
from comity.paper.labels import kind_label
from comity.paper.thing_view import title_parts
from comity.paper.translate import translate
from comity.paper.wording import lead_of
from comity.procedures.clock import now
from comity.procedures.show_thing import shown_row
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.record.errors import UnknownKind
from comity.record.kind import Kind

MOST = 50
MOST_IN_FILES = 500


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list is asked for."""

    kind: str
    declared: Kind | None
    facets: Mapping[str, str]
    after: EntryId | None

    def address(self, path: str, *, after: str = "") -> str:
        """The list under this path, from `after` on."""
        return address(path, {**self.facets, **({"after": after} if after else {})})


@page
def kinds(ask: Ask) -> HttpResponse:
    """Every kind that opens things, with what it means."""
    rows = kind_rows(ask, held_only=False)
    return show(ask, "kinds.html", kinds=rows, things=sum(row.count for row in rows))


@page
def kind(ask: Ask, name: str) -> HttpResponse:
    """The things of one kind, newest first."""
    listing = _listing(ask, name)
    rows = ask.reading.things(name, facets=listing.facets or None, after=listing.after, limit=MOST + 1)
    more = listing.address(ask.request.path, after=str(rows[MOST - 1]["id"])) if len(rows) > MOST else ""
    declared = listing.declared
    unknown = translate(ask.lang)("This kind is not known to this version of Comity. The entry is kept and passed on as it came.")
    return show(
        ask,
        "kind.html",
        kind=name,
        kind_words=kind_label(name, ask.lang, plural=True),
        meaning=declared.meaning.in_language(ask.lang) if declared else unknown,
        declared_source=declared.source if declared else "",
        count=ask.reading.count(name, listing.facets or None),
        has_form=name in {typed.name for typed in typed_kinds()},
        narrowed=bool(listing.facets),
        rows=thing_rows(ask, rows[:MOST]),
        filters=facet_groups(ask, declared, chosen=listing.facets, path=ask.request.path) if declared else [],
        more=more,
        query=listing.address(""),
    )


@page
def kind_json(ask: Ask, name: str) -> HttpResponse:
    """The same list as JSON, up to 500 rows; `next` is the address of the following ones or ""."""
    listing = _listing(ask, name)
    rows = ask.reading.things(name, facets=listing.facets or None, after=listing.after, limit=MOST_IN_FILES + 1)
    day, following = now().day, str(rows[MOST_IN_FILES - 1]["id"]) if len(rows) > MOST_IN_FILES else ""
    return as_json(
        {
            "kind": name,
            "count": ask.reading.count(name, listing.facets or None),
            "things": list[Value](shown_row(ask.reading, row, on=day) for row in rows[:MOST_IN_FILES]),
            "next": listing.address(ask.request.path, after=following) if following else "",
        }
    )


@page
def kind_csv(ask: Ask, name: str) -> HttpResponse:
    """The whole list as a table, one column a field, each row with its label."""
    listing = _listing(ask, name)
    fields = [field.name for field in listing.declared.fields] if listing.declared else []
    head = ["id", "party", "at", "label", "body", "title", *fields]
    return as_csv(name, [head, *(_cells(ask, row, fields) for row in _every(ask, listing))])


def _listing(ask: Ask, name: str) -> Listing:
    declared = every_kind().get(name)
    if declared is None and not ask.reading.count(name):
        raise UnknownKind(kind=name)
    facets = {field.name for field in declared.fields if field.facet} | {"party"} if declared else set()
    given = {key: str(value) for key, value in ask.request.GET.items() if key in facets and value}
    after = ask.request.GET.get("after")
    return Listing(name, declared, given, EntryId(after) if after else None)


def _every(ask: Ask, listing: Listing) -> Iterator[Fields]:
    after = listing.after
    while True:
        rows = ask.reading.things(listing.kind, facets=listing.facets or None, after=after, limit=MOST_IN_FILES)
        yield from rows
        if len(rows) < MOST_IN_FILES:
            return
        after = EntryId(str(rows[-1]["id"]))


def _cells(ask: Ask, row: Fields, names: list[str]) -> list[str]:
    lead = lead_of(title_parts(row), ask.lang)
    fields = cast(Fields, row["fields"])
    known = [str(row[key]) for key in ("id", "party", "at", "label", "body")]
    return [*known, lead.text if lead else "", *(flat(fields.get(name)) for name in names)]
