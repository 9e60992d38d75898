"""What a language writes between its clauses and in its dates, as lines of data: `lexicon/<language>/language.tsv`.

- A line's value says what its words are: `common` (to tell the language), `and`, `to` (opens an infinitive), `of` (gives a noun
  its object), `beside` (what follows does not act), `aim` (opens a purpose), `cut` (ends a title), and the words of dates.
- Words of dates: `month 1` to `month 12` (the day stands before), `month-first 1` (either order), `half 1`, `quarter 1`,
  `until` (between two days), `suffix` (after a day's number).
- A language is whatever folder has such a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from comity.reader.words.lexicon import LANGUAGES, Line, parse

# A place no text has: what stands for "no such words".
_NEVER = r"(?!)"
# Pages lose the line breaks between the points of a Chinese list; no other space stands between two characters.
_HAN_SPACE = r"|(?<=[\u4e00-\u9fff”》])[ \u3000]+(?=[\u4e00-\u9fff“《])"


@dataclass(frozen=True, slots=True)
class Joints:
    """The words at which a language's sentences come apart, as patterns.

    `soft` is any break inside a sentence but a semicolon, `conjunction` one made by an "and", `listing` a comma or an "and".
    """

    soft: re.Pattern[str]
    conjunction: re.Pattern[str]
    listing: re.Pattern[str]
    and_to: re.Pattern[str]
    to: re.Pattern[str]
    aim: re.Pattern[str]
    of: re.Pattern[str]
    beside: re.Pattern[str]
    cut: re.Pattern[str]


@lru_cache(maxsize=1)
def setting_lines() -> tuple[Line, ...]:
    """Every line of every `language.tsv`, by language and number.

    Raises: BadLexicon.
    """
    folder = resources.files("comity.reader").joinpath("lexicon")
    lines: list[Line] = []
    for lang in LANGUAGES:
        file = folder.joinpath(lang, "language.tsv")
        if file.is_file():
            lines.extend(parse(file.read_text(encoding="utf-8"), lang=lang, file=f"{lang}/language.tsv"))
    return tuple(lines)


def words_of(value: str, *, lang: str | None = None) -> tuple[str, ...]:
    """The words that have `value` in one language or in all, in the order of the files."""
    return tuple(line.words for line in setting_lines() if line.value == value and lang in (None, line.lang))


def numbered(kind: str) -> dict[str, int]:
    """The words of all languages for the months, halves or quarters of a year, with their numbers."""
    found = (line for line in setting_lines() if line.value.startswith(f"{kind} "))
    return {line.words: int(line.value.rpartition(" ")[2]) for line in found}


def any_of(words: tuple[str, ...]) -> str:
    """A pattern for any of some words, the longest first; for none, one that never fits.

    Words that begin alike share their beginning in it, so that a place where none begins is soon passed over.
    """
    return _any_ending(words) if words else _NEVER


def _any_ending(words: Iterable[str]) -> str:
    endings: dict[str, list[str]] = {}
    for word in sorted(filter(None, words)):
        endings.setdefault(word[0], []).append(word[1:])
    branches = [f"{re.escape(first)}{_any_ending(rest)}" for first, rest in endings.items()]
    return branches[0] if len(branches) == 1 and all(words) else f"(?:{'|'.join([*branches, *([] if all(words) else [''])])})"


@lru_cache(maxsize=16)
def joints(lang: str) -> Joints:
    """The joints of a language."""
    ands, tos = any_of(words_of("and", lang=lang)), any_of(words_of("to", lang=lang))
    conjunction = rf"\s(?:{ands})\s|并且|並且|以及|并|並|同时|同時" if lang == "zh" else rf"\s(?:{ands})\s"
    edge = r"(?<![^\W_])"
    return Joints(
        soft=re.compile(rf"[,，、]|{conjunction}{_HAN_SPACE}" if lang == "zh" else rf"[,，、]|{conjunction}"),
        conjunction=re.compile(rf"\s*(?:{ands})\s*|\s*(?:并且|並且|以及|并|並)\s*" if lang == "zh" else rf"\s*(?:{ands})\s*"),
        listing=re.compile(rf"[,;，；、]|\s(?:{ands})\s"),
        and_to=re.compile(rf"\s(?:{ands})\s+(?:{tos})(?:\s|(?<=['’]))"),
        to=re.compile(rf"\s(?:{tos})\s"),
        aim=re.compile(rf"\s*(?:(?:{ands})\s)?(?:{any_of(words_of('aim', lang=lang))})\s"),
        of=re.compile(rf"\s+(?:{any_of(words_of('of', lang=lang))})(?![^\W_])"),
        beside=re.compile(rf"(?:{edge}(?:{any_of(words_of('beside', lang=lang))})\s|[的对与和由被经])$", re.IGNORECASE),
        cut=re.compile(rf"\s+(?:{any_of(words_of('cut', lang=lang))})\b"),
    )
