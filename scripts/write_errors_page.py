"""Writes docs/errors.md from the refusals and findings of the record. Run it after adding one."""

from __future__ import annotations

from pathlib import Path

from comity.record.errors import ComityError, ExchangeError, ReaderError, RecordError, StoreError, every_error
from comity.record.finding import CODES

PAGE = Path(__file__).resolve().parents[1] / "docs/errors.md"
ROOMS: dict[str, type[ComityError]] = {
    "record": RecordError,
    "store": StoreError,
    "exchange": ExchangeError,
    "reader": ReaderError,
}
OPENING = """# Errors and findings

Written by `scripts/write_errors_page.py`; do not edit by hand.

A **refusal** is something you can mend: one sentence, a code that never changes, an exit code that is not 0, and nothing
entered. A **finding** is said of an entry that a book already holds: it stands beside the entry and stops nothing
([decision 0005](decisions/0005-findings-are-data.md)).

## Refusals

| code | sentence | room |
|---|---|---|
"""


def render() -> str:
    """The whole page."""
    rows = [
        f"| `{code}` | {error.sentence} | {room} |"
        for room, root in ROOMS.items()
        for code, error in sorted(every_error(root).items())
        if error.__module__.startswith("comity.")
    ]
    findings = [f"| `{code}` | {words.en} | {words.vi} | {words.zh_hans} |" for code, words in sorted(CODES.items())]
    heading = ["", "## Findings", "", "| code | English | Tiếng Việt | 中文 |", "|---|---|---|---|"]
    return OPENING + "\n".join([*rows, *heading, *findings]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
