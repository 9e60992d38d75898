"""Whether two names in any of the scripts of the border are one name: characters, pinyin, Han-Viet, and mixtures.

1. One system of reading that fits every syllable is `sure`; two systems mixed within one name, two names whose
   characters only sound alike, a name of one syllable or of an unknown family are for a person to say: `ask`.
2. Missing marks make a match less sure, never surer; marks that contradict make it `ask` beside characters, else `differ`.
3. What the tables or lexicon/aliases.tsv call by both names is one; by a misprint or a former name, it is `ask`.
4. The order of the two says nothing. The order of the words within a name is taken as written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from comity.reader.names import readings
from comity.reader.names.aliases import ERROR, FORMER, PARTY, PERSON, PLACE
from comity.reader.names.bare_names import bare_name
from comity.reader.names.named_things import things_called
from comity.reader.names.readings import BARE, EXACT, HAN_VIET, OTHER, PINYIN
from comity.reader.words import folding
from comity.reader.words.gazetteer import rows_of

SURE, ASK, DIFFER = "sure", "ask", "differ"
# Percent: how sure it is that both are one. Below what is sure a person is asked.
_READ = {(HAN_VIET, EXACT): 95, (PINYIN, EXACT): 95, (PINYIN, BARE): 90, (HAN_VIET, BARE): 85}
_LEAST_SURE = 80
_LONGEST = 12
_HAN = re.compile(r"[\u3400-\u9fff]")
_PARTS = re.compile(r"[()（）/;；]")
_WORD = re.compile(r"[^\W\d_]+[1-5]?")


@dataclass(frozen=True, slots=True)
class Likeness:
    """`how` is sure, ask or differ; `confidence` the percent that both are one; `why` one of the words of `WHYS`, or ""."""

    how: str
    confidence: int
    why: str


WHYS = ("spelling", "marks", "reading", "mixed", "sound", "known", ERROR, FORMER, "short", "family")
_APART = Likeness(DIFFER, 0, "")


def same(one: str, other: str, *, on: date | None = None, what: str = "") -> Likeness:
    """How alike two names are, on the day given for names that changed.

    `what` is person, party, gate or place, or "" where that is not known: people need a family name to be sure, and
    parties and places lose the word for their unit. A name may bear its other form in brackets, as in Chen Gang (陈刚);
    where both names have characters, these decide.
    """
    forms, others = _forms(one, what), _forms(other, what)
    if any(map(_HAN.search, forms)) and any(map(_HAN.search, others)):
        forms, others = [each for each in forms if _HAN.search(each)], [each for each in others if _HAN.search(each)]
    found = [_same(*sorted((each, second)), on, what) for each in forms for second in others]
    return max(found, key=lambda like: (like.confidence, like.why), default=_APART)


@lru_cache(maxsize=50_000)
def _forms(name: str, what: str) -> list[str]:
    """The name and what stands in its brackets, each by itself."""
    parts = [" ".join(part.split()) for part in _PARTS.split(unicodedata.normalize("NFC", readings.simple(name)))]
    return [bare_name(part) if what in (PARTY, PLACE) else part for part in parts if part]


@lru_cache(maxsize=50_000)
def _same(one: str, other: str, on: date | None, what: str) -> Likeness:
    if folding.lower(one) == folding.lower(other):
        return Likeness(SURE, 100, "spelling")
    known = _known(one, other, on, what)
    if known is not None:
        return known
    if bool(_HAN.search(one)) == bool(_HAN.search(other)):
        found = _same_characters(one, other) if _HAN.search(one) else _same_letters(one, other, what)
    else:
        found = _character_reading(*((other, one) if _HAN.search(other) else (one, other)), what)
    return found


def _known(one: str, other: str, on: date | None, what: str) -> Likeness | None:
    """What the tables say of the two names; None where they do not know both, or either is only a likely slip."""
    first, second = things_called(one, what, on), things_called(other, what, on)
    shared = [(first[thing], second[thing]) for thing in first.keys() & second.keys()]
    if shared:
        doubts = [next((doubt for doubt in (ERROR, FORMER) if doubt in pair), "") for pair in shared]
        if "" in doubts:
            return Likeness(SURE, 95, "known")
        return Likeness(ASK, 60, min(doubts))
    firm = [[thing for thing, source in found.items() if source not in (ERROR, FORMER)] for found in (first, second)]
    return _APART if all(firm) else None


def _graded(like: Likeness, *, is_short: bool, is_family: bool) -> Likeness:
    """The likeness with what keeps it from being sure."""
    if is_short:
        return Likeness(ASK, min(like.confidence, 50), "short")
    if not is_family:
        return Likeness(ASK, min(like.confidence, 55), "family")
    return replace(like, how=SURE if like.confidence >= _LEAST_SURE else ASK)


def _same_characters(one: str, other: str) -> Likeness:
    """Names in characters that only sound alike: a slip of a newspaper, or two people."""
    if len(one) != len(other) or len(one) < 2 or one[0] != other[0]:
        return _APART
    alike = all(a == b or _sounds(a) & _sounds(b) for a, b in zip(one, other, strict=True))
    return Likeness(ASK, 45, "sound") if alike else _APART


def _sounds(character: str) -> set[str]:
    return {read.letters for system, read in readings.of_character(character) if system == PINYIN}


def _character_reading(han: str, letters: str, what: str) -> Likeness:
    """A name in characters and one in letters."""
    characters, words = "".join(_HAN.findall(han)), words_of(letters)
    if characters != han.replace(" ", "") or len(characters) > _LONGEST or not words:
        return _APART
    best = _APART
    for way in _ways(characters, words):
        found = _of_way(way, is_marked=_is_marked(words))
        best = max(best, found, key=lambda like: like.confidence)
    if best.how == DIFFER:
        return best
    is_family = what != PERSON or characters[0] in families("zh") or characters[:2] in families("zh")
    return _graded(best, is_short=len(characters) < 2, is_family=is_family)


def _ways(characters: str, words: tuple[str, ...]) -> list[list[dict[str, str]]]:
    """Every way in which the words, end to end, read the characters: the grade by system of each character."""
    ways: list[tuple[int, int, list[dict[str, str]]]] = [(0, 0, [])]
    for one in characters:
        onward = []
        for word, at, before in ways:
            if word == len(words):
                continue
            rest = words[word][at:]
            for size in range(1, min(len(rest), 8) + 1):
                grades = dict(readings.grades(rest[:size], one))
                if grades:
                    onward.append((word + 1, 0, [*before, grades]) if size == len(rest) else (word, at + size, [*before, grades]))
        ways = onward[:200]
    return [way for word, at, way in ways if word == len(words) and at == 0]


def _of_way(way: list[dict[str, str]], *, is_marked: bool) -> Likeness:
    best = 0
    for system in (PINYIN, HAN_VIET):
        given = [grades.get(system, "") for grades in way]
        if is_marked and system == HAN_VIET:
            given = [OTHER if grade == BARE else grade for grade in given]
        if all(grade in (EXACT, BARE) for grade in given):
            best = max(best, _READ[system, BARE if BARE in given else EXACT])
    if best:
        return Likeness(SURE, best, "reading")
    throughout = any(all(system in grades for grades in way) for system in (HAN_VIET, PINYIN))
    if not throughout and all({EXACT, BARE} & set(grades.values()) for grades in way):
        return Likeness(ASK, 60, "mixed")
    return Likeness(ASK, 40, "marks") if throughout and set(way[0].values()) != {OTHER} else _APART


def _same_letters(one: str, other: str, what: str) -> Likeness:
    """Two names in letters: spelled alike but for marks and spaces, or readings of the same characters."""
    first, second = words_of(one), words_of(other)
    if not first or not second or max(len(first), len(second)) > _LONGEST:
        return _APART
    spelled = _same_spelling(first, second)
    if spelled is not None:
        return spelled
    pairs = ((way, as_other) for way in _cuts(first) for as_other in _cuts(second) if len(way) == len(as_other))
    found = [_same_reading(way, as_other, what) for way, as_other in pairs]
    return max(found, key=lambda like: like.confidence, default=_APART)


def _same_spelling(first: tuple[str, ...], second: tuple[str, ...]) -> Likeness | None:
    """None where the letters themselves are not the same."""
    fold = readings.i_for_y if _is_marked(first) and _is_marked(second) else str
    joined = ["".join(fold(readings.syllable(word).letters) for word in words) for words in (first, second)]
    if joined[0] != joined[1]:
        return None
    marked = [_is_marked(words) for words in (first, second)]
    if marked[0] != marked[1]:
        return Likeness(SURE, 85, "marks")
    given = [[readings.syllable(word).viet for word in words] for words in (first, second)]
    is_same = given[0] == given[1] if len(first) == len(second) else "".join(first) == "".join(second)
    return Likeness(SURE, 98, "spelling") if is_same or not any(marked) else _APART


def _is_marked(words: tuple[str, ...]) -> bool:
    """Whether a name is written with its marks: then a syllable without any has none."""
    return any(readings.syllable(word).marked for word in words)


def _same_reading(first: tuple[str, ...], second: tuple[str, ...], what: str) -> Likeness:
    """Two names of as many syllables, by the characters that both may stand for."""
    ways = ((first, second), (second, first))
    found = [_one_way(viet, pinyin, what) for viet, pinyin in ways if all(map(_is_pinyin, pinyin))]
    if not any(like.how == SURE for like in found):
        found += [_mixed(mixed, plain) for mixed, plain in ways]
    return max(found, key=lambda like: like.confidence)


def _one_way(viet: tuple[str, ...], pinyin: tuple[str, ...], what: str) -> Likeness:
    """The first name in Han-Viet throughout, the second in pinyin."""
    shared = [_shared(a, b) for a, b in zip(viet, pinyin, strict=True)]
    if not all(shared):
        return _APART
    is_family = not families("zh").isdisjoint(shared[0])
    if not is_family and (what == PERSON or viet[0] == pinyin[0]):
        return _APART  # "Li Kien": only rare characters are Li in both
    grades = [max(ones.values()) for ones in shared]
    if _is_marked(viet) and BARE in grades:
        return Likeness(ASK, 40, "marks")
    found = Likeness(SURE, 85 if all(grade == EXACT for grade in grades) else 80, "reading")
    return _graded(found, is_short=len(viet) < 2, is_family=True)


def _is_pinyin(word: str) -> bool:
    said = readings.syllable(word)
    return bool(said.pinyin) and bool(readings.characters_read(said.letters, PINYIN))


def _mixed(mixed: tuple[str, ...], plain: tuple[str, ...]) -> Likeness:
    """One name whose syllables are partly those of the other and partly their reading in the other system."""
    pairs = list(zip(mixed, plain, strict=True))
    alike = [readings.syllable(a).letters == readings.syllable(b).letters for a, b in pairs]
    read = [bool(_shared(a, b) or _shared(b, a)) for a, b in pairs]
    fits = len(pairs) > 1 and any(alike) and all(a or b for a, b in zip(alike, read, strict=True))
    one_way = all(alike[n] or _shared(a, b) for n, (a, b) in enumerate(pairs)) or all(
        alike[n] or _shared(b, a) for n, (a, b) in enumerate(pairs)
    )
    return Likeness(ASK, 60, "mixed") if fits and one_way else _APART


@lru_cache(maxsize=100_000)
def _shared(viet: str, pinyin: str) -> dict[str, str]:
    """The characters that the first syllable reads in Han-Viet and the second in pinyin, with the grade of the first."""
    ones = readings.characters_read(readings.syllable(viet).letters, HAN_VIET)
    ones &= readings.characters_read(readings.syllable(pinyin).letters, PINYIN)
    found = {}
    for one in ones:
        grade, sound = dict(readings.grades(viet, one)).get(HAN_VIET, ""), dict(readings.grades(pinyin, one)).get(PINYIN, "")
        if grade in (EXACT, BARE) and sound in (EXACT, BARE):
            found[one] = grade
    return found


@lru_cache(maxsize=50_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in letters, in lower case and NFC; hyphens part them, apostrophes too."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", name).lower()))


@lru_cache(maxsize=50_000)
def _cuts(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The name as written, and with its words cut into syllables of pinyin; at most forty ways."""
    ways: list[tuple[str, ...]] = [()]
    for word in words:
        ways = [(*way, *cut) for way in ways for cut in readings.cuts(word)][:40]
    return tuple(ways)


@lru_cache(maxsize=4)
def families(script: str) -> frozenset[str]:
    """The family names of lexicon/surnames.tsv in a script (vi, pinyin or zh), those in characters simplified."""
    return frozenset(readings.simple(words) for words, of, _example in rows_of("surnames.tsv", 3) if of == script)
