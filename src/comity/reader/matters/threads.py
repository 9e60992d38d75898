"""The same matter over the years: which items say the same, whatever the year, the mechanism and the language.

1. Two items are held against each other when they share a key: a gate pair, a named thing, a field with a deed, a number or,
   where there is none of these, words of one language. Where many share a key, each is held against its neighbours in the order
   of what they speak of, so that the work grows with the number of items, not with its square.
2. Every tie says what the two share; without something that tells which matter it is there is none.
3. What tells them apart counts against them: other gates, other things, other deeds, other parties.
4. A standing duty said again is a tie of its own sort: that it recurs is no finding.
5. Nothing is decided here. A tie is a suggestion that a person confirms or cuts.

Source: docs/decisions/0010-the-reader-enters-nothing.md.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from comity.reader.matters.matter_words import Spoken, joined, spoken_of
from comity.reader.words import folding

LEAST = 50
# How many in a row of items that share a key one is held against, and how many ties to earlier items are kept of each.
NEIGHBOURS = 10
KEPT = 4

_WORDS = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_SKETCH = 4


@dataclass(frozen=True, slots=True)
class Item:
    """Something agreed or proposed. `wordings` are (language, text); `said_in` what it shares with what was said beside it.

    `nature` is once, periodic, standing or "" where nobody said; `day` is an ISO date of any precision or "".
    """

    id: str
    wordings: tuple[tuple[str, str], ...]
    areas: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    nature: str = ""
    day: str = ""
    said_in: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something two items share: `what` is gates, numbers, named, broad, acts, places, areas, parties,
    words, or only and only_field (both speak of the same things, or fields, and of nothing else).

    `codes` are sorted; for words they are empty and `share` says how much of them is shared, in percent.
    """

    what: str
    codes: tuple[str, ...] = ()
    share: int = 0


@dataclass(frozen=True, slots=True)
class Tie:
    """Two items, the earlier one first, that may be one matter; `score` is at most 100."""

    one: str
    other: str
    score: int
    reasons: tuple[Reason, ...]
    standing: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """An item with what its wordings speak of, and the words of each language."""

    item: Item
    spoken: Spoken
    words: dict[str, frozenset[str]]

    @property
    def is_standing(self) -> bool:
        """Said to be so; or, where nobody said, because it goes on and names nothing in particular."""
        if self.item.nature:
            return self.item.nature in ("standing", "periodic")
        return not (self.spoken.gates or self.spoken.numbers) and (self.spoken.goes_on or not self.spoken.named)


def ties_among(items: Iterable[Item]) -> list[Tie]:
    """The ties among items, the surest first; each item keeps its best to earlier ones."""
    known = sorted((_known(item) for item in items), key=lambda one: (one.item.day or "9999", one.item.id))
    found: dict[tuple[int, int], Tie] = {}
    for one, other in _candidates(known):
        tie = _tie(known[one], known[other])
        if tie is not None:
            found[(one, other)] = tie
    best: dict[str, list[Tie]] = defaultdict(list)
    for tie in sorted(found.values(), key=lambda tie: (-tie.score, tie.one, tie.other)):
        if len(best[tie.other]) < KEPT:
            best[tie.other].append(tie)
    return sorted((tie for kept in best.values() for tie in kept), key=lambda tie: (-tie.score, tie.one, tie.other))


def tie_between(one: Item, other: Item) -> Tie | None:
    """The tie of two items, or None where they say different things."""
    return _tie(*sorted((_known(one), _known(other)), key=lambda each: (each.item.day or "9999", each.item.id)))


def _known(item: Item) -> _Known:
    words: dict[str, frozenset[str]] = {}
    for lang, text in item.wordings:
        words[lang] = words.get(lang, frozenset()) | frozenset(_words_of(text))
    return _Known(item, joined(spoken_of(lang, text) for lang, text in item.wordings), words)


def _words_of(text: str) -> Iterator[str]:
    """Words in letters; of Han characters every two that stand side by side."""
    folded = folding.lower(text)
    for word in _WORDS.findall(folded):
        if not _HAN.search(word):
            yield word
    for run in _HAN.findall(folded):
        yield from (run[at : at + 2] for at in range(max(1, len(run) - 1)))


def _candidates(known: Sequence[_Known]) -> Iterator[tuple[int, int]]:
    buckets: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(known):
        for key in _keys(each):
            buckets[key].append(place)
    likeness = [_order(each) for each in known]
    seen: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        if len(bucket) < 2:
            continue
        row = bucket if len(bucket) <= NEIGHBOURS + 1 else sorted(bucket, key=lambda place: (likeness[place], place))
        for at, one in enumerate(row):
            for other in row[at + 1 : at + 1 + NEIGHBOURS]:
                pair = (one, other) if one < other else (other, one)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _keys(one: _Known) -> set[str]:
    said = one.spoken
    keys = {f"gate {gate}" for gate in said.gates} | {f"number {number}" for number in said.numbers}
    keys |= {f"thing {thing}" for thing in said.named}
    things = sorted(said.named | said.broad)
    keys |= {f"deed {thing} {act}" for thing in things for act in said.acts}
    keys |= {f"place {place} {thing}" for place in said.places for thing in things}
    keys |= {f"both {first} {second}" for first, second in combinations(things[:6], 2)}
    if not said.named and not said.gates:
        keys |= {f"field {' '.join(sorted(said.broad))}"} if said.broad else set()
    for lang, words in () if keys else one.words.items():
        sketch = sorted(map(_number, words))[:_SKETCH]
        keys |= {f"words {lang} {first} {second}" for first, second in combinations(sketch, 2)}
    return keys


def _order(one: _Known) -> str:
    """Where an item stands among those that share a key: beside those that speak of the same things to the same parties."""
    said = one.spoken
    parts = (said.gates, said.numbers, said.named, said.acts, said.broad, said.places, one.item.parties)
    return "|".join(",".join(sorted(part)) for part in parts)


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def _tie(one: _Known, other: _Known) -> Tie | None:
    if one.item.id == other.item.id or (one.item.said_in and one.item.said_in == other.item.said_in):
        return None
    if one.spoken.gates and other.spoken.gates and not one.spoken.gates & other.spoken.gates:
        return None
    reasons = _reasons(one, other)
    weight = sum(map(_weight, reasons)) - _against(one, other)
    score = max(0, min(100, weight))
    if score < LEAST or not any(_tells(reason, reasons) for reason in reasons):
        return None
    return Tie(one.item.id, other.item.id, score, tuple(reasons), one.is_standing or other.is_standing)


def _reasons(one: _Known, other: _Known) -> list[Reason]:
    first, second = one.spoken, other.spoken
    found = []
    for what in ("gates", "numbers", "named", "broad", "acts", "places"):
        shared = getattr(first, what) & getattr(second, what)
        if shared:
            found.append(Reason(what, tuple(sorted(shared))))
    if areas := one.item.areas & other.item.areas:
        found.append(Reason("areas", tuple(sorted(areas))))
    parties = one.item.parties & other.item.parties
    if parties and 2 * len(parties) >= min(len(one.item.parties), len(other.item.parties)):
        found.append(Reason("parties", tuple(sorted(parties))))
    if _speak_of_nothing_else(first, second):
        found.append(Reason("only" if first.named or first.gates else "only_field"))
    share = max((_alike(one.words[lang], other.words[lang]) for lang in one.words.keys() & other.words.keys()), default=0)
    if share >= 50:
        found.append(Reason("words", share=share))
    return found


def _speak_of_nothing_else(one: Spoken, other: Spoken) -> bool:
    """Whether both speak of the very same things, named ones or else fields, and of no gate or deed that the other does not."""
    same = one.named == other.named if one.named or other.named else one.broad == other.broad != frozenset()
    return same and one.gates == other.gates and (one.acts == other.acts or not one.acts or not other.acts)


def _alike(one: frozenset[str], other: frozenset[str]) -> int:
    return round(200 * len(one & other) / (len(one) + len(other))) if one or other else 0


def _weight(reason: Reason) -> int:
    if reason.what == "words":
        return (reason.share - 30) * 3 // 4
    first, more = _WEIGHTS[reason.what]
    return first + more * max(0, len(reason.codes) - 1)


# What the first shared code of a sort adds, and each further one.
_WEIGHTS = {
    "gates": (35, 5),
    "numbers": (25, 10),
    "named": (40, 10),
    "broad": (22, 8),
    "acts": (15, 5),
    "places": (6, 2),
    "areas": (8, 2),
    "parties": (6, 0),
    "only": (18, 0),
    "only_field": (30, 0),
}


def _tells(reason: Reason, reasons: Sequence[Reason]) -> bool:
    """Whether a reason says which matter it is: a gate or number with anything else, a thing, a field, or the wording."""
    if reason.what in ("gates", "numbers"):
        return len(reasons) > 1
    return reason.what in ("named", "broad") or (reason.what == "words" and reason.share >= 70)


def _against(one: _Known, other: _Known) -> int:
    first, second = one.spoken, other.spoken
    weight = 0
    for what, cost in (("numbers", 12), ("named", 25), ("acts", 22)):
        mine, yours = getattr(first, what), getattr(second, what)
        if mine and yours and not mine & yours:
            weight += cost
        elif what == "named" and mine != yours and (not mine or not yours):
            weight += 12
    tells = first.named & second.named
    if bool(first.gates) != bool(second.gates):
        weight += 12 if tells else 30
    if not tells and not first.gates & second.gates and 2 * len(first.broad & second.broad) < len(first.broad | second.broad):
        weight += 12
    if one.item.parties and other.item.parties and not one.item.parties & other.item.parties:
        weight += 25
    cities = [{place for place in said.places if place.startswith("~")} for said in (first, second)]
    if cities[0] and cities[1] and not cities[0] & cities[1] and not first.gates & second.gates:
        weight += 20
    return weight
