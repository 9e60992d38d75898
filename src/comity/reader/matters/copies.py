"""Which documents derive from others: copies and cuts of one text, and translations of it. A derived report is no second witness.

1. In one language two texts are held against each other by runs of words (of Han characters): nearly all the shorter one's runs
   stand in the longer one: the same words; more than half of them: mostly the same words.
2. In two languages they are held against each other by what stays when words change: numbers, days, places and gates, in
   their order. The same ones in the same order make a translation likely, never certain.
3. The derived one is what a machine translated; else the later one; else a much shorter one; else the one read later.
4. Runs and numbers that stand in very many documents are passed over: they say nothing of two.

Source: A. Broder, On the resemblance and containment of documents (1997), for the runs and their sample.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from comity.reader.text.dates import days
from comity.reader.words import folding
from comity.reader.words.gazetteer import mentions

SAME_WORDS, MOST_WORDS, TRANSLATION = "same_words", "most_words", "translation"
ALL, MOST, ORDER = 90, 55, 62
# A sample of one in four runs, and all of them of a short text.
_ONE_IN, _SHORT = 4, 160
_RUN_OF_WORDS, _RUN_OF_HAN = 4, 7
_EVERYWHERE = 40
# A text shorter than this share of another was cut from it.
_CUT = 0.8
_FEWEST_MARKS, _MOST_MARKS, _RARE_SHARED = 8, 400, 3

_WORDS = re.compile(r"[^\W_\u3400-\u9fff]+|[\u3400-\u9fff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Paper:
    """The text of a document without its furniture; `dated` is an ISO date or ""; `machine` where a machine translated it."""

    id: str
    lang: str
    text: str
    dated: str = ""
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Derived:
    """A document that derives from another: `how`, and the percent of runs or marks that the two share."""

    copy: str
    original: str
    how: str
    share: int


@dataclass(frozen=True, slots=True)
class _Sketch:
    paper: Paper
    runs: frozenset[int]
    marks: tuple[str, ...]


def derived_of(papers: Sequence[Paper]) -> list[Derived]:
    """Each derived document with the one that it and what it derives from go back to, in the order given."""
    sketches = [_sketch(paper) for paper in papers]
    found: dict[str, Derived] = {}
    pairs = [(one, other, share, how) for one, other, share, how in _alike(sketches)]
    for one, other, share, how in sorted(pairs, key=lambda pair: (pair[3] == TRANSLATION, -pair[2])):
        copy, original = _which(one.paper, other.paper, how)
        if copy.id not in found and _root(original.id, found) != copy.id:
            found[copy.id] = Derived(copy.id, original.id, how, share)
    return [replace(found[paper.id], original=_root(paper.id, found)) for paper in papers if paper.id in found]


def _root(id_: str, found: Mapping[str, Derived]) -> str:
    while id_ in found:
        id_ = found[id_].original
    return id_


def _sketch(paper: Paper) -> _Sketch:
    return _Sketch(paper, frozenset(_runs(paper.text)), tuple(_marks(paper)))


def _runs(text: str) -> Iterator[int]:
    words = _WORDS.findall(folding.bare(text))
    size = _RUN_OF_HAN if sum(1 for word in words if _HAN.match(word)) * 2 > len(words) else _RUN_OF_WORDS
    every = {" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))} if words else set()
    step = 1 if len(every) <= _SHORT else _ONE_IN
    for run in every:
        number = int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big")
        # Short texts keep the common sample's runs too, so that a cut is found in what it was cut from.
        if step == 1 or number % step == 0:
            yield number


def _marks(paper: Paper) -> list[str]:
    """Numbers, days and places in their order, written alike in every language."""
    text, found, taken = paper.text, list[tuple[int, str]](), list[tuple[int, int]]()
    for day in days(text):
        if day.month:
            found.append((day.start, f"day {day.month}-{day.day}"))
            taken.append((day.start, day.end))
    for mention in mentions(text):
        found.append((mention.start, f"place {mention.place.code}"))
    edges = sorted(taken)
    for number in _DIGITS.finditer(text):
        digits = re.sub(r"[.,]", "", number[0])
        if len(digits) > 1 and not any(start <= number.start() < end for start, end in edges):
            found.append((number.start(), f"number {digits}"))
    return [mark for _, mark in sorted(found)][:_MOST_MARKS]


def _alike(sketches: Sequence[_Sketch]) -> Iterator[tuple[_Sketch, _Sketch, int, str]]:
    by_place = dict(enumerate(sketches))
    for (one, other), _count in _sharing({at: each.runs for at, each in by_place.items()}, least=3).items():
        first, second = by_place[one], by_place[other]
        if first.paper.lang == second.paper.lang:
            share = _contained(first.runs, second.runs)
            if share >= MOST:
                yield first, second, share, SAME_WORDS if share >= ALL else MOST_WORDS
    numbers = {at: frozenset(mark for mark in each.marks if not mark.startswith("place")) for at, each in by_place.items()}
    for (one, other), _count in _sharing(numbers, least=_RARE_SHARED).items():
        first, second = by_place[one], by_place[other]
        if first.paper.lang != second.paper.lang and min(len(first.marks), len(second.marks)) >= _FEWEST_MARKS:
            share = _in_order(first.marks, second.marks)
            if share >= ORDER:
                yield first, second, share, TRANSLATION


def _sharing(features: Mapping[int, Iterable[object]], *, least: int) -> Counter[tuple[int, int]]:
    """Pairs that share at least so many features, counting those that stand in few."""
    where: dict[object, list[int]] = defaultdict(list)
    for at, each in features.items():
        for feature in each:
            where[feature].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for places in where.values():
        if len(places) <= _EVERYWHERE:
            shared.update(combinations(places, 2))
    return Counter({pair: count for pair, count in shared.items() if count >= least})


def _contained(one: frozenset[int], other: frozenset[int]) -> int:
    """How much of the shorter one's runs stand in the other, in percent; sampled alike where only one of them is sampled."""
    if (len(one) <= _SHORT) != (len(other) <= _SHORT):
        one, other = (frozenset(run for run in each if run % _ONE_IN == 0) for each in (one, other))
    return round(100 * len(one & other) / min(len(one), len(other))) if one and other else 0


def _in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """Twice the longest common sequence of marks over the length of both, in percent."""
    row = [0] * (len(other) + 1)
    for mark in one:
        before = 0
        for at, mine in enumerate(other, start=1):
            kept = row[at]
            row[at] = before + 1 if mark == mine else max(row[at], row[at - 1])
            before = kept
    return round(200 * row[-1] / (len(one) + len(other)))


def _which(one: Paper, other: Paper, how: str) -> tuple[Paper, Paper]:
    """The derived one first."""
    if one.machine != other.machine:
        return (one, other) if one.machine else (other, one)
    least = min(len(one.dated), len(other.dated))
    if least >= len("2026") and one.dated[:least] != other.dated[:least]:
        return (one, other) if one.dated[:least] > other.dated[:least] else (other, one)
    if how != TRANSLATION and len(one.text) < _CUT * len(other.text):
        return one, other
    return other, one
