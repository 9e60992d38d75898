"""What an agreed item speaks of, read from its wording alone: the same codes whatever language it is written in.

- Gate pairs and places are known by the tables of names, things and deeds by `lexicon/matters.tsv`.
- A longer phrase wins over one inside it; English words are compared without their endings.
- A name that is a gate's and a place's counts as the gate only beside its other half or a word for a gate.
- Years are no numbers here: two years apart say nothing about what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from comity.reader.words import folding
from comity.reader.words.gazetteer import PROVINCE, mentions, rows_of
from comity.reader.words.trie import Trie

NAMED, BROAD, ACT, MILD, STANDING = SORTS = ("named", "broad", "act", "mild", "standing")
LANGUAGES = ("en", "vi", "zh")

_ENGLISH = re.compile(r"[a-z]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,4}\+\d{1,4}|(?<![\d.,/])\d{2,5}(?![\d.,]*\d|/\d|\+)")
_DATE = re.compile(
    r"(?<!\d)\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?!\d)|(?:19|20)\d{2}\s*[-–—]\s*(?:19|20)\d{2}|\d{1,4}\s*[年月日]"
    r"|(?:tháng|ngày|năm)\s+\d{1,4}|\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_YEARS = range(1945, 2100)
# What an English word may end in and its plain form does not.
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a wording speaks of; every set holds codes, `numbers` digits as written."""

    gates: frozenset[str]
    places: frozenset[str]
    named: frozenset[str]
    broad: frozenset[str]
    acts: frozenset[str]
    numbers: frozenset[str]
    goes_on: bool


def spoken_of(lang: str, text: str) -> Spoken:
    """What a wording in a language (`zh-Hans` counts as zh; others are read as English) speaks of."""
    tongue = lang[:2] if lang[:2] in LANGUAGES else "en"
    found = _phrases(tongue, text)
    gates, cities = _gates(text), _places(text)
    return Spoken(
        gates=frozenset(gates),
        places=frozenset(cities),
        named=frozenset(code for code, sort in found if sort == NAMED),
        broad=frozenset(code for code, sort in found if sort == BROAD),
        acts=frozenset(code for code, sort in found if sort == ACT),
        numbers=frozenset(_numbers(text)),
        goes_on=any(sort == STANDING for _, sort in found),
    )


def joined(several: Iterable[Spoken]) -> Spoken:
    """What wordings of one item in several languages speak of together."""
    every = list(several)

    def all_of(name: str) -> frozenset[str]:
        return frozenset[str]().union(*(getattr(one, name) for one in every))

    return Spoken(
        gates=all_of("gates"),
        places=all_of("places"),
        named=all_of("named"),
        broad=all_of("broad"),
        acts=all_of("acts"),
        numbers=all_of("numbers"),
        goes_on=any(one.goes_on for one in every),
    )


def usual_pair(code: str, lang: str = "en") -> tuple[str, str]:
    """The usual names of the gate pair with a code, in Han characters for zh where the table has them."""
    row = _pairs()[code]
    if lang != "zh":
        return row[0][0], row[1][0]
    first, second = (next((name for name in names if _HAN.search(name)), names[0]) for names in row)
    return first, second


def known_words() -> dict[str, str]:
    """The sort of every code of the table."""
    return {code: sort for code, sort, *_ in rows_of("matters.tsv", 5)}


def first_words(code: str, lang: str) -> str:
    """What a code is called in a language: the first phrase of its line; the code itself where there is none."""
    return _first().get(code, {}).get(lang[:2], code)


@lru_cache(maxsize=1)
def _first() -> dict[str, dict[str, str]]:
    return {
        code: {lang: cell.split(";")[0] for lang, cell in zip(LANGUAGES, cells, strict=True)}
        for code, _, *cells in rows_of("matters.tsv", 5)
    }


@lru_cache(maxsize=4)
def _trie(lang: str) -> Trie[tuple[str, str]]:
    column = LANGUAGES.index(lang)
    return Trie(
        (_plain(lang, phrase), (code, sort))
        for code, sort, *cells in rows_of("matters.tsv", 5)
        for phrase in cells[column].split(";")
        if phrase
    )


def _plain(lang: str, text: str) -> str:
    lowered = folding.lower(text)
    return _ENGLISH.sub(lambda word: _stem(word[0]), lowered) if lang == "en" else lowered


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    # "closing" and "close", "stopping" and "stop" meet here.
    word = word[:-1] if len(word) > 3 and word.endswith("e") else word
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sl" else word


def _phrases(lang: str, text: str) -> list[tuple[str, str]]:
    """Codes and sorts of the phrases that stand in the text, none inside a longer one."""
    found: list[tuple[str, str]] = []
    taken: list[tuple[int, int]] = []
    hits = sorted(_trie(lang).hits(_plain(lang, text)), key=lambda hit: (hit[0] - hit[1], hit[0]))
    for start, end, values in hits:
        for code, sort in values:
            if not any(s <= start and end <= e and e - s > end - start for s, e in taken):
                found.append((code, sort))
                taken.append((start, end))
    return found


@lru_cache(maxsize=1)
def _pairs() -> dict[str, tuple[list[str], list[str]]]:
    """The names on both sides of each pair, by its code: the usual name on the Chinese side, plain."""
    rows = [(vn.split(";"), cn.split(";")) for vn, cn in rows_of("gate_pairs.tsv", 2)]
    return {cn[0].replace("'", "").lower(): (vn, cn) for vn, cn in rows}


@lru_cache(maxsize=1)
def _gate_names() -> Trie[tuple[str, int]]:
    return Trie(
        (folding.bare(name), (code, side)) for code, row in _pairs().items() for side, names in enumerate(row) for name in names
    )


def _gates(text: str) -> Iterator[str]:
    """Pairs of which both halves are named, and those of which one half is that is no place besides."""
    sides: dict[str, set[int]] = {}
    alone: set[str] = set()
    cities = {(place.start, place.end) for place in mentions(text)}
    hits = [hit for hit in _gate_names().hits(folding.bare(text)) if not text[hit[0]].islower()]
    for start, end, values in hits:
        if any(s <= start and end <= e and e - s > end - start for s, e, _ in hits):
            continue
        for code, side in values:
            sides.setdefault(code, set()).add(side)
            if not any(s < end and start < e for s, e in cities):
                alone.add(code)
    for code, named in sides.items():
        if len(named) > 1 or code in alone:
            yield code


def _places(text: str) -> Iterator[str]:
    for mention in mentions(text):
        if mention.place.level not in ("country",):
            prefix = "" if mention.place.level == PROVINCE else "~"
            yield prefix + mention.place.code


def _numbers(text: str) -> Iterator[str]:
    bare = _DATE.sub(" ", text)
    for found in _NUMBER.findall(bare):
        if "+" in found or int(found) not in _YEARS:
            yield found
