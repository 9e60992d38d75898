"""The strip map of the pairs of border gates that are shown, drawn from what the pages beside it say.

Which side stands left in English goes by the day on which any of it last changed, not by that of the build: the same things
give the same drawing.
"""

from __future__ import annotations

from comity.bulletin.site import Site, changed_at
from comity.paper.pictures_view import strip_map_of
from comity.paper.places_view import GateLine, gate_line, in_order
from comity.paper.printed import Picture
from comity.paper.row_parts import ids_in
from comity.paper.translate import translate
from comity.procedures.what_may_be_published import Shown
from comity.record.canonical import Fields, Value

MOST_DRAWN = 40


def gates_picture(site: Site, lang: str) -> list[Picture]:
    """The picture, with the table behind it; none for fewer than two pairs."""
    gates, corridors = _of_kind(site, "gate"), _of_kind(site, "corridor")
    sources = {thing: shown.row for thing, shown in site.published.things.items() if shown.kind == "source"}
    lines: list[GateLine] = in_order(gate_line(_with_told(site, each), sources) for each in gates)
    if len(lines) < 2:
        return []
    said = translate(lang)("Drawn are the {read} of this page, of {count}.", read=MOST_DRAWN, count=len(lines))
    on = max(map(changed_at, (*gates, *corridors)))[:10]
    remarks = [said] if len(lines) > MOST_DRAWN else []
    return [strip_map_of(lines[:MOST_DRAWN], [each.row for each in corridors], lang, on=on, remarks=remarks)]


def seen_by_the_picture(site: Site) -> list[str]:
    """Every id on which it rests."""
    drawn = [*_of_kind(site, "gate"), *_of_kind(site, "corridor")]
    told = [reading for each in drawn for reading in each.told]
    sources = [source for reading in told for source in ids_in(site.published.readings[reading].fields, "source")]
    return [*(each.id for each in drawn), *told, *sources]


def _of_kind(site: Site, kind: str) -> list[Shown]:
    return [shown for shown in site.sections["gates"] if shown.kind == kind]


def _with_told(site: Site, shown: Shown) -> Fields:
    """The row of a pair with the readings that tell of it, as the register has it."""
    told: list[Value] = [site.published.readings[each].row for each in shown.told]
    return {**shown.row, "statements": told}
