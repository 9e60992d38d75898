"""The words of a language as lines of data: loading, looking up, linting.

- One file a role, one folder a language; a line is `words<TAB>value<TAB>example`.
- The first comment of a file says what its lines do and what `value` may be.
- Every line carries an example it matches, so a line nobody can explain cannot stay.
- A line is named `lang/role/words`: that name is the rule of the drafts it makes, and survives edits elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from comity.reader.words import folding
from comity.reader.words.inflection import forms, unknown_form
from comity.reader.words.tones import other_tones
from comity.reader.words.trie import Trie
from comity.record.errors import BadLexicon

_FOLDER = resources.files("comity.reader").joinpath("lexicon")
# A language is a folder of lexicon files: adding one needs no line here.
LANGUAGES = tuple(sorted(entry.name for entry in _FOLDER.iterdir() if entry.is_dir() and not entry.name.startswith("_")))
# Read as data about the language, never looked for in a text.
SETTINGS = ("language", "endings")
# What `value` may be, for the roles where a slip of the pen would go unnoticed. "" stands for an empty value.
VALUES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "language": frozenset(
            {"common", "and", "to", "of", "beside", "aim", "cut", "place", "sitting", "until", "suffix"}
            | {f"{kind} {number}" for kind in ("month", "month-first") for number in range(1, 13)}
            | {f"half {number}" for number in (1, 2)}
            | {f"quarter {number}" for number in (1, 2, 3, 4)}
        ),
        "acts": frozenset(
            {"agreed", "proposed", "hoped", "agreed nouns", "proposed nouns", "hoped nouns", "agreed title", "agreed before"}
        ),
        "modals": frozenset({"will", "need", "subjunctive"}),
        "leads": frozenset({"keep", "skip", "phrase"}),
        "subjects": frozenset({"both", "they", "speaker", "organ"}),
        "statements": frozenset(
            {"affirmed", "appreciated", "assessed", "concurred", "discussed", "emphasised", "report", "thanked"} | {"welcomed"}
        ),
        "limits": frozenset({"limitation", "lack"}),
        "headings": frozenset({"done", "limitation"}),
        "titles": frozenset({"post", "body"}),
        "honorifics": frozenset({"", "rank", "beside"}),
        "gates": frozenset({"gate", "route", "change", "smart"}),
        "addressees": frozenset({"skip", "before"}),
        "aims": frozenset({"opens", "whole"}),
        "announcements": frozenset({"told", "to", "about", "stop", "start", "not"}),
        "asks": frozenset({"conduct", "result"}),
        "assents": frozenset({"concurs", "whose"}),
        "charges": frozenset({"body", "opens", "charge", "behind"}),
        "conditions": frozenset({"whole", "opens", "opens closed", "closes", "none"}),
        "deadlines": frozenset(
            {"by", "before", "in", "end", "end behind", "middle", "beginning", "not"}
            | {f"{unit} {ahead}" for unit in ("year", "quarter", "month") for ahead in (0, 1)}
        ),
        "inside": frozenset({"within", "after within", "beside", "live"}),
        "letters": frozenset(
            {"letter", "reply", "note", "fax", "telephone_note", "message", "call", "none"}
            | {"sent", "received", "to", "about", "number"}
        ),
        "obstacles": frozenset({"obstacle", "cause", "cause before", "level", "none"}),
        "posts": frozenset({"for", "for before", "took", "left", "succeeds", "new"}),
        "sittings": frozenset({"talks", "event", "did talks", "did event"}),
        "things": frozenset({"route", "document", "programme", "place", "whole"}),
        "validity": frozenset(
            {"holds", "holds until", "since", "since behind", "period", "renew", "unit years", "unit months", "by", "signs"}
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a lexicon file; `number` counts from 1."""

    lang: str
    role: str
    words: str
    value: str
    example: str
    file: str
    number: int

    @property
    def rule(self) -> str:
        """The line's name, as drafts carry it."""
        return f"{self.lang}/{self.role}/{self.words}"


class Hit(NamedTuple):
    """A line found at `text[start:end]`, in one of its forms; role and value are the line's."""

    start: int
    end: int
    line: Line
    form: str
    role: str
    value: str


class Lexicon:
    """All lines of some languages; `hits` finds them."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self._tries: dict[bool, Trie[tuple[Line, str]]] = {}

    def hits(self, text: str, *, is_bare: bool = False) -> list[Hit]:
        """Every line found in `text` (as written), by start, then longest first; per place and role the longest.

        `is_bare` is for texts written without accents: words are compared without them too.
        """
        folded = folding.bare(text) if is_bare else folding.lower(text)
        found: list[Hit] = []
        for _, here in groupby(self._trie(is_bare).hits(folded, is_glued=True), key=itemgetter(0)):
            found.extend(_longest_first([*here]))
        return found

    def _trie(self, is_bare: bool) -> Trie[tuple[Line, str]]:
        if is_bare not in self._tries:
            fold = folding.bare if is_bare else folding.lower
            self._tries[is_bare] = Trie((fold(phrase), (line, form)) for line in self.lines for phrase, form in phrases_of(line))
        return self._tries[is_bare]


@lru_cache(maxsize=16)
def _endings(lang: str) -> tuple[tuple[str, str], ...]:
    file = _FOLDER.joinpath(lang, "endings.tsv")
    lines = parse(file.read_text(encoding="utf-8"), lang=lang, file=f"{lang}/endings.tsv") if file.is_file() else ()
    return tuple((line.words, line.value) for line in lines)


def _longest_first(here: list[tuple[int, int, list[tuple[Line, str]]]]) -> list[Hit]:
    """The longest hits of each role among phrases that start at one place, which come by their end."""
    found: list[Hit] = []
    longest: dict[str, int] = {}
    for start, end, entries in reversed(here):
        for line, form in entries:
            if longest.setdefault(line.role, end) == end:
                found.append(Hit(start, end, line, form, line.role, line.value))
    return found if len(found) < 2 else sorted(found, key=lambda hit: (-hit.end, hit.role))


def phrases_of(line: Line) -> list[tuple[str, str]]:
    """Every phrase that `line` matches, with the name of its form."""
    if line.role == "actions":
        found = forms(line.words, lang=line.lang, irregular=line.value, endings=_endings(line.lang))
    else:
        found = [(line.words, "base")]
    if line.lang == "vi":
        found += [(other, form) for phrase, form in found for other in other_tones(phrase)]
    return found


@lru_cache(maxsize=16)
def lexicon_of(lang: str, own: tuple[Line, ...] = ()) -> Lexicon:
    """The lexicon of a language, with the furniture of every language, since pages mix their menus.

    `own` are lines of an office; where one has the words and role of a line that comes with Comity, it stands instead.
    Raises: BadLexicon.
    """
    instead = {(line.lang, line.role, line.words) for line in own}
    packaged = [line for line in every_line() if (line.lang, line.role, line.words) not in instead]
    lines = [line for line in (*packaged, *own) if line.lang == lang or line.role == "furniture"]
    return Lexicon(tuple(line for line in lines if line.role not in SETTINGS))


@lru_cache(maxsize=1)
def every_line() -> tuple[Line, ...]:
    """Every line of every lexicon, by language, role and number.

    Raises: BadLexicon.
    """
    return tuple(line for lang in LANGUAGES for line in _folder(lang))


def _folder(lang: str) -> Iterator[Line]:
    for file in sorted(_FOLDER.joinpath(lang).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".tsv"):
            yield from parse(file.read_text(encoding="utf-8"), lang=lang, file=f"{lang}/{file.name}")


def parse(text: str, *, lang: str, file: str) -> tuple[Line, ...]:
    """The lines of one file's text; blank lines and comments are not lines.

    Raises: BadLexicon.
    """
    role = file.rsplit("/", 1)[-1].removesuffix(".tsv")
    lines: list[Line] = []
    seen: set[tuple[str, str]] = set()
    for number, written in enumerate(text.split("\n"), start=1):
        if not written.strip() or written.startswith("#"):
            continue
        cells = written.split("\t")
        if len(cells) != 3:
            raise BadLexicon(file=file, line=number, problem="it needs words, value and example")
        words, value, example = (cell.strip() for cell in cells)
        if not words or not example:
            raise BadLexicon(file=file, line=number, problem="its words or its example are missing")
        if role in VALUES and value not in VALUES[role]:
            raise BadLexicon(file=file, line=number, problem=f"it does not take the value {value!r}")
        unknown = unknown_form(value) if role in ("actions", "endings") else None
        if unknown is not None:
            raise BadLexicon(file=file, line=number, problem=f"it names a form there is none of: {unknown!r}")
        if (words, value) in seen:
            raise BadLexicon(file=file, line=number, problem=f"{words!r} stands there twice")
        seen.add((words, value))
        lines.append(Line(lang, role, words, value, example, file, number))
    return tuple(lines)


def lint(lines: tuple[Line, ...]) -> None:
    """Nothing, if every line matches its own example.

    Raises: BadLexicon, naming the first line that does not.
    """
    for line in lines:
        is_ending = line.role == "endings"
        if not (line.example.endswith(line.words) if is_ending else Lexicon((line,)).hits(line.example)):
            problem = f"its words are not found in its example {line.example!r}"
            raise BadLexicon(file=line.file, line=line.number, problem=problem)
