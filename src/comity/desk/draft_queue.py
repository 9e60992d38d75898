"""The queue of drafts: which are meant by an address, and the next one before and after a draft. The least sure come first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from comity.desk.asking import Ask
from comity.desk.filters import Group, group
from comity.paper.labels import draft_words
from comity.paper.translate import translate
from comity.store.drafts import STATES
from comity.store.reading import Chosen, DraftRow

# At most so sure, in percent: what people choose from.
DEGREES = (50, 70, 90)
MOST_SOURCES = 12
_PLACE = re.compile(r"(\d{1,3})-(\d{1,9})")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Beside:
    """The drafts before and after one (0 for none), the one to go on to, and how many wait in all."""

    before: int
    after: int
    onward: int
    open: int


def chosen_in(given: Mapping[str, str]) -> dict[str, str]:
    """The filters of an address, those that mean nothing left out."""
    fits = {
        "state": given.get("state") in STATES,
        "type": bool(re.fullmatch(r"[a-z_]{1,20}", given.get("type", ""))),
        "source": bool(_DIGEST.fullmatch(given.get("source", ""))),
        "most": given.get("most") in {str(degree) for degree in DEGREES},
    }
    return {name: given[name] for name, is_known in fits.items() if is_known}


def chosen_of(filters: Mapping[str, str], *, state: str = "") -> Chosen:
    """What the filters choose; open drafts unless they say otherwise."""
    return Chosen(
        state=state or filters.get("state", "open"),
        type=filters.get("type", ""),
        source=filters.get("source", ""),
        most=int(filters.get("most", "100")),
    )


def place_in(given: Mapping[str, str]) -> tuple[int, int]:
    """The place in the queue after which a page goes on."""
    found = _PLACE.fullmatch(given.get("after", ""))
    return (int(found[1]), int(found[2])) if found else (-1, 0)


def place_words(row: DraftRow) -> str:
    """A place in the queue as an address bears it."""
    return f"{row.confidence}-{row.number}"


def draft_address(number: int, filters: Mapping[str, str]) -> str:
    """The page of a draft from which the next one comes by the same filters."""
    kept = {name: value for name, value in filters.items() if name != "state"}
    return f"/drafts/{number}" + (f"?{urlencode(kept)}" if kept else "")


def filters_given(query: str) -> dict[str, str]:
    """The filters that a form brought along as it was given them."""
    return chosen_in(dict(parse_qsl(query)))


def beside(ask: Ask, row: DraftRow, filters: Mapping[str, str]) -> Beside:
    """What comes before and after a draft among those that wait; among those that stand as it does where none waits."""
    waiting = sum(count for (state, _type), count in ask.reading.draft_types().items() if state == "open")
    state = "open" if waiting > (row.state == "open") else row.state
    chosen, place = chosen_of(filters, state=state), (row.confidence, row.number)
    before = ask.reading.queue(chosen, after=place, back=True, limit=1)
    after = ask.reading.queue(chosen, after=place, limit=1)
    first = after or [each for each in ask.reading.queue(chosen, limit=2) if each.number != row.number]
    numbers = [found[0].number if found else 0 for found in (before, after, first)]
    return Beside(numbers[0], numbers[1], numbers[2], waiting)


def filter_groups(ask: Ask, filters: Mapping[str, str], counts: Mapping[tuple[str, str], int]) -> list[Group]:
    """The filters of the list; `counts` how many drafts there are by state and type."""
    _, path = translate(ask.lang), ask.request.path
    chosen = {"state": "open", **filters}
    states = {state: sum(count for (each, _type), count in counts.items() if each == state) for state in STATES}
    types = {type_: count for (state, type_), count in counts.items() if state == chosen["state"]}
    in_order = sorted(types, key=lambda name: -types[name])
    sources = ask.reading.fullest_sources(chosen["state"], limit=MOST_SOURCES)
    sure = [(str(degree), _("at most {percent} of 100", percent=degree), None) for degree in DEGREES]
    return [
        group(
            _("State"), "state", [(s, draft_words(s, ask.lang), states[s]) for s in STATES if states[s]], chosen=chosen, path=path
        ),
        group(
            _("Kind of statement"),
            "type",
            [(name, draft_words(name, ask.lang), types[name]) for name in in_order],
            chosen=chosen,
            path=path,
        ),
        group(_("How sure"), "most", sure, chosen=chosen, path=path),
        group(_("Source"), "source", sources if len(sources) > 1 else [], chosen=chosen, path=path),
    ]
