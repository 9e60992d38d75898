"""Which of many known names a name may be, without holding each against each.

- Names that are alike share a key, so that only those are compared; what shares one is not yet alike.
- A name in characters is kept under each of its readings, mixed ones too, a name in letters under its letters; what is
  asked for in letters is also looked for under the letters of the other system.
- Two known names as likely as each other: a person is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import islice, product

from comity.reader.names import readings
from comity.reader.names.aliases import PARTY, PERSON, PLACE
from comity.reader.names.bare_names import bare_name
from comity.reader.names.named_things import things_called
from comity.reader.names.names_across import ASK, DIFFER, SURE, Likeness, families, same, words_of
from comity.reader.names.readings import HAN_VIET, PINYIN

# As many keys at most of one name.
MOST_KEYS = 2000
_LONGEST = 12
_MOST_CUTS = 20
# What each syllable of a name may be.
Options = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A known thing and how alike the name is that it bears."""

    thing: str
    name: str
    like: Likeness


class NameIndex:
    """Known things by their names; built once, then asked."""

    def __init__(self, known: Iterable[tuple[str, str]], *, what: str = "") -> None:
        """`known`: things with their names, several names of one thing one after the other; `what` as in `same`."""
        self._what = what
        self._root = _Node()
        self._by_key: dict[str, list[tuple[str, str]]] = {}
        for thing, name in known:
            for key in _whole_keys(name, what):
                self._by_key.setdefault(key, []).append((thing, name))
            for form in _forms(name, what):
                for options in _kept_ways(form):
                    self._root.learn(options, (thing, name))

    def find(self, name: str, *, on: date | None = None) -> list[Found]:
        """The things the name may mean, the likeliest first, then by thing; a sure one is the only sure one."""
        best: dict[str, Found] = {}
        near = {pair: True for key in _whole_keys(name, self._what) for pair in self._by_key.get(key, ())}
        for form in _forms(name, self._what):
            for options in _asked_ways(form, self._what):
                near.update(dict.fromkeys(self._root.found(options), True))
        for thing, known in near:
            like = same(name, known, on=on, what=self._what)
            if like.how != DIFFER and (thing not in best or like.confidence > best[thing].like.confidence):
                best[thing] = Found(thing, known, like)
        found = sorted(best.values(), key=lambda each: (-each.like.confidence, each.thing))
        return _unsure(found) if len([each for each in found if each.like.how == SURE]) > 1 else found


class _Node:
    """Names by their syllables, one after the other."""

    __slots__ = ("after", "here")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.here: list[tuple[str, str]] = []

    def learn(self, options: Options, pair: tuple[str, str]) -> None:
        nodes = [self]
        for each in options:
            nodes = [node.after.setdefault(syllable, _Node()) for node in nodes for syllable in each]
        for node in nodes:
            node.here.append(pair)

    def found(self, options: Options) -> Iterator[tuple[str, str]]:
        nodes = [self]
        for each in options:
            nodes = [node.after[syllable] for node in nodes for syllable in each if syllable in node.after]
        for node in nodes:
            yield from node.here


def _unsure(found: list[Found]) -> list[Found]:
    """Several sure ones: the one spelled the very same stays sure, otherwise all are asked about."""
    exact = [each for each in found if each.like.why == "spelling"]
    return [
        each if exact == [each] else replace(each, like=Likeness(ASK, min(each.like.confidence, 70), "several")) for each in found
    ]


def keys_of(name: str, *, what: str = "") -> frozenset[str]:
    """The keys under which a name is kept where each needs one line, as in a database."""
    ways = [options for form in _forms(name, what) for options in _kept_ways(form)]
    return frozenset({*_whole_keys(name, what), *(key for options in ways for key in _joined(options))})


def asked_keys(name: str, *, what: str = "") -> frozenset[str]:
    """The keys under which a name is looked for: its own and those of its other readings."""
    ways = [options for form in _forms(name, what) for options in _asked_ways(form, what)]
    return keys_of(name, what=what) | {key for options in ways for key in _joined(options)}


def _whole_keys(name: str, what: str) -> set[str]:
    """The things a name calls, and its letters end to end."""
    whole = {"".join(_letters(word) for word in words_of(form)) for form in _forms(name, what)}
    return {*things_called(name, what, None), *whole} - {""}


def _kept_ways(form: str) -> list[Options]:
    """The syllables under which a name is kept: its characters in either system, or its letters in every cut."""
    if _has_characters(form):
        return [[_character_keys(one, system) for one in form if not one.isspace()] for system in (PINYIN, HAN_VIET)]
    return [[(_letters(each),) for each in way] for way in _cuts(words_of(form))]


def _asked_ways(form: str, what: str) -> Iterator[Options]:
    """The syllables under which a name is looked for: those it is kept under, and what they are in the other system."""
    if _has_characters(form):
        yield [_character_keys(one, PINYIN) + _character_keys(one, HAN_VIET) for one in form if not one.isspace()]
        return
    for way in _cuts(words_of(form)):
        letters = [_letters(each) for each in way]
        for own, other in ((PINYIN, HAN_VIET), (HAN_VIET, PINYIN)):
            more = [_other_letters(each, own, other, is_family=what == PERSON and n == 0) for n, each in enumerate(letters)]
            yield [(each, *others) for each, others in zip(letters, more, strict=True)]


def _cuts(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words cut into syllables of either system; none where one cannot be, which its letters end to end still find."""
    ways: list[tuple[str, ...]] = [()] if 0 < len(words) <= _LONGEST else []
    for word in words:
        ways = [(*way, *cut) for way in ways for cut in readings.cuts(word) if all(map(_is_syllable, cut))][:_MOST_CUTS]
    return ways


@lru_cache(maxsize=20_000)
def _is_syllable(word: str) -> bool:
    return any(readings.characters_read(readings.syllable(word).letters, system) for system in (PINYIN, HAN_VIET))


@lru_cache(maxsize=10_000)
def _other_letters(letters: str, own: str, other: str, *, is_family: bool = False) -> tuple[str, ...]:
    """What the characters a syllable reads in one system are read in the other, the commonest first."""
    counts: dict[str, int] = {}
    ones = readings.characters_read(letters, own)
    for one in ones & families("zh") if is_family else ones:
        for system, read in readings.of_character(one):
            if system == other:
                counts[readings.i_for_y(read.letters)] = counts.get(readings.i_for_y(read.letters), 0) + 1
    return tuple(sorted(counts.keys() - {letters}, key=lambda read: (-counts[read], read)))


@lru_cache(maxsize=10_000)
def _character_keys(one: str, system: str) -> tuple[str, ...]:
    read = (readings.i_for_y(each.letters) for of, each in readings.of_character(one) if of == system)
    return tuple(dict.fromkeys(read)) or (one,)


def _has_characters(form: str) -> bool:
    return len(form) <= _LONGEST and any(one in readings.table() for one in form)


def _joined(options: Options) -> Iterable[str]:
    return islice(("".join(each) for each in product(*options)), MOST_KEYS)


@lru_cache(maxsize=20_000)
def _letters(word: str) -> str:
    return readings.i_for_y(readings.syllable(word).letters)


@lru_cache(maxsize=20_000)
def _forms(name: str, what: str) -> list[str]:
    plain = readings.simple(name)
    for mark in "（）()/；;":
        plain = plain.replace(mark, "/")
    parts = [part.strip() for part in plain.split("/") if part.strip()]
    return [bare_name(part) if what in (PARTY, PLACE) else part for part in parts]
