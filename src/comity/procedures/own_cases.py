"""Cases of an office: a passage, the words in it, and what must be read of them; a lexicon line is held against them.

- `lexicon/cases.tsv` in the home: language, passage, words, status, with tabs between. The status `none` says that no clause
  stands there. The passages are the office's own papers: the file stays in the home.
- A case that a draft gave is kept at once and can be taken back; erasing its source takes it away.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from comity.procedures.known_here import Known
from comity.procedures.own_lexicon import FOLDER, write_lines
from comity.reader.files.document import open_document
from comity.reader.labelling.facts import STATUSES
from comity.reader.read import read
from comity.record.errors import BadLexicon
from comity.store.home import Home

NONE = "none"
_FILE = "cases.tsv"
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Case:
    """`words` stand in `text`; read as a clause of `status`, or as none."""

    lang: str
    text: str
    words: str
    status: str


def own_cases(home: Home) -> tuple[Case, ...]:
    """Every case of the home, in the order kept. Raises: BadLexicon."""
    return _cases(home.path)


def _cases(home: Path) -> tuple[Case, ...]:
    file = _file(home)
    if not file.is_file():
        return ()
    out = []
    for number, row in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if row.strip() and not row.startswith("#"):
            cells = row.split("\t")
            if len(cells) != 4 or cells[2] not in cells[1] or cells[3] not in (*STATUSES, NONE):
                problem = "it needs language, passage, words of the passage and status"
                raise BadLexicon(file=f"{FOLDER}/{_FILE}", line=number, problem=problem)
            out.append(Case(*cells))
    return tuple(out)


def keep_case(home: Home, case: Case) -> None:
    """Adds a case; one that stands there already is not added again. Raises: BadLexicon."""
    kept = own_cases(home)
    if case not in kept:
        _put(home.path, (*kept, case))


def take_back_case(home: Home, case: Case) -> None:
    """Takes a case out again. Raises: BadLexicon."""
    _put(home.path, tuple(other for other in own_cases(home) if other != case))


def forget_cases(home: Path, original: str) -> None:
    """Takes out of the home at this path every case whose passage stands in a document that is erased. Raises: BadLexicon."""
    folded = " ".join(original.split())
    kept = _cases(home)
    left = tuple(case for case in kept if case.text not in folded)
    if left != kept:
        _put(home, left)


def is_right(case: Case, known: Known) -> bool:
    """Whether the reader, with what is known, finds in the passage what the case says."""
    start = case.text.index(case.words)
    opened = open_document(case.text.encode(), name="case.txt")
    found = read(opened, lexicons=known.lexicons, by=known.deciders)
    statuses = [
        one.status
        for one in found.clauses
        if share((one.evidence[0].start, one.evidence[0].end), (start, start + len(case.words))) >= _SHARED
    ]
    return not statuses if case.status == NONE else case.status in statuses


def share(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The characters two spans have in common over all their characters."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def _file(home: Path) -> Path:
    return home / FOLDER / _FILE


def _put(home: Path, cases: tuple[Case, ...]) -> None:
    write_lines(_file(home), "".join(f"{one.lang}\t{one.text}\t{one.words}\t{one.status}\n" for one in cases))
