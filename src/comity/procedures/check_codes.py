"""The codes printed on a paper, such as a review book: what stands under each, in a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.paper.labels import kind_label
from comity.paper.names import Name, plain_name
from comity.paper.thing_view import title_parts
from comity.procedures.ask_elsewhere import ask_elsewhere
from comity.procedures.check_code import OWN, Readers, may_show
from comity.procedures.eyes import Eyes, JointEyes
from comity.record.canonical import Fields
from comity.record.errors import NothingToShow
from comity.store.reading import Reading

# One question to another node each, so that a paper does not become a flood.
MOST_ASKED = 200


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A code with what it stands for in words; `id` and `words` are "" where nothing that may be shown stands under it."""

    code: str
    id: str = ""
    words: str = ""


def codes_held(reading: Reading, codes: Iterable[str], lang: str, *, readers: Readers = OWN) -> list[CodeLine]:
    """What stands under each code in a home, as `readers` may see it."""
    wanted = list(codes)
    found = may_show(reading, wanted, readers=readers)
    eyes = JointEyes(reading, ()) if readers else Eyes(reading)
    rows = eyes.called(found.values())
    kinds = {
        entry: envelope.kind for entry, each in reading.entries_called(found.values()).items() if (envelope := each.envelope)
    }
    lines = []
    for code in wanted:
        entry = found.get(code)
        row = rows.get(entry) if entry is not None else None
        words = _words(row, lang) if row is not None else kind_label(kinds.get(entry, ""), lang) if entry is not None else ""
        lines.append(CodeLine(code, entry or "", words))
    return lines


def codes_at(address: str, codes: Iterable[str], lang: str) -> list[CodeLine]:
    """The same asked of another node, each answer checked here. Raises: what `ask_elsewhere` raises but NothingToShow."""
    lines = []
    for code in list(codes)[:MOST_ASKED]:
        try:
            checked = ask_elsewhere(address, code).checked
        except NothingToShow:
            lines.append(CodeLine(code))
            continue
        lines.append(CodeLine(code, checked.id, _words(checked.row, lang)))
    return lines


def _words(row: Fields, lang: str) -> str:
    kind = str(row["kind"])
    parts = tuple(title_parts(row))
    name = plain_name(Name(str(row["id"]), kind, parts), lang) if parts else ""
    return " · ".join(words for words in (kind_label(kind, lang), name) if words)
