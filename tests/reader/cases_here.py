"""The lines of cases.tsv, and what the reader finds in a text in their spelling."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .reports_here import reading_of

FILE = Path(__file__).parent / "cases.tsv"
COLUMNS = ("lang", "class", "text", "clauses", "agents", "people", "dates", "known")
UNASKED = "*"
_BETWEEN = " | "


@dataclass(frozen=True)
class Case:
    """One line: its number in the file, the text, what is to be found, and whether the reader is known not to find it."""

    number: int
    lang: str
    text: str
    wanted: tuple[str, str, str, str]
    known: bool

    def differences(self) -> list[tuple[str, str]]:
        """What is wanted and what is found, where they differ."""
        return [(want, got) for want, got in zip(self.wanted, found(self.text), strict=True) if want not in (UNASKED, got)]


def found(text: str) -> tuple[str, str, str, str]:
    """Clauses, agents, people and days of main sessions as cases.tsv writes them."""
    reading = reading_of(text.replace("\\n", "\n"))
    main = [session.date or "" for session in reading.sessions if session.role == "main"]
    return (
        _BETWEEN.join(f"{clause.status}: {' '.join(clause.evidence[0].quote.split())}" for clause in reading.clauses),
        _BETWEEN.join("+".join(clause.agents) for clause in reading.clauses),
        _BETWEEN.join(person.name for person in reading.people),
        _BETWEEN.join(main),
    )


def lines() -> list[tuple[int, list[str]]]:
    """The cells of each line with its number, comments and the heading left out."""
    rows = list(enumerate(FILE.read_text(encoding="utf-8").splitlines(), start=1))
    cells = [(number, line.split("\t")) for number, line in rows if line.strip() and not line.startswith("#")]
    return cells[1:] if cells and tuple(cells[0][1]) == COLUMNS else cells


def cases() -> list[Case]:
    """Every case, in the order of the file."""
    return [Case(number, row[0], row[2], (row[3], row[4], row[5], row[6]), row[7] == "x") for number, row in lines()]
