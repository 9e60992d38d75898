"""What a name in letters may be made of: capitals, initials and the small words that stand inside names of many languages.

- "Raja Ali bin Omar", "Ana da Costa", "Penda ya Ndakolo": a small word counts only between two capitals.
- "O'Brien", "Nandi-Ndaitwah", "Chan o-cha", "B. Bat" are words of names.
"""

from __future__ import annotations

import re

# Vietnamese capitals stand between their small letters.
CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯŠŽČĆŁŚŻ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
_INITIALS = rf"(?:[{CAPITAL}]\.(?:-?[{CAPITAL}]\.){{0,2}}|(?:Ts|Ch|Sh|Kh|Zh|Dz|Ya|Yu)\.)"
_GLUED = rf"[{CAPITAL}]\.(?:[{CAPITAL}]\.)?[{CAPITAL}][^\W\d_]{{2,}}(?:-[^\W\d_]+)?"
_WORD = (
    rf"(?:{_GLUED}|{_INITIALS}|[{CAPITAL}][^\W\d_]*(?:['’](?!s\b)[^\W\d_]+)?(?:-[^\W\d_]+){{0,4}}"
    rf"|(?:al|el|an|as|ash)-[{CAPITAL}][^\W\d_]*)"
)
_LATER = rf"(?:{_WORD}|[a-z]-[a-z]{{2,6}})"
_SMALL = (
    "(?:bin|binti|binte|ibn|bint|ya|wa|ole|ap|van|von|der|den|de|da|do|dos|das|del|della|di|du|la|le|e|y|na|zu|a/l|a/p|s/o|d/o)"
)
RUN = re.compile(rf"(?<![\w'’-])(?<![A-Z]\.)(?:{_GLUED}(?! [{CAPITAL}])|{_WORD}(?: (?:{_SMALL} ){{0,2}}{_LATER}){{1,7}})")
_PIECE = re.compile(r"[^\s.]+\.?")
# Letters behind a name that say what the person is.
_BEHIND = re.compile(r"\s(?:TDs?|MLAs?|MPs?|MEPs?|MSP|SC|EGH|EBS|CBS|MBS|OGW|IAS|IPS|IFS|PhD|psc|ndc)$")
_HALF = re.compile(r"(?:-[^\W\d_]{2,20}){1,2}(?![\w-])")


def words_of_run(run: str) -> list[str]:
    """The words of a run, initials apart: "B.Bat" has two."""
    return _PIECE.findall(run)


def run_at(text: str, at: int, limit: int) -> tuple[int, int] | None:
    """The run of two words and more that begins right there, or None."""
    found = RUN.match(text, at, limit)
    return None if found is None else (found.start(), without_letters(text, found.start(), found.end()))


def without_letters(text: str, start: int, end: int) -> int:
    """Where a name ends without the letters of an office or an honour behind it: "Le Nam TD"."""
    behind = _BEHIND.search(text, start, end)
    return behind.start() if behind else end


def whole_end(text: str, start: int, end: int) -> int:
    """Where a name ends with the second half of its last word, "Nandi-Ndaitwah", and without letters of an office."""
    half = _HALF.match(text, end)
    return without_letters(text, start, half.end() if half else end)
