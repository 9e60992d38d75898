"""How sure drafts may say they are: a ceiling for classes of drafts that were right less often than their rules said.

- A draft of confidence 0.8 or more is to be right nine times of ten on a report nobody has read; rules are written with reports
  at hand and judge themselves too well.
- The ceilings and the reason of each are data: `lexicon/most_sure.tsv`. A ceiling never raises a confidence.
- Conditions look at what a draft holds and at the marks beside it, never at which line of a lexicon made it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from comity.reader.clauses.acts import AGREED, HOPED, PROPOSED
from comity.reader.reading import Clause, Gate, Party, Person, Reading, Session
from comity.reader.words.gazetteer import rows_of
from comity.record.errors import BadLexicon

_FILE = "most_sure.tsv"
_ANY_LANG = "*"
# Mechanisms that are no standing series.
_LOOSE = frozenset({"other", "bilateral-talks"})
_ADDRESSED = 0.9

Drafted = TypeVar("Drafted", Party, Person, Session, Clause, Gate)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """Drafts of a kind in a language ("*": every one) under a condition are at most so sure."""

    draft: str
    lang: str
    condition: str
    most: float


_CONDITIONS: dict[str, Callable[[Party | Person | Session | Clause | Gate], bool]] = {
    "any": lambda _: True,
    "unnumbered": lambda one: isinstance(one, Session) and one.edition is None,
    "no series": lambda one: isinstance(one, Session) and one.mechanism in _LOOSE,
    "unchanged": lambda one: isinstance(one, Gate) and one.change is None,
    "agreed": lambda one: isinstance(one, Clause) and one.status == AGREED,
    "proposed": lambda one: isinstance(one, Clause) and one.status == PROPOSED,
    "hoped": lambda one: isinstance(one, Clause) and one.status == HOPED,
    "no address": lambda one: isinstance(one, Person) and one.confidence < _ADDRESSED,
}


@lru_cache(maxsize=1)
def ceilings() -> tuple[Ceiling, ...]:
    """The table, in its order. Raises: BadLexicon."""
    out = []
    for number, (draft, lang, condition, most, _) in enumerate(rows_of(_FILE, 5), start=1):
        word, _, mark = condition.partition(" ")
        if condition not in _CONDITIONS and (word not in ("after", "before") or len(mark) != 1):
            raise BadLexicon(file=_FILE, line=number, problem=f"no condition is called {condition!r}")
        out.append(Ceiling(draft, lang, condition, float(most)))
    return tuple(out)


def at_most(reading: Reading, original: str) -> Reading:
    """The reading of `original`, no draft surer than its ceilings let it be."""
    return replace(
        reading,
        parties=_lowered(original, reading.lang, "party", reading.parties),
        people=_lowered(original, reading.lang, "person", reading.people),
        sessions=_lowered(original, reading.lang, "session", reading.sessions),
        clauses=_lowered(original, reading.lang, "clause", reading.clauses),
        gates=_lowered(original, reading.lang, "gate", reading.gates),
    )


def _lowered(original: str, lang: str, draft: str, drafts: Iterable[Drafted]) -> tuple[Drafted, ...]:
    here = [one for one in ceilings() if one.draft == draft and one.lang in (lang, _ANY_LANG)]
    return tuple(_under(original, one, [ceiling for ceiling in here if ceiling.most < one.confidence]) for one in drafts)


def _under(original: str, draft: Drafted, here: list[Ceiling]) -> Drafted:
    most = min((one.most for one in here if _holds(original, draft, one.condition)), default=draft.confidence)
    return draft if most >= draft.confidence else replace(draft, confidence=most)


def _holds(original: str, draft: Party | Person | Session | Clause | Gate, condition: str) -> bool:
    found = _CONDITIONS.get(condition)
    if found is not None:
        return found(draft)
    word, _, mark = condition.partition(" ")
    first = draft.evidence[0]
    if word == "after":
        return original[: first.start][-4:].rstrip().endswith(mark)
    return original[first.end : first.end + 4].lstrip().startswith(mark)
