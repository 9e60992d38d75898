"""What pictures are drawn from: lines of lists, counted and put in the words of the page.

- An item counts in each of its areas, and in "" where it names none; once in its year and its age.
- The sides of the strip map and of ties go by the language of the page; in English they change from day to day.
- What was last told of one side of a pair, for it or for both, gives that side its shape; nothing is reckoned from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from comity.kinds.corridor import WAYS
from comity.paper.agreed_view import AgreedLine
from comity.paper.areas import area_words
from comity.paper.calendar_view import span
from comity.paper.flow_by_year import Flow
from comity.paper.instruments_view import InstrumentLine
from comity.paper.labels import draft_words
from comity.paper.moment import show_day
from comity.paper.names import Names, plain_name
from comity.paper.open_ageing import Ages, age_of
from comity.paper.party_ties import Papers, Tied
from comity.paper.places_view import OWN_TONGUE, GateLine, GateSide, Told, change_words, class_words
from comity.paper.printed import Picture
from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.paper.session_lanes import Lane, Met
from comity.paper.sessions_view import SessionLine
from comity.paper.state_by_area import AreaStates
from comity.paper.state_words import OPEN, state_of
from comity.paper.strip_map import Bead, BeadSide, Corridor, draw_strip_map
from comity.paper.thing_view import title_parts
from comity.paper.translate import translate
from comity.paper.wording import lead_of, parts_of
from comity.record.canonical import Fields

# What a change, as told, leaves a side in.
_LEAVES = {
    **dict.fromkeys(("opened", "upgraded", "extended", "for_a_time", "passengers", "resumed", "smart", "works"), "done"),
    **dict.fromkeys(("limited", "no_trade"), "way"),
    **dict.fromkeys(("agreed", "asked", "approved", "accepted", "planned", "not_yet"), "wait"),
    "closed": "never",
}


def area_states(lines: Iterable[AgreedLine], lang: str) -> list[AreaStates]:
    """How many items of each area are in each state."""
    found: dict[str, Counter[str]] = {}
    for line in lines:
        for area in line.areas or ("",):
            found.setdefault(area, Counter())[state_of(line.shapes)] += 1
    none = translate(lang)("no area said")
    return [AreaStates(area_words(area, lang) if area else none, dict(counts)) for area, counts in sorted(found.items())]


def flow_of(lines: Iterable[AgreedLine]) -> Flow:
    """How many items of each year are in each state."""
    return Counter((line.agreed_on[:4] if line.agreed_on[:4].isdigit() else "", state_of(line.shapes)) for line in lines)


def ages_of(lines: Iterable[AgreedLine], *, on: str) -> tuple[Ages, int]:
    """The open items by age and state on a day, and how many standing duties are left out."""
    known = [(line, state_of(line.shapes)) for line in lines]
    still = [(line, state) for line, state in known if state in OPEN]
    counted = Counter((age_of(_days(line.agreed_on, on)), state) for line, state in still if line.nature != "standing")
    return counted, len(still) - sum(counted.values())


def lanes_of(lines: Iterable[SessionLine], names: Names, lang: str) -> list[Lane]:
    """The sessions of each mechanism, the earliest first."""
    found: dict[str, list[Met]] = {}
    for line in sorted(lines, key=lambda line: (line.starts_on, line.id)):
        host = " / ".join(plain_name(names(each), lang) for each in line.host)
        title = lead_of(line.title, lang)
        met = Met(line.starts_on, line.edition, host, line.stage or "held", title.text if title else "")
        found.setdefault(line.mechanism, []).append(met)
    outside = translate(lang)("Outside a named mechanism")
    return [Lane(plain_name(names(each), lang) if each else outside, tuple(met)) for each, met in found.items()]


def ties_of(
    lines: Iterable[InstrumentLine], rows: Mapping[str, Fields], names: Names, lang: str, *, on: str
) -> tuple[list[Tied], list[Papers]]:
    """The parties of instruments on two sides, and how many bind each set of them; `rows` are those of the parties."""
    found: dict[tuple[str, ...], list[str]] = {}
    for line in lines:
        if line.parties:
            found.setdefault(tuple(sorted(set(line.parties))), []).append(line.day[:4])
    tied = [
        Tied(party, plain_name(names(party), lang), _tongue(names, party, lang), side)
        for party, side in _sided(found, rows, lang, on=on).items()
    ]
    papers = [Papers(each, len(years), min(filter(None, years), default=""), max(years)) for each, years in found.items()]
    return tied, papers


def beads_of(lines: Sequence[GateLine], lang: str, *, on: str) -> tuple[list[Bead], tuple[str, str]]:
    """The pairs in the order given with their sides left and right, and the codes of the sides whose names stand there."""
    sides = [side.side for line in lines for side in line.sides if side.side]
    left = left_side(sides, lang, on=on)
    right = next((side for side in sides if side != left), "")
    known = {line.id for line in lines}
    return [_bead(line, left, known, lang) for line in lines], (left, right)


def strip_map_of(
    lines: Sequence[GateLine], corridors: Iterable[Fields], lang: str, *, on: str, remarks: Sequence[str] = ()
) -> Picture:
    """The strip map of these pairs, with the rows of corridors."""
    beads, sides = beads_of(lines, lang, on=on)
    one, other = (translate(lang)("on the side of {state}", state=draft_words(each, lang)) if each else "" for each in sides)
    return draw_strip_map(beads, (one, other), lang, corridors=corridors_of(corridors, beads, sides, lang), remarks=remarks)


def corridors_of(rows: Iterable[Fields], beads: Sequence[Bead], sides: Sequence[str], lang: str) -> list[Corridor]:
    """The corridors that pass any of these pairs; `sides` are the codes of those whose names stand left and right."""
    drawn, known = [], {bead.id for bead in beads}
    for row in rows:
        fields = fields_in(row)
        gates = tuple(gate for gate in ids_in(fields, "gates") if gate in known)
        called = {words_in(fields, f"{which}_side"): parts_of(fields.get(f"{which}_called")) for which in ("first", "second")}
        left, right = (tuple(called.get(side) or title_parts(row)) for side in (*sides, "", "")[:2])
        if gates:
            drawn.append(Corridor(left, right, _way(words_in(fields, "way"), lang), gates))
    return drawn


def _way(code: str, lang: str) -> str:
    return WAYS[code].in_language(lang) if code in WAYS else code


def left_side(sides: Sequence[str], lang: str, *, on: str) -> str:
    """The side that stands left: that of the page's language; in English by turns from day to day."""
    every = sorted(set(sides))
    own = next((side for side in every if OWN_TONGUE.get(side) == lang), "")
    return own or (every[date.fromisoformat(on).toordinal() % len(every)] if every else "")


def _sided(found: Collection[Sequence[str]], rows: Mapping[str, Fields], lang: str, *, on: str) -> dict[str, int]:
    """On which side each party stands: by the state its code names, or that of what it is part of; where neither is known,
    where fewer of those stand with whom it is bound."""
    states = {party: state for each in found for party in each if (state := _state_of(party, rows))}
    left, placed = left_side(list(states.values()), lang, on=on), dict[str, int]()
    for each in sorted(found, key=lambda each: (-len(each), each)):
        placed |= {party: int(states[party] != left) for party in each if party in states}
        for party in each:
            if party not in placed:
                there = [placed[other] for other in each if other in placed]
                placed[party] = int(there.count(1) < there.count(0))
    return placed


def _state_of(party: str, rows: Mapping[str, Fields]) -> str:
    for each in (party, *(ids_in(fields_in(rows[party]), "part_of") if party in rows else ())):
        code = words_in(fields_in(rows[each]), "iso")[:2] if each in rows else ""
        if code:
            return code
    return ""


def _tongue(names: Names, party: str, lang: str) -> str:
    lead = lead_of(names(party).parts, lang)
    return lead.lang if lead else ""


def _bead(line: GateLine, left: str, known: set[str], lang: str) -> Bead:
    none = GateSide("", (), (), None)
    first = next((side for side in line.sides if side.side == left), None)
    rest = [side for side in line.sides if side is not first]
    if first is None and rest and not rest[0].side:
        first, rest = rest[0], rest[1:]
    within = next((pair for pair in line.within if pair in known), "")
    second = rest[0] if rest else none
    return Bead(line.id, _bead_side(line, first or none, lang), _bead_side(line, second, lang), within, line.markers)


def _bead_side(line: GateLine, side: GateSide, lang: str) -> BeadSide:
    told = [each for each in line.changes if each.change and each.side in ("", side.side)]
    last: Told | None = told[-1] if told else None
    classed = side.status.status if side.status else line.entered_class
    words = (
        " ".join(part for part in (change_words(last.change, lang), show_day(last.day, lang) if last.day else "") if part)
        if last
        else ""
    )
    return BeadSide(side.name, class_words(classed, lang), _LEAVES.get(last.change, "none") if last else "none", words)


def _days(day: str, on: str) -> int | None:
    covers = span(day) if day else None
    return (date.fromisoformat(on) - covers[0]).days if covers else None
