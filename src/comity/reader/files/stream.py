"""Characters that remember where in the original they stood.

- A character may stand for several original ones (a letter with its marks); it then points at all of them.
- Positions never go back: a span of the text is always a span of the original.
- Text that needs no change keeps `range` objects as its map and costs nothing.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_DROPPED = "\ufeff\u200b\u200c\u200d\u2060\u00ad\r"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b\x0c"
_UNTIDY = re.compile(f"[{_DROPPED}{_SPACES}\u2028\u2029\u0085]")
_TIDY = {ord(space): " " for space in _SPACES} | {0x2028: "\n", 0x2029: "\n", 0x85: "\n"}
_RUN_END = 8
_LONG_RUN = re.compile(rf"[\W_]{{{3 * _RUN_END + 1},}}")
_ASCII_RUN = re.compile(r"[^\x00-\x7f]+")
_MAX_WRAP = 130
_FIRST_WORD = re.compile(r"\S+")
_WIDE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Stream:
    """Text with, for each of its characters, the half-open place in the original it came from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def whole(text: str) -> Stream:
    """The stream of a text that is its own original."""
    return Stream(text, range(len(text)), range(1, len(text) + 1))


def composed(stream: Stream) -> Stream:
    """The stream in Unicode form NFC; a composed letter points at all the characters it was made of."""
    text = stream.text
    if unicodedata.is_normalized("NFC", text):
        return stream
    made = _compose(stream, _clusters(text))
    if unicodedata.is_normalized("NFC", made.text):
        return made
    # Starters that compose with starters (Hangul, some Indic signs): whole runs are taken together.
    runs: list[tuple[int, int]] = []
    at = 0
    for run in _ASCII_RUN.finditer(text):
        first = max(run.start() - 1, at)
        runs.extend((i, i + 1) for i in range(at, first))
        runs.append((first, run.end()))
        at = run.end()
    runs.extend((i, i + 1) for i in range(at, len(text)))
    return _compose(stream, runs)


def _clusters(text: str) -> list[tuple[int, int]]:
    bounds = [i for i, character in enumerate(text) if character < "\u0300" or not unicodedata.combining(character)]
    if not bounds or bounds[0] != 0:
        bounds.insert(0, 0)
    bounds.append(len(text))
    return list(itertools.pairwise(bounds))


def _compose(stream: Stream, pieces: list[tuple[int, int]]) -> Stream:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for first, after in pieces:
        if after - first == 1:
            made = unicodedata.normalize("NFC", stream.text[first])
        else:
            made = unicodedata.normalize("NFC", stream.text[first:after])
        out.append(made)
        starts.extend([stream.starts[first]] * len(made))
        ends.extend([stream.ends[after - 1]] * len(made))
    return Stream("".join(out), starts, ends)


def tidied(stream: Stream) -> Stream:
    """The stream with every kind of space as a space, every line end as a newline, invisible characters gone.

    Of a run without letter or digit that is longer than any layout only the ends and some line ends are kept, so that no rule
    of the grammar ever looks through a million spaces, commas or dots.
    """
    return _squeezed(_plain_spaces(stream))


def _plain_spaces(stream: Stream) -> Stream:
    text = stream.text
    if not _UNTIDY.search(text):
        return stream
    # A lone carriage return ends a line too; one before a newline only repeats it.
    lone = text.replace("\r\n", "\0\n").replace("\r", "\n").replace("\0", "\r").translate(_TIDY)
    kept = [i for i, character in enumerate(lone) if character not in _DROPPED]
    return _pick(Stream(lone, stream.starts, stream.ends), kept)


def _squeezed(stream: Stream) -> Stream:
    runs = [run.span() for run in _LONG_RUN.finditer(stream.text)]
    if not runs:
        return stream
    kept: list[int] = []
    at = 0
    for start, end in runs:
        middle = range(start + _RUN_END, end - _RUN_END)
        lines = itertools.islice((i for i in middle if stream.text[i] == "\n"), _RUN_END)
        kept += [*range(at, middle.start), *lines]
        at = middle.stop
    return _pick(stream, [*kept, *range(at, len(stream.text))])


def _pick(stream: Stream, kept: list[int]) -> Stream:
    text = "".join([stream.text[i] for i in kept])
    return Stream(text, [stream.starts[i] for i in kept], [stream.ends[i] for i in kept])


def unwrapped(stream: Stream) -> Stream:
    """The stream with the line breaks of a fixed line width undone; other texts as they are.

    A break counts as one of the width when the next line's first word would not have fitted any more.
    """
    text = stream.text
    lines = text.split("\n")
    width = max(map(len, lines))
    if width > _MAX_WRAP or width < 20 or len(lines) < 4:
        return stream
    joins = _wrap_joins(lines, width)
    if len(joins) < 3 or 2 * len(joins) < sum(1 for line in lines if line.strip()) - 4:
        return stream
    wide = {at for at, is_wide in joins if is_wide}
    narrow = {at for at, is_wide in joins if not is_wide}
    changed = "".join([" " if i in narrow else character for i, character in enumerate(text)])
    return _pick(Stream(changed, stream.starts, stream.ends), [i for i in range(len(text)) if i not in wide])


def _wrap_joins(lines: list[str], width: int) -> list[tuple[int, bool]]:
    joins: list[tuple[int, bool]] = []
    at = -1
    for line, after in itertools.pairwise(lines):
        at += len(line) + 1
        word = _FIRST_WORD.match(after)
        if not line.strip() or word is None:
            continue
        is_wide = bool(_WIDE.match(line[-1]) or _WIDE.match(after))
        needed = 1 if is_wide else 1 + len(word.group())
        if len(line) + needed > width - (1 if is_wide else 0):
            joins.append((at, is_wide))
    return joins
