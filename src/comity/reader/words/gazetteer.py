"""Places and bodies by all their names, and where a text names them.

- Names are compared without accents and case; one in letters must begin with a capital.
- A longer name wins over one inside it: "Guangxi Zhuang" over "Guangxi".
- A caller may add places of its own; they count as parties whatever their level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

from comity.reader.words import folding
from comity.reader.words.trie import Trie
from comity.record.errors import BadLexicon

PROVINCE, CITY, COUNTRY, BODY = "province", "city", "country", "body"
# Whose names Vietnamese writes by sound, with or without hyphens and with whatever accents.
_BY_SOUND = frozenset({"LA", "KH", "TH", "MM"})
_PARTS = re.compile(r"[ -]")
_ENOUGH_PARTS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its names by language (several are parted by commas); `country` is VN, CN or another code."""

    code: str
    names: Mapping[str, str]
    country: str
    level: str = PROVINCE
    within: str = ""

    def __hash__(self) -> int:
        return hash((self.code, self.country, self.level))

    def every_name(self) -> tuple[str, ...]:
        """All names in all languages, in the order given."""
        return tuple(name.strip() for names in self.names.values() for name in names.split(",") if name.strip())


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at `text[start:end]`."""

    start: int
    end: int
    place: Place


def rows_of(name: str, columns: int) -> Iterator[list[str]]:
    """The cells of each line of a shared table in `lexicon/`.

    Raises: BadLexicon.
    """
    written = resources.files("comity.reader").joinpath("lexicon", name).read_text(encoding="utf-8")
    for number, line in enumerate(written.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise BadLexicon(file=name, line=number, problem=f"it has {len(cells)} columns, not {columns}")
        yield cells


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """Every place of the gazetteer, in its order."""
    return tuple(
        Place(code, {"en": en, "vi": vi, "zh": zh}, country, level, within)
        for code, level, country, en, vi, zh, within in rows_of("places.tsv", 7)
    )


@lru_cache(maxsize=1)
def bodies() -> tuple[Place, ...]:
    """Bodies connected to sessions without being a party of them."""
    return tuple(
        Place(code, {"": names.replace(";", ",")}, country, BODY, name) for code, country, names, name in rows_of("bodies.tsv", 4)
    )


def mentions(text: str, extra: tuple[Place, ...] = ()) -> list[Mention]:
    """Where `text` names a place or body, in order, none inside another."""
    folded = folding.bare(text)
    found = list(_found(_known(), text, folded))
    if extra:
        found.extend(_found(_trie_of(extra), text, folded))
        found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


@lru_cache(maxsize=1)
def _known() -> Trie[Place]:
    return _trie_of(bodies() + tuple(map(_with_aliases, places())))


def _with_aliases(place: Place) -> Place:
    """The place with its names in aliases.tsv; misprints and former names are other things' names too."""
    more = [
        alias
        for what, name, alias, _from, _to, source in rows_of("aliases.tsv", 6)
        if (what, name) == ("place", place.code) and source not in ("error", "former")
    ]
    return replace(place, names={**place.names, "alias": ",".join(more)}) if more else place


def _trie_of(some: tuple[Place, ...]) -> Trie[Place]:
    return Trie(
        (name + ending, place)
        for place in some
        for name in _spelt(place)
        for ending in (("", "s") if name.isascii() else ("",))  # the genitive of Swedish
    )


def _spelt(place: Place) -> dict[str, None]:
    """The names as they are looked up; one that is written by sound also with its parts apart, hyphened and in one word."""
    names = dict.fromkeys(folding.bare(name) for name in place.every_name())
    if place.country in _BY_SOUND and place.level != COUNTRY:
        parted = [parts for name in names if name.isascii() and len(parts := _PARTS.split(name)) > 1]
        names.update(dict.fromkeys(mark.join(parts) for parts in parted for mark in (" ", "-", "")))
    return names


def _found(trie: Trie[Place], text: str, folded: str) -> Iterator[Mention]:
    for start, end, values in trie.hits(folded):
        if text[start].islower() and values[0].level != COUNTRY:
            continue
        # Xi Jinping is no county of Yunnan.
        if text[start].islower() or text.endswith("Xi ", 0, start) or _is_other_word(text, start, end, values[0]):
            continue
        yield Mention(start, end, values[0])


def _is_other_word(text: str, start: int, end: int, place: Place) -> bool:
    """Whether accents in the text say that this is another word than the place's name."""
    written = text[start:end]
    if written.isascii() or written[0] > "\u3000":
        return False
    is_by_sound = place.country in _BY_SOUND and place.level != COUNTRY
    if is_by_sound and len(_PARTS.split(written)) >= _ENOUGH_PARTS:
        return False
    plain = _accented(written, is_by_sound)
    return all(_accented(name, is_by_sound) != plain for name in place.every_name() if not name.isascii())


def _accented(name: str, is_by_sound: bool) -> str:
    plain = folding.lower(name)
    return _PARTS.sub("", plain) if is_by_sound else plain
