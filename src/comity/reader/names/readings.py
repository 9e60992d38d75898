"""How Chinese characters are read in pinyin and in Han-Viet, and whether something written is such a reading.

- The table is lexicon/readings.tsv, with the lines of lexicon/aliases.tsv that add a reading.
- Letters without marks are the reading with its marks left out; letters with other marks are another reading.
- Old and new places of the tone mark (Hòa, Hoà) and i for y (Lí, Lý) are one; without marks "Li" is rather the pinyin.
- Characters are looked up in their simplified form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from comity.characters import simplified
from comity.reader.names.aliases import READING, aliases
from comity.reader.words.gazetteer import rows_of

PINYIN, HAN_VIET = "pinyin", "han-viet"
# How well letters give a reading: with its marks, without any, or with others.
EXACT, BARE, OTHER = "exact", "bare", "other"

_VIET_TONES = {"\u0300": "`", "\u0301": "/", "\u0309": "?", "\u0303": "~", "\u0323": "."}
_PINYIN_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_FINAL_Y = re.compile(r"(?:(?<=[bcdđghklmnprstvx])|(?<=qu))y$")


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable as written: `letters` a to z, `viet` and `pinyin` with the marks each of the two would give it.

    `pinyin` is "" where the marks are none of pinyin's; `marked`: it bears any mark at all.
    """

    letters: str
    viet: str
    pinyin: str
    marked: bool


@lru_cache(maxsize=60_000)
def syllable(written: str) -> Syllable:
    """The syllable that lower-case letters (NFC, with or without marks) write; a tone may also stand as a digit."""
    tone_digit = written[-1:] if written[-1:] in "12345" else ""
    word = written.removesuffix(tone_digit) if tone_digit else written
    parts = unicodedata.normalize("NFD", word.replace("v", "ü") if re.match(r"[ln]v", word) else word)
    letters = "".join("d" if part == "đ" else part for part in parts if not unicodedata.combining(part))
    marks = [part for part in parts if unicodedata.combining(part) and part != "\u0308"]
    tones = [_VIET_TONES[part] for part in marks if part in _VIET_TONES]
    plain = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _VIET_TONES))
    viet = _FINAL_Y.sub("i", plain) + "".join(tones)
    is_pinyin = all(part in _PINYIN_TONES for part in marks) and len(marks) < 2 and "đ" not in word
    tone = tone_digit or "".join(_PINYIN_TONES.get(part, "") for part in marks)
    return Syllable(letters, viet, letters + tone if is_pinyin else "", bool(marks) or "đ" in word or bool(tone_digit))


@cache
def table() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The pinyin (with the number of its tone) and the Han-Viet readings of each character, the usual one first."""
    found = {one: (tuple(pinyin.split()), tuple(viet.split())) for one, pinyin, viet in rows_of("readings.tsv", 3)}
    for line in aliases():
        if line.what == READING:
            pinyin, viet = found.get(line.name, ((), ()))
            if line.alias[-1] in "12345":
                found[line.name] = (*pinyin, line.alias), viet
            else:
                found[line.name] = pinyin, (*viet, line.alias)
    return found


def simple(name: str) -> str:
    """The name with every traditional character in its simplified form."""
    return name if name.isascii() else name.translate(_to_simplified())


@cache
def _to_simplified() -> dict[int, str]:
    return {ord(traditional): form for traditional, form in simplified().items()}


@cache
def of_character(one: str) -> tuple[tuple[str, Syllable], ...]:
    """Every reading of a simplified character, with the system it belongs to."""
    pinyin, viet = table().get(one, ((), ()))
    found = [(PINYIN, syllable(each)) for each in pinyin]
    found += [(PINYIN, syllable(each.replace("ü", "yu"))) for each in pinyin if each[1:2] == "ü"]
    return (*dict.fromkeys(found), *((HAN_VIET, syllable(each)) for each in viet))


@lru_cache(maxsize=60_000)
def grades(written: str, character: str) -> tuple[tuple[str, str], ...]:
    """The systems in which what is written reads the character, each with the best grade; none: it does not."""
    said, best = syllable(written), dict[str, str]()
    has_pinyin = any(system == PINYIN and said.letters == one.letters for system, one in of_character(character))
    for system, one in of_character(character):
        grade = _grade(said, one, system=system, has_pinyin=has_pinyin)
        if grade and (system not in best or (EXACT, BARE, OTHER).index(grade) < (EXACT, BARE, OTHER).index(best[system])):
            best[system] = grade
    return tuple(best.items())


def _grade(said: Syllable, one: Syllable, *, system: str, has_pinyin: bool) -> str:
    if system == PINYIN:
        if said.letters != one.letters or (said.marked and not said.pinyin):
            return ""
        return BARE if not said.marked else EXACT if said.pinyin == one.pinyin else OTHER
    if i_for_y(said.letters) != i_for_y(one.letters):
        return ""
    if said.marked or not one.marked:
        return EXACT if said.viet == one.viet else OTHER if said.letters == one.letters else ""
    return "" if said.letters != one.letters and has_pinyin else BARE


@lru_cache(maxsize=20_000)
def i_for_y(letters: str) -> str:
    """The letters of a syllable with a closing y written i."""
    return _FINAL_Y.sub("i", letters)


@cache
def _by_letters() -> dict[str, dict[str, frozenset[str]]]:
    """The characters by their reading without marks, in each system."""
    found: dict[str, dict[str, set[str]]] = {PINYIN: {}, HAN_VIET: {}}
    for one in table():
        for system, read in of_character(one):
            found[system].setdefault(i_for_y(read.letters), set()).add(one)
    return {system: {read: frozenset(ones) for read, ones in known.items()} for system, known in found.items()}


@lru_cache(maxsize=20_000)
def characters_read(letters: str, system: str) -> frozenset[str]:
    """The characters that a syllable without marks may stand for."""
    return _by_letters()[system].get(i_for_y(letters), frozenset())


@lru_cache(maxsize=20_000)
def cuts(word: str) -> tuple[tuple[str, ...], ...]:
    """Every way to cut a word into syllables of pinyin, the word itself first where it is none or one; at most twelve."""
    found = [way for way in _cut(word, 0) if len(way) > 1][:11]
    return ((word,), *found)


def _cut(word: str, at: int) -> Iterator[tuple[str, ...]]:
    if at == len(word):
        yield ()
        return
    for end in range(min(len(word), at + 6), at, -1):
        if characters_read(syllable(word[at:end]).letters, PINYIN):
            for rest in _cut(word, end):
                yield (word[at:end], *rest)
