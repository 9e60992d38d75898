"""What a bulletin shows and where: sections, the page of each thing, and what leads to what.

- A thing's page is called by the code that is printed beside it, so that an address says what it leads to for ever.
- A page sees what is in its scope and nothing else; the digest of the scope says whether it must be made anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from heapq import nsmallest

from markupsafe import Markup

from comity.paper.names import Name
from comity.paper.row_parts import ids_in, words_in
from comity.paper.thing_view import title_parts
from comity.paper.translate import N_, Msgid
from comity.procedures.what_may_be_published import Published, Shown
from comity.record.canonical import Fields
from comity.record.code import code_of
from comity.record.language import LANGUAGES

SECTIONS: dict[str, Msgid] = {
    "agreed": N_("Agreed items"),
    "sessions": N_("Sessions"),
    "gates": N_("Border gates"),
    "instruments": N_("Instruments"),
    "sources": N_("Sources"),
    "parties": N_("Parties"),
}
_SECTION_OF = {
    "session": "sessions",
    "mechanism": "sessions",
    "gate": "gates",
    "corridor": "gates",
    "reading": "instruments",
    "item": "instruments",
    "text": "instruments",
    "source": "sources",
    "charter": "parties",
    "party": "parties",
}
_DAYS = ("agreed_on", "starts_on", "dated_on", "proposed_on", "since_on")
MOST_RELATED = 6


def section_of(shown: Shown) -> str:
    """The section in which a thing is listed; what no other takes is among the agreed items."""
    return _SECTION_OF.get(shown.kind, "agreed")


def day_of(shown: Shown) -> str:
    """The day, month or year a thing is of, as said; "" where none is."""
    value = shown.fields.get("value")
    told = words_in(value, "date") if isinstance(value, dict) else ""
    return next((words_in(shown.fields, name) for name in _DAYS if shown.fields.get(name)), told)


def changed_at(shown: Shown) -> str:
    """Since when it stands as it is shown."""
    statements = shown.row["statements"]
    later = [str(each["at"]) for each in statements if isinstance(each, dict)] if isinstance(statements, list) else []
    return shown.publication.since if shown.publication else max([str(shown.row["at"]), *later])


@dataclass(frozen=True)
class Site:
    """Everything shown, for an address like https://example.org/bulletin/; `made_with` is a digest of templates and words.

    `has_papers`: the page of each thing has a PDF beside it. `check_at` is where a home answers its check page, "" for nowhere.
    """

    published: Published
    address: str
    made_with: str
    day: str
    has_papers: bool = False
    check_at: str = ""

    @cached_property
    def pages(self) -> dict[str, str]:
        """The file of each thing and party that has a page of its own, by id."""
        every = [*self.published.things, *self.published.parties]
        return {thing: f"{code_of(thing)}.html" for thing in every}

    @cached_property
    def papers(self) -> dict[str, str]:
        """The file of the PDF beside each of these pages, by id; none where papers are not made."""
        return {thing: f"{code_of(thing)}.pdf" for thing in self.pages} if self.has_papers else {}

    @cached_property
    def sections(self) -> dict[str, list[Shown]]:
        """The things of each section, the latest first."""
        found: dict[str, list[Shown]] = {name: [] for name in SECTIONS}
        for shown in self.published.things.values():
            if shown.kind == "text" and self._is_on_its_item(shown):
                continue
            found[section_of(shown)].append(shown)
        found["parties"] = list(self.published.parties.values())
        for name, rows in found.items():
            rows.sort(key=lambda shown: (day_of(shown), changed_at(shown), shown.id), reverse=name != "parties")
        return found

    def _is_on_its_item(self, shown: Shown) -> bool:
        return any(each in self.published.things for each in ids_in(shown.fields, "item"))

    @cached_property
    def areas(self) -> dict[str, list[Shown]]:
        """The things of each area, by its code."""
        found: dict[str, list[Shown]] = {}
        for shown in self.sections["agreed"]:
            for area in ids_in(shown.fields, "areas"):
                found.setdefault(area, []).append(shown)
        return dict(sorted(found.items()))

    @cached_property
    def named_by(self) -> dict[str, list[Shown]]:
        """What leads to a thing or party, in the order of the sections."""
        found: dict[str, list[Shown]] = {}
        texts = [shown for shown in self.published.things.values() if shown.kind == "text"]
        for shown in [each for rows in self.sections.values() for each in rows] + texts:
            for thing in dict.fromkeys(self.leads_to(shown)):
                if thing != shown.id:
                    found.setdefault(thing, []).append(shown)
        return {thing: list({each.id: each for each in rows}.values()) for thing, rows in found.items()}

    def leads_to(self, shown: Shown) -> list[str]:
        """The things, sources and parties its page names."""
        own = [each for name in shown.fields for each in ids_in(shown.fields, name) if self.published.get(each)]
        told = [source for each in shown.told for source in ids_in(self.published.readings[each].fields, "source")]
        return [*own, *told]

    def related(self, shown: Shown) -> list[Shown]:
        """Other things of its areas, those agreed at the nearest time first."""
        if shown.id not in self._related:
            near = [each for area in ids_in(shown.fields, "areas") for each in self.areas.get(area, ())]
            others, own = {each.id: each for each in near if each.id != shown.id}, _ordinal(shown)
            self._related[shown.id] = nsmallest(
                MOST_RELATED, others.values(), key=lambda each: (abs(_ordinal(each) - own), each.id)
            )
        return self._related[shown.id]

    @cached_property
    def lines(self) -> dict[tuple[str, str, bool], Markup]:
        """Lines of lists that were made already: by language, thing, and whether its day stands in it."""
        return {}

    @cached_property
    def _related(self) -> dict[str, list[Shown]]:
        return {}

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """A digest of each thing, reading and party as shown."""
        groups = (self.published.things, self.published.readings, self.published.parties)
        return {thing: _digest(asdict(shown)) for group in groups for thing, shown in group.items()}

    def scope(self, ids: Iterable[str]) -> Scope:
        """What a page about these may see: them, and what they lead to."""
        return Scope(self, frozenset(each for each in ids if each in self.digests))

    def made_of(self, *parts: str, scope: Scope | None = None) -> str:
        """The digest of all a file is made of."""
        rows = [self.digests[each] for each in sorted(scope.ids)] if scope else []
        return _digest([self._around, *parts, *rows])

    @cached_property
    def _around(self) -> str:
        """The digest of what every page shows around its own."""
        parts = [name for name, rows in self.sections.items() if rows]
        return _digest([self.made_with, self.address, self.has_papers, self.check_at, parts, bool(self.areas)])


@dataclass(frozen=True)
class Scope:
    """A part of the site, by ids. Asking for anything else is a fault of the program."""

    site: Site
    ids: frozenset[str]

    def get(self, thing: str) -> Shown:
        """The thing, reading or party with this id."""
        found = self.site.published.get(thing) if thing in self.ids else None
        if found is None:
            raise AssertionError(f"{thing} is not in the scope of this page")
        return found

    def name(self, thing: str) -> Name:
        """What it is called and where its page stands; a party that has made its name known to nobody stays nameless."""
        if self.site.published.get(thing) is None:
            return Name(thing, "charter", (), "", True, "")
        shown = self.get(thing)
        return Name(thing, shown.kind, tuple(title_parts(shown.row)), "", True, self.site.pages.get(thing, ""))

    def has(self, thing: str) -> bool:
        """Whether the page may see it."""
        return thing in self.ids


def _ordinal(shown: Shown) -> int:
    """Its day as a number that grows with time; 0 where no day is said."""
    digits = "".join(part for part in day_of(shown) if part in "0123456789")
    return int(digits[:8].ljust(8, "0"))


def languages_missing(row: Fields) -> list[str]:
    """The languages of the three in which a thing has no title."""
    there = {part.lang for part in title_parts(row)}
    return [lang for lang in LANGUAGES if lang not in there] if there else []


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True, default=_in_row).encode()).hexdigest()


def _in_row(value: object) -> list[str]:
    """A set in an order that is the same in every run of the program."""
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    raise TypeError(type(value).__name__)
